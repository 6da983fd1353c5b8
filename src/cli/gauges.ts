import type { ScrapedMeters } from '../outside/meters.ts'
import type { HostJobs } from '../queue/host-jobs.ts'
import { readLateness } from '../store/lateness.ts'
import type { Running } from './run-stages.ts'

/** What the database knows of the work that is left, read at each scrape. */
export function addLatenessGauges({ stored, outside }: Running): void {
  const read = () => readLateness(stored.database.db, outside.clock.now())
  outside.meters.gauge({
    ...{ name: 'parallax_due', help: 'Feeds and pages whose time has come', label: 'kind' },
    read: async () => read().then(({ feedsDue, pagesDue }) => ({ feed: feedsDue, page: pagesDue })),
  })
  outside.meters.gauge({
    ...{
      name: 'parallax_oldest_due_seconds',
      help: 'How long the longest waiting feed and page have been due',
      label: 'kind',
    },
    read: async () =>
      read().then(({ oldestFeedSeconds, oldestPageSeconds }) => ({ feed: oldestFeedSeconds, page: oldestPageSeconds })),
  })
}

export function addQueueGauge(meters: ScrapedMeters, jobs: HostJobs): void {
  meters.gauge({
    ...{ name: 'parallax_queue_jobs', help: 'Hosts in the queue', label: 'state' },
    read: async () =>
      jobs.depths().then(({ waiting, active, deadLetters }) => ({ waiting, active, dead: deadLetters })),
  })
}
