import pLimit, { type LimitFunction } from 'p-limit'
import type { Host } from '../feed/host.ts'
import type { HostJob, HostJobs } from './host-jobs.ts'

export interface Visiting {
  /** Hosts visited at the same time. */
  readonly concurrency: number
  /** Ends the taking of jobs; those under way are told by their signal. */
  readonly signal: AbortSignal
  /** Hosts that have work now. */
  dueHosts(): Promise<readonly Host[]>
  /** Does the work of one host. What it throws puts the job back; the next try may be another worker's. */
  visit(host: Host, signal: AbortSignal): Promise<void>
  /** Told of every visit that threw. */
  failed(host: Host, error: unknown): void
  /** Told when the queue itself could not be asked; only `keepVisiting` goes on then. */
  troubled(error: unknown): void
}

export interface Visits {
  readonly done: number
  readonly failed: number
}

const OFFER_EVERY_MS = 2_000
/** An idle worker asks the queue so often. */
export const IDLE_MS = 250
const TROUBLED_MS = 2_000

/** Offers what is due and works on what is offered, until the signal. */
export async function keepVisiting(jobs: HostJobs, visiting: Visiting): Promise<Visits> {
  return new Worker(jobs, visiting).run({ until: 'stopped' })
}

/** Works until nothing is due that can be done now, and ends. A host whose visit fails is left to a later run. */
export async function visitOnce(jobs: HostJobs, visiting: Visiting): Promise<Visits> {
  return new Worker(jobs, visiting).run({ until: 'drained' })
}

class Worker {
  readonly #jobs: HostJobs
  readonly #visiting: Visiting
  readonly #limit: LimitFunction
  /** Ends the pause that the worker is in, or the next one where it is in none: no end of a visit goes unseen. */
  #wake = () => this.#skipPause()
  #pauseSkipped = false
  readonly #failed = new Set<Host>()
  #nextOfferMs = 0
  #counts = { done: 0, failed: 0 }

  constructor(jobs: HostJobs, visiting: Visiting) {
    this.#jobs = jobs
    this.#visiting = visiting
    this.#limit = pLimit(visiting.concurrency)
  }

  async run({ until }: { until: 'stopped' | 'drained' }): Promise<Visits> {
    const { signal } = this.#visiting
    try {
      while (!signal.aborted && (until === 'drained' ? await this.#drain() : await this.#keepOn()));
    } finally {
      while (this.#limit.activeCount > 0) await this.#pause()
    }
    return this.#counts
  }

  async #drain(): Promise<boolean> {
    const isIdle = this.#limit.activeCount === 0
    if (isIdle) await this.#offerUnfailed()
    const taken = await this.#take()
    if (taken === 0 && isIdle) return false
    await this.#untilRoom(taken)
    return true
  }

  /** A database that is away for a while (a restart, a failover) costs a pause, not the worker. */
  async #keepOn(): Promise<true> {
    try {
      await this.#offerInTime()
      await this.#untilRoom(await this.#take())
    } catch (error) {
      this.#visiting.troubled(error)
      await this.#pause(TROUBLED_MS)
    }
    return true
  }

  // One whose visit failed stays due, and would keep the run from ending.
  async #offerUnfailed(): Promise<void> {
    const hosts = await this.#visiting.dueHosts()
    await this.#jobs.offer(hosts.filter((host) => !this.#failed.has(host)))
  }

  async #offerInTime(): Promise<void> {
    if (performance.now() < this.#nextOfferMs) return
    await this.#jobs.offer(await this.#visiting.dueHosts())
    this.#nextOfferMs = performance.now() + OFFER_EVERY_MS
  }

  async #take(): Promise<number> {
    const room = this.#visiting.concurrency - this.#limit.activeCount
    const taken = this.#hasRoom() ? await this.#jobs.take(room) : []
    for (const job of taken) void this.#limit(() => this.#visit(job)).then(() => this.#ended())
    return taken.length
  }

  async #untilRoom(taken: number): Promise<void> {
    if (taken === 0 || !this.#hasRoom()) await this.#pause()
  }

  async #visit(job: HostJob): Promise<void> {
    const { visit, signal, failed } = this.#visiting
    try {
      await visit(job.host, AbortSignal.any([signal, job.signal]))
      await job.done()
      this.#counts.done += 1
    } catch (error) {
      failed(job.host, error)
      this.#counts.failed += 1
      this.#failed.add(job.host)
      // Where the database is away, nothing can be said of the job now: its heartbeat will.
      await job.failed(error).catch(() => {})
    }
  }

  #ended(): void {
    if (this.#hasRoom()) this.#wake()
  }

  // A quarter at a time: taking one job costs the database as much as taking fifty.
  #hasRoom(): boolean {
    const { concurrency } = this.#visiting
    return this.#limit.activeCount === 0 || concurrency - this.#limit.activeCount >= Math.ceil(concurrency / 4)
  }

  /** Until there is room for more, or a moment has passed. */
  async #pause(atMostMs: number = IDLE_MS): Promise<void> {
    if (!this.#pauseSkipped) {
      await new Promise<void>((wake) => {
        const timer = setTimeout(wake, atMostMs)
        this.#wake = () => {
          clearTimeout(timer)
          wake()
        }
      })
      this.#wake = () => this.#skipPause()
    }
    this.#pauseSkipped = false
  }

  #skipPause(): void {
    this.#pauseSkipped = true
  }
}
