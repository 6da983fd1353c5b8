import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { afterFailedFetch } from '../src/article/after-failed-fetch.ts'
import type { Extracted } from '../src/article/extracted.ts'
import { ownAddress } from '../src/article/own-address.ts'
import { plausibleDate } from '../src/article/plausible-date.ts'
import type { Host } from '../src/feed/host.ts'
import type { Clock, Fetched, Fetcher, Meters, PageExtractor, RobotsGate } from '../src/outside/ports.ts'
import {
  adoptCanonicalUrl,
  articlesToExtract,
  type Discovered,
  postponeArticle,
  saveExtracted,
  saveRawPage,
  saveRejected,
} from '../src/store/articles.ts'
import type { Database } from '../src/store/database.ts'
import type { ByHost } from './by-host.ts'
import { type RunOptions, silent } from './progress.ts'

export interface ExtractParts {
  readonly db: Database
  readonly fetcher: Fetcher
  readonly extractor: PageExtractor
  readonly robots: RobotsGate
  readonly clock: Clock
  readonly meters: Meters
}

export interface ExtractOptions extends Pick<RunOptions, 'progress'> {
  /** Pages due when the run began: for progress. */
  readonly total?: number
  /** Off where raw pages are not to be kept at all. */
  readonly keepRawPages: boolean
}

export interface ExtractCounts {
  extracted: number
  /** Every discard under its reason. */
  rejected: Record<string, number>
  /** Pages to be tried again later, by the reason of this time. */
  postponed: Record<string, number>
}

type Outcome = { kind: 'extracted' } | { kind: 'rejected' | 'postponed'; reason: string }
type Body = Extract<Fetched, { kind: 'body' }>

/** The rest of a host's pages waits for its next turn, so that no visit outlasts its claim. */
const PAGES_A_VISIT = 50
const compress = promisify(brotliCompress)

/** a host's discovered articles → pages → text, or a reason why not */
export function extract(parts: ExtractParts, options: ExtractOptions): ByHost<ExtractCounts> {
  const { db, clock } = parts
  const { progress = silent, total = 0 } = options
  const counts: ExtractCounts = { extracted: 0, rejected: {}, postponed: {} }
  let done = 0

  async function visit(host: Host, signal: AbortSignal): Promise<void> {
    const errors: unknown[] = []
    for (const article of await articlesToExtract(db, { host, now: clock.now(), limit: PAGES_A_VISIT })) {
      if (signal.aborted) return
      try {
        const outcome = await extractOne(parts, { ...options, signal }, article)
        parts.meters.settled(outcome.kind === 'extracted' ? outcome.kind : outcome.reason)
        count(counts, outcome)
      } catch (error) {
        if (signal.aborted) return
        errors.push(error)
      }
      done += 1
      progress({ done, total: Math.max(total, done), note: article.canonicalUrl })
    }
    // Only now: a page that cannot be stored must not cost its neighbours their turn.
    if (errors.length > 0) throw errors[0]
  }
  return { visit, counts }
}

function count(counts: ExtractCounts, outcome: Outcome): void {
  if (outcome.kind === 'extracted') counts.extracted += 1
  else counts[outcome.kind][outcome.reason] = (counts[outcome.kind][outcome.reason] ?? 0) + 1
}

interface Extracting extends ExtractOptions {
  readonly signal: AbortSignal
}

async function extractOne(parts: ExtractParts, options: Extracting, article: Discovered): Promise<Outcome> {
  const { db, fetcher, clock } = parts
  const asked = article.userAgent === null ? {} : { userAgent: article.userAgent }
  const robots = await parts.robots.ask(article.fetchUrl, article.userAgent ?? undefined)
  if (robots.kind === 'disallowed') return reject(db, article, 'robots', clock)
  if (robots.kind === 'unreachable') return postpone(parts, article, robots)
  const fetched = await fetcher.fetch({ url: article.fetchUrl, wants: 'page', ...asked }, options.signal)
  switch (fetched.kind) {
    case 'body':
      return settle(parts, options, article, fetched)
    case 'unchanged':
      // No validators were sent, so this is no answer to what was asked.
      return postpone(parts, article, { reason: 'protocol', retryAfterSeconds: null })
    case 'failed':
      return postpone(parts, article, fetched)
  }
}

async function reject(db: Database, article: Discovered, reason: string, clock: Clock): Promise<Outcome> {
  await saveRejected(db, article.id, reason, clock.now())
  return { kind: 'rejected', reason }
}

type Failure = Pick<Extract<Fetched, { kind: 'failed' }>, 'reason' | 'retryAfterSeconds'>

async function postpone({ db, clock }: ExtractParts, article: Discovered, failure: Failure): Promise<Outcome> {
  const { attempts } = article
  const next = afterFailedFetch(failure.reason, {
    attempts,
    retryAfterSeconds: failure.retryAfterSeconds,
    now: clock.now(),
  })
  if (next.kind === 'rejected') return reject(db, article, next.reason, clock)
  await postponeArticle(db, article.id, next.until)
  return { kind: 'postponed', reason: failure.reason }
}

async function settle(parts: ExtractParts, options: Extracting, article: Discovered, body: Body): Promise<Outcome> {
  const { url, contentType, bytes } = body
  const extracted = await parts.extractor.extract({ url, contentType, bytes }, options.signal)
  const compressed = options.keepRawPages ? await compressPage(bytes) : null
  const now = parts.clock.now()
  return parts.db.transaction(async (tx) => {
    if (compressed !== null) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await saveRawPage(tx, { articleId: article.id, fetchedAt: now, url, contentType, sha256, bodyBrotli: compressed })
    }
    return saveOutcome(tx, article, extracted, { foundAt: url, now })
  })
}

async function saveOutcome(
  db: Database,
  article: Discovered,
  extracted: Extracted,
  { foundAt, now }: { foundAt: string; now: Date },
): Promise<Outcome> {
  const address = ownAddress(foundAt, extracted.kind === 'article' ? extracted.article.canonicalUrl : null)
  if (address !== null && address !== article.canonicalUrl) {
    if ((await adoptCanonicalUrl(db, article.id, address, now)) === 'duplicate')
      return { kind: 'rejected', reason: 'duplicate' }
  }
  if (extracted.kind === 'rejected') {
    await saveRejected(db, article.id, extracted.reason, now)
    return { kind: 'rejected', reason: extracted.reason }
  }
  const publishedAt = plausibleDate(extracted.article.publishedAt, now)
  await saveExtracted(db, article.id, extracted.article, { publishedAt, now })
  return { kind: 'extracted' }
}

/** Quality 5: most of what 11 saves, in a fiftieth of its time. */
async function compressPage(bytes: Uint8Array): Promise<Buffer> {
  return compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}
