import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Meters } from './ports.ts'

export interface GaugeOptions {
  readonly name: string
  readonly help: string
  readonly label: string
  /** Asked at every scrape: the value of each label. */
  read(): Promise<Readonly<Record<string, number>>>
}

export interface ScrapedMeters extends Meters {
  /** A figure that somebody else keeps, such as the queue. */
  gauge(options: GaugeOptions): void
  /** Everything in Prometheus' text format. */
  text(): Promise<string>
}

const parseBuckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5]
const lateBuckets = [1, 5, 15, 60, 300, 900, 3600, 14_400, 86_400]

/** This process's meters. Labels come from closed lists only, so that no feed can make a new series. */
export function createMeters(): ScrapedMeters {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  collectDefaultMetrics({ register: registry })
  const polls = new Counter({
    ...{ name: 'parallax_feed_polls_total', help: 'Polls of feeds by outcome', labelNames: ['outcome'], registers },
  })
  const bytes = new Counter({ name: 'parallax_feed_bytes_total', help: 'Bytes of feed documents read', registers })
  const parse = new Histogram({
    ...{ name: 'parallax_feed_parse_seconds', help: 'Time to parse one feed', buckets: parseBuckets, registers },
  })
  const late = new Histogram({
    ...{ name: 'parallax_feed_late_seconds', help: 'How long after its due time a feed was polled' },
    ...{ buckets: lateBuckets, registers },
  })
  const pages = new Counter({
    ...{ name: 'parallax_pages_total', help: 'Pages by what became of them', labelNames: ['outcome'], registers },
  })
  return {
    polled({ outcome, bytes: read, parseMs, lateMs }) {
      polls.inc({ outcome })
      if (read !== null) bytes.inc(read)
      if (parseMs !== null) parse.observe(parseMs / 1000)
      late.observe(Math.max(0, lateMs / 1000))
    },
    settled: (outcome) => pages.inc({ outcome }),
    gauge: (options) => addGauge(registers, options),
    text: () => registry.metrics(),
  }
}

function addGauge(registers: Registry[], { name, help, label, read }: GaugeOptions): void {
  new Gauge({
    ...{ name, help, labelNames: [label], registers },
    async collect() {
      this.reset()
      for (const [value, count] of Object.entries(await read())) this.set({ [label]: value }, count)
    },
  })
}
