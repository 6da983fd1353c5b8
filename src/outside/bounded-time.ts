import { setMaxListeners } from 'node:events'

export class TimeLimitReached extends Error {
  readonly code = 'ERR_TIME_LIMIT'
  constructor(limitMs: number) {
    super(`no end within ${Math.round(limitMs)} ms`)
    this.name = 'TimeLimitReached'
  }
}

/**
 * Runs `work` with a signal that aborts when one of `stops` does or `limitMs` have passed, and settles at that moment even where
 * `work` does not listen (undici lets a request wait for its connection, DNS cannot be aborted at all).
 */
export async function boundedTime<T>(
  bounds: { readonly stops: readonly AbortSignal[]; readonly limitMs?: number },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { stops, limitMs } = bounds
  const controller = new AbortController()
  const unlink = stops.map((stop) => onAbort(stop, () => controller.abort(stop.reason)))
  const timer =
    limitMs === undefined ? undefined : setTimeout(() => controller.abort(new TimeLimitReached(limitMs)), limitMs)
  try {
    controller.signal.throwIfAborted()
    return await untilAborted([controller.signal], work(controller.signal))
  } finally {
    clearTimeout(timer)
    for (const undo of unlink) undo()
  }
}

/** Settles as `work` does, or rejects with a signal's reason as soon as one aborts. */
export function untilAborted<T>(signals: readonly AbortSignal[], work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const undos = signals.map((signal) => onAbort(signal, () => reject(signal.reason)))
    const settle = (end: () => void) => {
      for (const undo of undos) undo()
      end()
    }
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    )
  })
}

function onAbort(signal: AbortSignal, react: () => void): () => void {
  if (signal.aborted) {
    react()
    return () => {}
  }
  // One signal rightly stops hundreds of requests; Node would warn of a leak at eleven.
  setMaxListeners(0, signal)
  signal.addEventListener('abort', react, { once: true })
  return () => signal.removeEventListener('abort', react)
}
