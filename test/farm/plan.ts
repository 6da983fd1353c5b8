import { dealFates, type Fate, type Mix, type Standing, standings } from './fates.ts'
import { randomFrom, shuffled } from './random.ts'

export interface FarmOptions {
  readonly seed: string
  readonly feeds: number
  readonly hosts: number
  readonly itemsPerFeed: number
  readonly mix: Mix
  /** New items of a changing feed, every round. */
  readonly newItems?: number
  /** Share of items that stand in every feed of their host, as one page. */
  readonly sharedItems?: number
  /** The formats that the feeds of a host take in turn. */
  readonly formats?: readonly Format[]
  /** Size of what is too large, packed or not. */
  readonly hugeBytes?: number
  /** Wait before the first byte of a slow feed. */
  readonly slowMs?: number
  readonly dripMs?: number
  /** Wait before any answer, so that requests to one host that overlap are seen to. */
  readonly latencyMs?: number
}

export const formats = ['rss2', 'atom', 'rss1', 'json'] as const
export type Format = (typeof formats)[number]

export interface FarmFeed {
  readonly index: number
  /** Index of its host. */
  readonly host: number
  readonly url: string
  readonly path: string
  readonly fate: Fate
  readonly standing: Standing
  readonly format: Format
  readonly validators: { readonly etag: boolean; readonly lastModified: boolean }
}

/** Everything about a farm that follows from its options and its port. */
export interface FarmPlan {
  readonly options: Required<FarmOptions>
  readonly port: number
  /** Addresses, 127.20.0.1 and on. */
  readonly hosts: readonly string[]
  readonly feeds: readonly FarmFeed[]
}

const defaults = {
  ...{ newItems: 2, sharedItems: 0, hugeBytes: 200_000_000, slowMs: 2_000, dripMs: 1_000, latencyMs: 0 },
  formats: ['rss2', 'atom', 'rss2', 'rss1', 'rss2', 'atom', 'rss2', 'json'] satisfies Format[],
}

export const hostAddress = (index: number) => `127.20.${Math.floor(index / 250)}.${(index % 250) + 1}`
/** Nothing listens there. */
const refusingAddress = '127.21.0.1'

export function planFarm(options: FarmOptions, port: number): FarmPlan {
  const hosts = Array.from({ length: options.hosts }, (_, index) => hostAddress(index))
  const fates = shuffled(dealFates(options.feeds, options.mix), randomFrom(`${options.seed} fates`))
  const plan = { options: { ...defaults, ...options }, port, hosts }
  return { ...plan, feeds: fates.map((fate, index) => planFeed(plan, fate, index)) }
}

function planFeed({ options, hosts, port }: Omit<FarmPlan, 'feeds'>, fate: Fate, index: number): FarmFeed {
  const host = index % hosts.length
  const path = `/feeds/${index}`
  const origin = `${fate === 'tls' ? 'https' : 'http'}://${fate === 'refused' ? refusingAddress : hosts[host]}:${port}`
  const validated = fate !== 'validatorless'
  // Feeds of one host differ in format, and a format's feeds in their validators.
  const turn = Math.floor(index / hosts.length) + host
  return {
    ...{
      index,
      host,
      url: `${origin}${path}`,
      path,
      fate,
      standing: standings[fate],
      format: formatOf(fate, turn, options.formats),
    },
    validators: {
      etag: validated && (fate === 'lying' || index % 3 !== 1),
      lastModified: validated && fate !== 'lying' && index % 3 !== 0,
    },
  }
}

function formatOf(fate: Fate, turn: number, turns: readonly Format[]): Format {
  if (fate === 'windows-1252' || fate === 'wrong-type') return 'rss2'
  return turns[turn % turns.length] ?? 'rss2'
}
