import type { ByHost } from '../../pipelines/by-host.ts'
import type { HostJobs } from '../queue/host-jobs.ts'
import type { Visiting } from '../queue/visit-hosts.ts'
import { dueHosts, type Errands } from '../store/due-hosts.ts'
import type { Running } from './run-stages.ts'

/** Opens the queue for `work` and closes it whatever happens. */
export async function withHostJobs<T>(running: Running, work: (jobs: HostJobs) => Promise<T>): Promise<T> {
  const { openHostJobs } = await import('../queue/host-jobs.ts')
  const { log } = running.outside
  const jobs = await openHostJobs(running.stored.url, (error) => log.error({ error: error.message }, 'queue troubled'))
  try {
    return await work(jobs)
  } finally {
    await jobs.close()
  }
}

/** Visits to hosts for these errands: each pipeline in turn does what is due there. */
export function visitingOf(running: Running, errands: Errands, pipelines: readonly ByHost<unknown>[]): Visiting {
  const { config, stored, outside, signal } = running
  const message = (error: unknown) => (error instanceof Error ? error.message : String(error))
  return {
    ...{ concurrency: config.concurrency, signal },
    dueHosts: () => dueHosts(stored.database.db, errands, outside.clock.now()),
    visit: async (host, stop) => {
      for (const { visit } of pipelines) await visit(host, stop)
    },
    failed: (host, error) => outside.log.error({ host, error: message(error) }, 'visit failed'),
    troubled: (error) => outside.log.error({ error: message(error) }, 'database troubled'),
  }
}

/** What is due now, once, shared with whatever other workers there are. */
export async function visitDue(running: Running, errands: Errands, pipeline: ByHost<unknown>): Promise<void> {
  const { visitOnce } = await import('../queue/visit-hosts.ts')
  const { failed } = await withHostJobs(running, (jobs) => visitOnce(jobs, visitingOf(running, errands, [pipeline])))
  // The log names them; what is left stays due.
  if (failed > 0) process.exitCode = 1
}
