import { afterFailedFetch } from '../src/article/after-failed-fetch.ts'
import { changesOf } from '../src/article/correction.ts'
import { normalisedTitle } from '../src/article/normalised-title.ts'
import { plausibleDate } from '../src/article/plausible-date.ts'
import type { Clock } from '../src/outside/ports.ts'
import { saveRawPage } from '../src/store/articles.ts'
import { type Recheckable, saveCorrection, saveUnchangedPage } from '../src/store/corrections.ts'
import type { Database } from '../src/store/database.ts'
import { rawPageOf } from './keep-page.ts'
import { type PageParts, type PageRead, type ReadOptions, readPage } from './read-page.ts'

export interface RecheckParts extends PageParts {
  readonly db: Database
  readonly clock: Clock
}

/** an article that a feed showed as changed → its page → a new version of it, or none */
export async function recheck(
  parts: RecheckParts,
  { signal, keepRawPages }: ReadOptions,
  article: Recheckable,
): Promise<boolean> {
  return settle(parts, article, await readPage(parts, article, signal), keepRawPages)
}

/** What was an article stays one, whatever became of its page since: gone, paid for, moved behind a wall. */
async function settle(
  { db, clock }: RecheckParts,
  article: Recheckable,
  page: PageRead,
  keepRawPages: boolean,
): Promise<boolean> {
  const now = clock.now()
  const extracted = page.kind === 'read' && page.extracted.kind === 'article' ? page.extracted.article : null
  const changed = extracted === null ? [] : changesOf(article, extracted)
  if (extracted === null || changed.length === 0 || page.kind !== 'read') {
    await saveUnchangedPage(db, article.id, page.kind === 'failed' ? nextLook(article, page, now) : null)
    return false
  }
  const raw = keepRawPages ? await rawPageOf(article.id, page.body, now) : null
  const { id, version } = article
  const publishedAt = plausibleDate(extracted.publishedAt, now)
  const titleKey = normalisedTitle(extracted.title, article.sourceName)
  return db.transaction(async (tx) => {
    if (raw !== null) await saveRawPage(tx, raw)
    const saved = await saveCorrection(tx, { id, version, changed, extracted, publishedAt, titleKey, now })
    return saved === 'corrected'
  })
}

function nextLook(
  { attempts }: Recheckable,
  { reason, retryAfterSeconds }: Extract<PageRead, { kind: 'failed' }>,
  now: Date,
): Date | null {
  const next = afterFailedFetch(reason, { attempts, retryAfterSeconds, now })
  return next.kind === 'postponed' ? next.until : null
}
