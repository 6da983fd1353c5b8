import { afterFailedFetch } from '../src/article/after-failed-fetch.ts'
import { mayKeepCopy } from '../src/article/examine.ts'
import { type CarriedArticle, orFromFeed } from '../src/article/from-feed.ts'
import type { Host } from '../src/feed/host.ts'
import type { Clock, Meters } from '../src/outside/ports.ts'
import { type Licensed, nobodyLicensed } from '../src/source/licensed.ts'
import {
  articlesToExtract,
  type Discovered,
  postponeArticle,
  saveOptOuts,
  saveRawPage,
  saveRejected,
} from '../src/store/articles.ts'
import { articlesToRecheck } from '../src/store/corrections.ts'
import type { Database } from '../src/store/database.ts'
import { type ByHost, oneByOne } from './by-host.ts'
import { rawPageOf } from './keep-page.ts'
import { type RunOptions, silent } from './progress.ts'
import { type PageParts, type PageRead, type ReadOptions, readPage } from './read-page.ts'
import { recheck } from './recheck.ts'
import { type SavedPage, savePage } from './save-page.ts'

export interface ExtractParts extends PageParts {
  readonly db: Database
  readonly clock: Clock
  readonly meters: Meters
}

export interface ExtractOptions extends Pick<RunOptions, 'progress'> {
  /** Pages due when the run began: for progress. */
  readonly total?: number
  /** Off where raw pages are not to be kept at all. */
  readonly keepRawPages: boolean
  /** Nobody unless told. */
  readonly licensed?: Licensed
}

export interface ExtractCounts {
  extracted: number
  /** Articles whose pages, looked at again, said something else. */
  corrected: number
  /** Every discard under its reason. */
  rejected: Record<string, number>
  /** Pages to be tried again later, by the reason of this time. */
  postponed: Record<string, number>
}

type Outcome = SavedPage | { kind: 'postponed'; reason: string }

/** The rest of a host's pages waits for its next turn, so that no visit outlasts its claim. */
const PAGES_A_VISIT = 50

/** a host's discovered articles → pages → text, or a reason why not; then the pages that feeds showed as changed */
export function extract(parts: ExtractParts, options: ExtractOptions): ByHost<ExtractCounts> {
  const { db, clock, meters } = parts
  const { progress = silent, total = 0, keepRawPages, licensed = nobodyLicensed } = options
  const counts: ExtractCounts = { extracted: 0, corrected: 0, rejected: {}, postponed: {} }
  let done = 0

  async function visit(host: Host, signal: AbortSignal): Promise<void> {
    const articles = await articlesToExtract(db, { host, now: clock.now(), limit: PAGES_A_VISIT })
    await oneByOne(articles, signal, async (article) => {
      const outcome = await extractOne(parts, { keepRawPages, licensed, signal }, article)
      meters.settled(outcome.kind === 'extracted' ? outcome.kind : outcome.reason)
      count(counts, outcome)
      done += 1
      progress({ done, total: Math.max(total, done), note: article.canonicalUrl })
    })
    const changed = await articlesToRecheck(db, { host, now: clock.now(), limit: PAGES_A_VISIT })
    await oneByOne(changed, signal, async (article) => {
      if (await recheck(parts, { keepRawPages, licensed, signal }, article)) counts.corrected += 1
    })
  }
  return { visit, counts }
}

function count(counts: ExtractCounts, outcome: Outcome): void {
  if (outcome.kind === 'extracted') counts.extracted += 1
  else counts[outcome.kind][outcome.reason] = (counts[outcome.kind][outcome.reason] ?? 0) + 1
}

async function extractOne(parts: ExtractParts, options: ReadOptions, article: Discovered): Promise<Outcome> {
  const page = await readPage(parts, article, options)
  switch (page.kind) {
    case 'read':
      return settle(parts, options, article, page)
    case 'disallowed':
      return reject(parts.db, article, 'robots', parts.clock.now())
    case 'failed':
      return postpone(parts, article, page)
  }
}

async function reject(db: Database, article: Discovered, reason: string, now: Date): Promise<SavedPage> {
  await saveRejected(db, article.id, reason, now)
  return { kind: 'rejected', reason }
}

async function postpone(
  { db, clock }: ExtractParts,
  article: Discovered,
  { reason, retryAfterSeconds }: Extract<PageRead, { kind: 'failed' }>,
): Promise<Outcome> {
  const now = clock.now()
  const next = afterFailedFetch(reason, { attempts: article.attempts, retryAfterSeconds, now })
  if (next.kind === 'rejected') {
    const extracted = orFromFeed({ kind: 'rejected', reason: 'blocked' }, carriedBy(article))
    if (extracted.kind === 'rejected') return reject(db, article, next.reason, now)
    return db.transaction((tx) => savePage(tx, article, extracted, { foundAt: article.fetchUrl, now }))
  }
  await postponeArticle(db, article.id, next.until)
  return { kind: 'postponed', reason }
}

async function settle(
  { db, clock }: ExtractParts,
  { keepRawPages }: ReadOptions,
  article: Discovered,
  { body, examined }: Extract<PageRead, { kind: 'read' }>,
): Promise<Outcome> {
  const now = clock.now()
  const raw = keepRawPages && mayKeepCopy(examined) ? await rawPageOf(article.id, body, now) : null
  return db.transaction(async (tx) => {
    if (raw !== null) await saveRawPage(tx, raw)
    if (examined.optOuts.length > 0) await saveOptOuts(tx, article.id, examined.optOuts)
    return savePage(tx, article, orFromFeed(examined, carriedBy(article)), { foundAt: body.url, now })
  })
}

function carriedBy({ fromFeed }: Discovered): CarriedArticle | null {
  if (fromFeed === null) return null
  const { publishedAt } = fromFeed
  return { ...fromFeed, publishedAt: publishedAt === null ? null : new Date(publishedAt) }
}
