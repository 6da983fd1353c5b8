import type { Clock } from './ports.ts'

export const systemClock: Clock = { now: () => new Date() }

/** A clock that shows `start` now and goes on with real time; never backwards, whatever the system's clock does. */
export function clockStartingAt(start: Date): Clock {
  const startMs = start.getTime()
  const begunMs = performance.now()
  return { now: () => new Date(startMs + performance.now() - begunMs) }
}
