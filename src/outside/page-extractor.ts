import { availableParallelism } from 'node:os'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import pLimit from 'p-limit'
import type { Piscina } from 'piscina'
import type { Examined } from '../article/examine.ts'
import type { Page, Rejection } from '../article/extracted.ts'
import { type OptOut, optOutsInHeaders } from '../article/opt-outs.ts'
import type { SiteRule } from '../article/site-rule.ts'
import type { PageTask, ThreadData } from './page-worker.ts'
import type { PageExtractor } from './ports.ts'
import { workerFile } from './worker-file.ts'

export interface PageExtractorOptions {
  /** Pages read at the same time, each in a thread of its own. Two at most unless told: a thread costs about 150 MB. */
  readonly threads?: number
  /** Heap of one thread. */
  readonly memoryMb?: number
  /** Time of one page, counted from the moment when a thread takes it up. The slowest honest page takes a tenth of it. */
  readonly timeoutMs?: number
  /** None where the general way is to be seen. */
  readonly siteRules?: readonly SiteRule[]
}

type Pool = Piscina<PageTask, Examined>

/**
 * Extracts pages in threads that start with the first page. What a page does to its thread is that page's rejection
 * (`out-of-memory`, `timed-out`, `unreadable`) and the next page gets a new thread. `extract` rejects only where `signal`
 * or `close()` ends it, or where no thread can be started at all.
 */
export function createPageExtractor(options: PageExtractorOptions = {}): PageExtractor {
  const { threads = Math.min(2, availableParallelism()), memoryMb = 256, timeoutMs = 5_000, siteRules = [] } = options
  // piscina starts no thread for what waits in its queue when one dies, so pages wait here and its queue stays empty.
  const turns = pLimit(threads)
  const closing = new AbortController()
  let pool: Promise<Pool> | undefined
  const extractNext = async (page: Page, signal: AbortSignal) => {
    signal.throwIfAborted()
    pool ??= startPool(threads, memoryMb, { siteRules })
    return extractIn(await pool, page, timeoutMs, signal)
  }
  return {
    extract(page, signal) {
      const ends = signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal])
      return turns(() => extractNext(page, ends))
    },
    async close() {
      closing.abort(new Error('the page extractor is closed'))
      await (await pool)?.destroy()
    },
  }
}

async function startPool(threads: number, memoryMb: number, workerData: ThreadData): Promise<Pool> {
  const { Piscina } = await import('piscina')
  const pool = new Piscina<PageTask, Examined>({
    ...workerFile('page-worker'),
    workerData,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 10_000,
    // A page is its own turn of the event loop: jsdom frees what it holds only between turns.
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
  })
  // A thread that dies while it has no page is replaced; unheard, the event would end this process.
  pool.on('error', () => {})
  return pool
}

async function extractIn(pool: Pool, page: Page, timeoutMs: number, signal: AbortSignal): Promise<Examined> {
  const { port1, port2 } = new MessageChannel()
  const watch = watchStart(pool, port1, timeoutMs)
  // A copy of just these bytes, to be handed over: a slice would drag the whole buffer that it lies in along.
  const bytes = Uint8Array.from(page.bytes)
  try {
    return await pool.run(
      { page: { ...page, bytes }, started: port2 },
      { signal: AbortSignal.any([signal, watch.signal]), transferList: [port2, bytes.buffer] },
    )
  } catch (error) {
    signal.throwIfAborted()
    const optOuts = watch.optOuts() ?? optOutsInHeaders(page)
    return { kind: 'rejected', reason: whatEnded(error, watch.signal), optOuts }
  } finally {
    watch.end()
  }
}

/** What a thread says over the port: null when it takes the page up, then the page's opt-outs. */
type Said = readonly OptOut[] | null

/** Aborts with 'timed-out' when the page's time is over, with the thread's error when none takes the page up. */
function watchStart(pool: Pool, started: MessagePort, timeoutMs: number) {
  const limit = new AbortController()
  let timer: NodeJS.Timeout | undefined
  // Such an error belongs to no page; without this the page would wait for its thread for ever.
  const giveUp = (error: Error) => limit.abort(error)
  pool.once('error', giveUp)
  let optOuts: Said = null
  started.on('message', (said: Said) => {
    optOuts = said
    pool.off('error', giveUp)
    timer ??= setTimeout(() => limit.abort('timed-out'), timeoutMs)
  })
  const end = () => {
    clearTimeout(timer)
    pool.off('error', giveUp)
    started.close()
  }
  return { signal: limit.signal, optOuts: () => optOuts, end }
}

function whatEnded(error: unknown, limit: AbortSignal): Rejection {
  if (limit.reason === 'timed-out') return 'timed-out'
  if (limit.aborted) throw limit.reason
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'out-of-memory'
    : 'unreadable'
}
