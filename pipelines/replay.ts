import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import type { ArticleField } from '../src/article/difference.ts'
import { type Examined, mayKeepCopy } from '../src/article/examine.ts'
import { normalisedTitle } from '../src/article/normalised-title.ts'
import { headersSaying, type OptOut } from '../src/article/opt-outs.ts'
import { type Replayed, replayed } from '../src/article/replayed.ts'
import type { Clock, PageExtractor } from '../src/outside/ports.ts'
import { isLicensed, type Licensed } from '../src/source/licensed.ts'
import { dropRawPages, saveOptOuts } from '../src/store/articles.ts'
import { saveReplayed } from '../src/store/corrections.ts'
import type { Database } from '../src/store/database.ts'
import { type KeptPage, keptPages, type PageChoice, reopenRejected, saveOtherReason } from '../src/store/kept-pages.ts'
import { type RunOptions, silent } from './progress.ts'
import { savePage } from './save-page.ts'

export interface ReplayParts {
  readonly db: Database
  readonly clock: Clock
  readonly extractor: PageExtractor
}

export interface ReplayOptions extends RunOptions {
  readonly choice: PageChoice
  /** Pages at the most. */
  readonly limit: number
  /** How many there are: for progress. */
  readonly total: number
  /** The fields that are compared. */
  readonly only: readonly ArticleField[]
  readonly licensed: Licensed
  /** Who has what changed stored; null where nothing is written. */
  readonly applyAs: string | null
  /** Hears of every page; the next ones wait for it. */
  readonly tell: (page: ReplayedPage) => Promise<void>
}

/** A kept page and what extracting it again would change. */
export interface ReplayedPage {
  readonly page: Omit<KeptPage, 'bodyBrotli'>
  readonly outcome:
    | Replayed
    /** Corrected since from a page of which no copy was kept. */
    | { readonly kind: 'outdated' }
    /** Of the copy. */
    | { readonly kind: 'unreadable' }
  /** Opt-outs of the page that are not on record. */
  readonly optOuts: readonly OptOut[]
  readonly stored: Stored
}

/**
 * What became of it: nothing is written where nothing is to be, and of what is newly rejected; `overtaken` where another process
 * settled the article meanwhile, `duplicate` where what is newly accepted is an article already.
 */
export type Stored = 'nothing' | 'applied' | 'overtaken' | 'duplicate'

export type ReplayCounts = Record<ReplayedPage['outcome']['kind'] | 'pages', number> & {
  readonly fields: Partial<Record<ArticleField, number>>
  /** Of what is newly rejected. */
  readonly reasons: Record<string, number>
  /** Pages by the opt-outs that are not on record. */
  readonly optOuts: Record<string, number>
  readonly stored: Record<Exclude<Stored, 'nothing'>, number>
}

/** Pages in memory at a time: enough to keep the threads busy. */
const BATCH = 12
const MOST_BYTES = 50_000_000
const decompress = promisify(brotliDecompress)

/** kept pages → extracted again → what would change; stored, where that is asked for, as new versions. Ends early where `signal` aborts. */
export async function replay(parts: ReplayParts, options: ReplayOptions): Promise<ReplayCounts> {
  const { choice, limit, total, signal, progress = silent } = options
  const counts = noCounts()
  let after: KeptPage['id'] | null = null
  while (!signal?.aborted && counts.pages < limit) {
    const pages: KeptPage[] = await keptPages(parts.db, choice, { after, limit: Math.min(BATCH, limit - counts.pages) })
    const judged = await Promise.all(pages.map((page) => judge(parts, options, page)))
    for (const { told, examined } of judged) {
      if (signal?.aborted) break
      const stored = await store(parts, options, told, examined)
      await options.tell({ ...told, stored })
      count(counts, { ...told, stored })
      progress({ done: counts.pages, total: Math.max(total, counts.pages), note: told.page.canonicalUrl })
    }
    const last = pages.at(-1)
    if (last === undefined) break
    after = last.id
  }
  return counts
}

type Told = Omit<ReplayedPage, 'stored'>

interface Judged {
  readonly told: Told
  readonly examined: Examined | null
}

async function judge(parts: ReplayParts, { only, licensed }: ReplayOptions, kept: KeptPage): Promise<Judged> {
  const { bodyBrotli, ...page } = kept
  const { url, contentType, sourceId, settled, settledAt, fetchedAt, userAgent } = page
  if (settledAt > fetchedAt) return { told: { page, outcome: { kind: 'outdated' }, optOuts: [] }, examined: null }
  const bytes = await decompress(bodyBrotli, { maxOutputLength: MOST_BYTES }).catch(() => null)
  if (bytes === null) return { told: { page, outcome: { kind: 'unreadable' }, optOuts: [] }, examined: null }
  // Headers are not kept with the page, so what they asked for is taken from the record.
  const asked = { optOutHeaders: headersSaying(page.optOuts), ...(userAgent !== null && { userAgent }) }
  const examined = await parts.extractor.extract({
    ...{ url, contentType, bytes, ...asked, licensed: isLicensed(licensed, sourceId) },
  })
  const found = examined.optOuts.filter((one) => !page.optOuts.includes(one))
  return { told: { page, outcome: replayed(settled, examined, { fetchedAt, only }), optOuts: found }, examined }
}

async function store(
  { db, clock }: ReplayParts,
  { applyAs }: ReplayOptions,
  { page, outcome, optOuts: found }: Told,
  examined: Examined | null,
): Promise<Stored> {
  if (applyAs === null || examined === null) return 'nothing'
  if (outcome.kind === 'unchanged' && found.length === 0) return 'nothing'
  const decision = { actor: applyAs, now: clock.now() }
  return db.transaction(async (tx) => {
    if (found.length > 0) await saveOptOuts(tx, page.id, examined.optOuts)
    if (!mayKeepCopy(examined)) await dropRawPages(tx, page.id)
    const stored = await storeOutcome(tx, page, outcome, examined, decision)
    return stored === 'nothing' && found.length > 0 ? 'applied' : stored
  })
}

async function storeOutcome(
  db: Database,
  page: Told['page'],
  outcome: ReplayedPage['outcome'],
  examined: Examined,
  decision: { readonly actor: string; readonly now: Date },
): Promise<Stored> {
  switch (outcome.kind) {
    case 'changed': {
      const { version, fields: changed, after: values } = outcome
      const titleKey = normalisedTitle(values.title, page.sourceName)
      if (examined.kind === 'rejected') throw new Error(`article ${page.id}: a rejected page changed nothing`)
      const correction = { id: page.id, version, changed, values, page: examined.article, titleKey }
      return (await saveReplayed(db, { ...correction, ...decision })) === 'corrected' ? 'applied' : 'overtaken'
    }
    case 'newly-accepted': {
      if ((await reopenRejected(db, page.id, outcome.was, decision)) !== 'reopened') return 'overtaken'
      const saved = await savePage(db, page, examined, { foundAt: page.url, now: page.fetchedAt })
      return saved.kind === 'extracted' ? 'applied' : 'duplicate'
    }
    case 'rejected-otherwise':
      return (await saveOtherReason(db, page.id, outcome, decision)) === 'saved' ? 'applied' : 'overtaken'
    // An article that stories and quotes may rest on is not taken back by a machine, as when its page is looked at again.
    case 'newly-rejected':
    case 'unchanged':
    case 'outdated':
    case 'unreadable':
      return 'nothing'
  }
}

function noCounts(): ReplayCounts {
  return {
    ...{ pages: 0, unchanged: 0, changed: 0, 'newly-accepted': 0, 'newly-rejected': 0, 'rejected-otherwise': 0 },
    ...{ outdated: 0, unreadable: 0, fields: {}, reasons: {}, optOuts: {} },
    stored: { applied: 0, overtaken: 0, duplicate: 0 },
  }
}

function count(counts: ReplayCounts, { outcome, optOuts: found, stored }: ReplayedPage): void {
  counts.pages += 1
  counts[outcome.kind] += 1
  if (outcome.kind === 'changed') for (const field of outcome.fields) add(counts.fields, field)
  if (outcome.kind === 'newly-rejected') add(counts.reasons, outcome.reason)
  for (const one of found) add(counts.optOuts, one)
  if (stored !== 'nothing') counts.stored[stored] += 1
}

function add<Name extends string>(counts: Partial<Record<Name, number>>, name: Name): void {
  counts[name] = (counts[name] ?? 0) + 1
}
