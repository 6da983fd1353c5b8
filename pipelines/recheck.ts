import { afterFailedFetch } from '../src/article/after-failed-fetch.ts'
import type { ArticleId } from '../src/article/article.ts'
import { changesOf } from '../src/article/correction.ts'
import { type Examined, mayKeepCopy } from '../src/article/examine.ts'
import { normalisedTitle } from '../src/article/normalised-title.ts'
import { plausibleDate } from '../src/article/plausible-date.ts'
import type { Clock } from '../src/outside/ports.ts'
import { dropRawPages, saveOptOuts, saveRawPage } from '../src/store/articles.ts'
import { type Recheckable, saveCorrection, saveUnchangedPage } from '../src/store/corrections.ts'
import type { Database } from '../src/store/database.ts'
import { rawPageOf } from './keep-page.ts'
import { type PageParts, type PageRead, type ReadOptions, readPage } from './read-page.ts'

export interface RecheckParts extends PageParts {
  readonly db: Database
  readonly clock: Clock
}

/** an article that a feed showed as changed → its page → a new version of it, or none */
export async function recheck(parts: RecheckParts, options: ReadOptions, article: Recheckable): Promise<boolean> {
  return settle(parts, article, await readPage(parts, article, options), options)
}

/** What was an article stays one, whatever became of its page since: gone, paid for, moved behind a wall. */
async function settle(
  { db, clock }: RecheckParts,
  article: Recheckable,
  page: PageRead,
  { keepRawPages }: ReadOptions,
): Promise<boolean> {
  const now = clock.now()
  const extracted = page.kind === 'read' && page.examined.kind === 'article' ? page.examined.article : null
  const changed = extracted === null ? [] : changesOf(article, extracted)
  if (extracted === null || changed.length === 0 || page.kind !== 'read') {
    const next = page.kind === 'failed' ? nextLook(article, page, now) : null
    await db.transaction(async (tx) => {
      if (page.kind === 'read') await noteOptOuts(tx, article.id, page.examined)
      await saveUnchangedPage(tx, article.id, next)
    })
    return false
  }
  const raw = keepRawPages && mayKeepCopy(page.examined) ? await rawPageOf(article.id, page.body, now) : null
  const { id, version } = article
  const { title, authors, lang, section, text } = extracted
  const values = { title, authors, publishedAt: plausibleDate(extracted.publishedAt, now), lang, section, text }
  const titleKey = normalisedTitle(extracted.title, article.sourceName)
  return db.transaction(async (tx) => {
    if (raw !== null) await saveRawPage(tx, raw)
    await noteOptOuts(tx, id, page.examined)
    const saved = await saveCorrection(tx, {
      ...{ id, version, changed, values, page: extracted },
      titleKey,
      actor: 'pipeline:extract',
      now,
    })
    return saved === 'corrected'
  })
}

/** A page that has opted out since keeps its article, on whose row that stands from now on. Of its copies none is left. */
async function noteOptOuts(db: Database, id: ArticleId, examined: Examined): Promise<void> {
  await saveOptOuts(db, id, examined.optOuts)
  if (!mayKeepCopy(examined)) await dropRawPages(db, id)
}

function nextLook(
  { attempts }: Recheckable,
  { reason, retryAfterSeconds }: Extract<PageRead, { kind: 'failed' }>,
  now: Date,
): Date | null {
  const next = afterFailedFetch(reason, { attempts, retryAfterSeconds, now })
  return next.kind === 'postponed' ? next.until : null
}
