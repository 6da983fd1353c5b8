import type { Piscina } from 'piscina'
import { gather } from '../gather.ts'
import type { FeedDocument, FeedReader, FeedReading } from './ports.ts'
import { workerFile } from './worker-file.ts'

export interface FeedReaderOptions {
  /** Heap of the thread. */
  readonly memoryMb?: number
  /** For one document; a hundred times what the costliest real ones take. */
  readonly timeoutMs?: number
}

type Pool = Piscina<readonly FeedDocument[], FeedReading[]>

/** A thread's message costs as much as a small document, so documents of a moment go together. */
const DOCUMENTS_AT_ONCE = 8

/**
 * Reads feed documents in a thread that starts with the first, beside the requests and the database. What a document does to its
 * thread costs that document, which is then too large, and no other. `read` rejects only once closed.
 */
export function createFeedReader({ memoryMb = 256, timeoutMs = 10_000 }: FeedReaderOptions = {}): FeedReader {
  const closing = new AbortController()
  let pool: Promise<Pool> | undefined

  async function readTogether(documents: readonly FeedDocument[]): Promise<FeedReading[]> {
    closing.signal.throwIfAborted()
    pool ??= startPool(memoryMb)
    const started = await pool
    const shared = documents.map((document) => ({ ...document, bytes: sharedBytes(document.bytes) }))
    const limit = AbortSignal.timeout(timeoutMs * documents.length)
    try {
      return await started.run(shared, { signal: AbortSignal.any([closing.signal, limit]) })
    } catch (error) {
      closing.signal.throwIfAborted()
      if (!limit.aborted && !isOutOfMemory(error)) throw error
      await ready(started)
      return oneByOne(documents)
    }
  }

  async function oneByOne(documents: readonly FeedDocument[]): Promise<FeedReading[]> {
    if (documents.length === 1) return [{ kind: 'not-a-feed', reason: 'too-large' }]
    const readings: FeedReading[] = []
    for (const document of documents) readings.push(...(await readTogether([document])))
    return readings
  }

  return {
    read: gather(readTogether, { most: DOCUMENTS_AT_ONCE, waitMs: 1 }),
    async close() {
      closing.abort(new Error('the feed reader is closed'))
      await (await pool)?.destroy()
    },
  }
}

async function startPool(memoryMb: number): Promise<Pool> {
  const { Piscina } = await import('piscina')
  const pool = new Piscina<readonly FeedDocument[], FeedReading[]>({
    ...workerFile('feed-worker'),
    ...{ minThreads: 0, maxThreads: 1, idleTimeout: 10_000 },
    // Documents are garbage at once: a small young generation is swept often and stays small.
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 },
  })
  // A thread that dies while it has nothing to read is replaced; unheard, the event would end this process.
  pool.on('error', () => {})
  return ready(pool)
}

/** A thread is up: starting one must not count as a document's time. */
async function ready(pool: Pool): Promise<Pool> {
  await pool.run([])
  return pool
}

/** Shared memory goes to the thread as it is; anything else would be copied in and out of a message. */
function sharedBytes(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.byteLength))
  shared.set(bytes)
  return shared
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
