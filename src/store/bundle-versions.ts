import { type ArticleId, articleId } from '../article/article.ts'
import { claimsOf } from '../bundle/claims-of.ts'
import type { BundleDocument } from '../bundle/document.ts'
import type { Database } from './database.ts'
import type { BundleId } from './ids.ts'
import { bundleVersion, claim, evidence } from './schema.ts'

export interface VersionToSave {
  readonly bundleId: BundleId
  readonly version: number
  /** Of the story, for which it was written. */
  readonly revision: number
  readonly document: BundleDocument
  /** The versions of the articles that it was made from. */
  readonly versions: ReadonlyMap<ArticleId, number>
  readonly writer: string
  readonly now: Date
}

/** One version of a bundle with its claims and their evidence. Wants the transaction that makes it the current one. */
export async function saveVersion(db: Database, saved: VersionToSave): Promise<void> {
  const { bundleId, version, revision, document, writer, now } = saved
  await db.insert(bundleVersion).values({ bundleId, version, storyRevision: revision, document, writer, at: now })
  await saveClaims(db, saved)
}

async function saveClaims(db: Database, { bundleId, version, document, versions }: VersionToSave): Promise<void> {
  const places = claimsOf(document)
  const ids = await db
    .insert(claim)
    .values(
      places.map(({ part, position, claim: { text, basis, rule } }) => ({
        ...{ bundleId, version, part, position, text, basis, rule: rule ?? null },
      })),
    )
    .returning({ id: claim.id, part: claim.part, position: claim.position })
  const idOf = new Map(ids.map((row) => [`${row.part} ${row.position}`, row.id]))
  const rows = places.flatMap(({ part, position, claim: { evidence: spans } }) => {
    const claimId = idOf.get(`${part} ${position}`)
    if (claimId === undefined) throw new Error(`claim ${part} ${position} was not stored`)
    return spans.map((span, place) => ({
      claimId,
      position: place,
      articleId: articleId(span.article),
      articleVersion: versions.get(articleId(span.article)) ?? 1,
      quote: span.quote ?? null,
    }))
  })
  if (rows.length > 0) await db.insert(evidence).values(rows)
}
