import { type Job, PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Host } from '../feed/host.ts'
import { gather } from '../gather.ts'
import { DEAD, depthsOf, QUEUE, type QueueDepths } from './depths.ts'
import { announce, type Presence } from './presence.ts'

/** One host to be visited, held by this worker until it is settled. */
export interface HostJob {
  readonly host: Host
  /** Aborts when the job is no longer this worker's: it was silent for too long and another worker has it now. */
  readonly signal: AbortSignal
  done(): Promise<void>
  /** Another try follows after a pause; after the last one the job stands among the dead letters. */
  failed(error: unknown): Promise<void>
}

export interface HostJobs {
  /** One job for each host that has none under way or waiting. */
  offer(hosts: readonly Host[]): Promise<void>
  /** Up to `most` waiting jobs, the longest waiting first; from now on this worker's. */
  take(most: number): Promise<HostJob[]>
  depths(): Promise<QueueDepths>
  close(): Promise<void>
}

/** A worker that is silent for so long is taken for dead. pg-boss takes no less. */
const HEARTBEAT_SECONDS = 10
const HEARTBEAT_EVERY_MS = 3_000
const INSERTED_AT_ONCE = 1000

/**
 * The queue of hosts on pg-boss, in the database's schema `pgboss`. Its policy `exclusive` with the host as key is a unique
 * index: however many workers on however many machines, one at a time visits a host. The jobs are only a way to share out
 * what the store says is due, so that a lost one is offered again.
 */
export async function openHostJobs(url: string, failed: (error: Error) => void): Promise<HostJobs> {
  const boss = new PgBoss({
    ...{ connectionString: url, max: 3, application_name: 'parallax queue' },
    ...{ schedule: false, superviseIntervalSeconds: 5, monitorIntervalSeconds: 5, maintenanceIntervalSeconds: 3600 },
  })
  boss.on('error', failed)
  await boss.start()
  const presence = await openPresence(boss, url)
  const held = new Map<string, Held>()
  const heartbeat = setInterval(() => {
    void Promise.all([beat(boss, held), presence.renew()]).catch(failed)
  }, HEARTBEAT_EVERY_MS)
  const complete = gather(
    async (jobs: readonly Job[]) => {
      await boss.complete(QUEUE, [...jobs])
      return jobs.map(() => undefined)
    },
    { most: 200, waitMs: 20 },
  )
  return {
    offer: (hosts) => offer(boss, hosts),
    take: async (most) => (await fetchJobs(boss, most)).map((job) => hold(boss, held, job, complete)),
    depths: () => depthsOf(async (text, values) => (await boss.getDb().executeSql(text, values)).rows),
    async close() {
      clearInterval(heartbeat)
      await boss.stop({ graceful: false, close: true })
      await presence.close()
    },
  }
}

type FetchedJob = Job<{ readonly host: Host }>

interface Held {
  readonly job: FetchedJob
  readonly claim: AbortController
}

async function createQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(DEAD)
  await boss.createQueue(QUEUE, {
    ...{ policy: 'exclusive', heartbeatSeconds: HEARTBEAT_SECONDS, expireInSeconds: 900, deadLetter: DEAD },
    ...{ retryLimit: 3, retryDelay: 2, retryBackoff: true, retryDelayMax: 30, deleteAfterSeconds: 3600 },
  })
}

async function openPresence(boss: PgBoss, url: string): Promise<Presence> {
  try {
    await createQueues(boss)
    return await announce(url, () => boss.deleteAllJobs(QUEUE))
  } catch (error) {
    await boss.stop({ graceful: false, close: true })
    throw error
  }
}

async function offer(boss: PgBoss, hosts: readonly Host[]): Promise<void> {
  for (let start = 0; start < hosts.length; start += INSERTED_AT_ONCE) {
    const jobs = hosts.slice(start, start + INSERTED_AT_ONCE).map((host) => ({ singletonKey: host, data: { host } }))
    await boss.insert(QUEUE, jobs)
  }
}

const fetchJobs = (boss: PgBoss, most: number): Promise<FetchedJob[]> =>
  boss.fetch<{ readonly host: Host }>(QUEUE, { batchSize: most })

function hold(boss: PgBoss, held: Map<string, Held>, job: FetchedJob, complete: (job: Job) => Promise<void>): HostJob {
  const claim = new AbortController()
  held.set(job.id, { job, claim })
  return {
    host: job.data.host,
    signal: claim.signal,
    async done() {
      held.delete(job.id)
      if (!claim.signal.aborted) await complete(job)
    },
    async failed(error) {
      held.delete(job.id)
      const message = error instanceof Error ? error.message : String(error)
      if (!claim.signal.aborted) await boss.fail(QUEUE, job, { message: message.slice(0, 2000) })
    },
  }
}

/** Tells the queue what this worker still holds, and the work on a job that it lost to stop. */
async function beat(boss: PgBoss, held: ReadonlyMap<string, Held>): Promise<void> {
  const mine = [...held.values()]
  if (mine.length === 0) return
  const jobs = mine.map(({ job }) => job)
  const refreshed = new Set(touchedSchema.parse(await boss.touch(QUEUE, jobs)).settled)
  for (const { job, claim } of mine) {
    // Settled while the question was under way: not lost.
    if (!refreshed.has(job.id) && held.has(job.id)) claim.abort(new Error(`another worker visits ${job.data.host} now`))
  }
}

/** pg-boss answers with the ids that it refreshed; its published type leaves them out. */
const touchedSchema = z.object({ settled: z.array(z.string()) })
