import type { Extracted, ExtractedArticle } from '../src/article/extracted.ts'
import { normalisedTitle } from '../src/article/normalised-title.ts'
import { ownAddress } from '../src/article/own-address.ts'
import { plausibleDate } from '../src/article/plausible-date.ts'
import { isSamePiece } from '../src/article/same-piece.ts'
import {
  adoptCanonicalUrl,
  type Discovered,
  saveDuplicate,
  saveExtracted,
  saveRejected,
} from '../src/store/articles.ts'
import type { Database } from '../src/store/database.ts'
import { articlesTitledAlike } from '../src/store/titled-alike.ts'

export type SavedPage = { readonly kind: 'extracted' } | { readonly kind: 'rejected'; readonly reason: string }

type Unsettled = Pick<Discovered, 'id' | 'canonicalUrl' | 'sourceId' | 'sourceName' | 'appearedAt'>

/** what a page gave → its own address → an article, the article that has it already, or a rejection. Wants a transaction. */
export async function savePage(
  db: Database,
  article: Unsettled,
  extracted: Extracted,
  { foundAt, now }: { foundAt: string; now: Date },
): Promise<SavedPage> {
  const address = ownAddress(foundAt, extracted.kind === 'article' ? extracted.article.canonicalUrl : null)
  if (address !== null && address !== article.canonicalUrl) {
    if ((await adoptCanonicalUrl(db, article.id, address, now)) === 'duplicate')
      return { kind: 'rejected', reason: 'duplicate' }
  }
  if (extracted.kind === 'article') return saveArticle(db, article, extracted.article, now)
  await saveRejected(db, article.id, extracted.reason, now)
  return { kind: 'rejected', reason: extracted.reason }
}

/** Under its outlet's title of this week and with much the same text it is the article that has both already. */
async function saveArticle(
  db: Database,
  { id, sourceId, sourceName, appearedAt }: Unsettled,
  extracted: ExtractedArticle,
  now: Date,
): Promise<SavedPage> {
  const publishedAt = plausibleDate(extracted.publishedAt, now)
  const titleKey = normalisedTitle(extracted.title, sourceName)
  if (titleKey !== null) {
    const alike = await articlesTitledAlike(db, { id, sourceId, titleKey, appearedAt: publishedAt ?? appearedAt })
    const same = alike.find(({ text }) => isSamePiece(text, extracted.text))
    if (same !== undefined) {
      await saveDuplicate(db, id, same.id, now)
      return { kind: 'rejected', reason: 'duplicate' }
    }
  }
  await saveExtracted(db, id, extracted, { publishedAt, titleKey, now })
  return { kind: 'extracted' }
}
