import { setTimeout as sleep } from 'node:timers/promises'
import { sharedDomain } from '../feed/shared-domain.ts'
import { untilAborted } from './bounded-time.ts'
import { createKeyedLimit } from './keyed-limit.ts'

/** Within one process: one piece of work per host at a time with a rest in between, and few per registrable domain. */
export interface HostTurns {
  take<T>(host: string, turn: Turn, work: () => Promise<T>): Promise<T>
  /** Hosts remembered just now. */
  count(): number
}

export interface Turn {
  /** The first to abort ends the wait for the turn. */
  readonly signals: readonly AbortSignal[]
  /** Least rest of the host after this turn, where that is more than the gap. */
  readonly restMs?: number
}

export interface HostTurnsOptions {
  /** Least rest between the end of one turn and the beginning of the next of the same host. */
  readonly gapMs: number
  readonly perDomain: number
}

export function createHostTurns({ gapMs, perDomain }: HostTurnsOptions): HostTurns {
  const hosts = createKeyedLimit(1)
  const domains = createKeyedLimit(perDomain)
  const rests = createRests()

  // The host's turn comes first and rests before it asks for the domain's, so that whoever holds a domain's turn waits for nobody.
  async function oneTurn<T>(host: string, { signals, restMs = 0 }: Turn, work: () => Promise<T>): Promise<T> {
    throwIfAborted(signals)
    await rests.end(host, signals)
    const domain = sharedDomain(host)
    try {
      return await (domain === null ? work() : domains.take(domain, unlessAborted(signals, work)))
    } finally {
      rests.begin(host, Math.max(gapMs, restMs))
    }
  }

  return {
    take: (host, turn, work) =>
      untilAborted(
        turn.signals,
        hosts.take(host, () => oneTurn(host, turn, work)),
      ),
    count: () => hosts.count() + rests.count(),
  }
}

function unlessAborted<T>(signals: readonly AbortSignal[], work: () => Promise<T>): () => Promise<T> {
  return async () => {
    throwIfAborted(signals)
    return work()
  }
}

function throwIfAborted(signals: readonly AbortSignal[]): void {
  for (const signal of signals) signal.throwIfAborted()
}

/** Until when hosts rest, on the monotonic clock. */
function createRests() {
  const untilMs = new Map<string, number>()
  let sweepAbove = 1_000

  // The rising threshold keeps the cost of looking constant per turn.
  function sweep(): void {
    const now = performance.now()
    for (const [host, until] of untilMs) if (until <= now) untilMs.delete(host)
    sweepAbove = Math.max(1_000, 2 * untilMs.size)
  }

  return {
    begin(host: string, restMs: number): void {
      if (restMs <= 0) return
      untilMs.set(host, performance.now() + restMs)
      if (untilMs.size > sweepAbove) sweep()
    },
    async end(host: string, signals: readonly AbortSignal[]): Promise<void> {
      const leftMs = (untilMs.get(host) ?? 0) - performance.now()
      if (leftMs > 0) await sleep(leftMs, undefined, { signal: AbortSignal.any([...signals]) })
      untilMs.delete(host)
    },
    count: () => untilMs.size,
  }
}
