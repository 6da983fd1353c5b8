import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import { untilAborted } from './bounded-time.ts'

/** Within one process, one piece of work per host at a time, with a rest in between. */
export interface HostTurns {
  take<T>(host: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>
  /** Hosts remembered just now. */
  count(): number
}

interface Turns {
  readonly limit: ReturnType<typeof pLimit>
  /** Turns queued or running. */
  open: number
  /** When the next turn may begin, on the monotonic clock. */
  freeAtMs: number
}

/** `gapMs`: least rest between the end of one turn and the beginning of the next of the same host. */
export function createHostTurns(gapMs: number): HostTurns {
  const byHost = new Map<string, Turns>()
  let sweepAbove = 1_000

  function turnsOf(host: string): Turns {
    const turns = byHost.get(host) ?? { limit: pLimit(1), open: 0, freeAtMs: 0 }
    byHost.set(host, turns)
    return turns
  }

  function release(host: string, turns: Turns): void {
    turns.open -= 1
    if (turns.open === 0 && turns.freeAtMs <= performance.now()) byHost.delete(host)
    if (byHost.size > sweepAbove) sweep()
  }

  // Hosts still resting are forgotten here; the rising threshold keeps the cost of looking constant per turn.
  function sweep(): void {
    const now = performance.now()
    for (const [host, turns] of byHost) if (turns.open === 0 && turns.freeAtMs <= now) byHost.delete(host)
    sweepAbove = Math.max(1_000, 2 * byHost.size)
  }

  return {
    take(host, signal, work) {
      const turns = turnsOf(host)
      turns.open += 1
      const turn = turns.limit(() => oneTurn(turns, gapMs, signal, work))
      return untilAborted(
        signal,
        turn.finally(() => release(host, turns)),
      )
    },
    count: () => byHost.size,
  }
}

async function oneTurn<T>(turns: Turns, gapMs: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted()
  const restMs = turns.freeAtMs - performance.now()
  if (restMs > 0) await sleep(restMs, undefined, { signal })
  try {
    return await work()
  } finally {
    turns.freeAtMs = performance.now() + gapMs
  }
}
