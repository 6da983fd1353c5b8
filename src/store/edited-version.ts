import { and, eq } from 'drizzle-orm'
import { type ArticleId, articleId } from '../article/article.ts'
import type { BundleDocument } from '../bundle/document.ts'
import { saveVersion } from './bundle-versions.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import { type BundleId, bundleId } from './ids.ts'
import { bundle, bundleVersion, claim, evidence, story } from './schema.ts'
import type { By } from './story-edits.ts'

export interface EditedVersion {
  readonly id: BundleId
  readonly version: number
  readonly revision: number
  readonly document: BundleDocument
}

/** `merged`: its story went into another, and nobody would read what is said here. */
export type NotToEdit = 'no-such-bundle' | 'merged'

/**
 * The bundle as it stands, kept from the pipeline and from other editors until the transaction ends. Meanwhile its story is not merged:
 * what is decided either comes along with it, or is refused.
 */
export async function lockedVersion(db: Database, name: string): Promise<EditedVersion | NotToEdit> {
  if (!/^[1-9]\d{0,17}$/.test(name)) return 'no-such-bundle'
  const id = bundleId(name)
  const [its] = await db
    .select({ state: story.state })
    .from(story)
    .innerJoin(bundle, eq(bundle.storyId, story.id))
    .where(eq(bundle.id, id))
    .for('share', { of: story })
  if (!its) return 'no-such-bundle'
  if (its.state === 'merged') return 'merged'
  const [row] = await db.select({ version: bundle.version }).from(bundle).where(eq(bundle.id, id)).for('update')
  if (!row) return 'no-such-bundle'
  const [current] = await db
    .select({ document: bundleVersion.document, revision: bundleVersion.storyRevision })
    .from(bundleVersion)
    .where(and(eq(bundleVersion.bundleId, id), eq(bundleVersion.version, row.version)))
  if (!current) throw new Error(`bundle ${id}: its version ${row.version} is missing`)
  return { id, version: row.version, ...current }
}

/** The next version of a bundle, by an editor; the story, for which it was composed, stays. */
export async function saveEdited(
  db: Database,
  current: EditedVersion,
  document: BundleDocument,
  by: By,
): Promise<number> {
  const version = current.version + 1
  await saveVersion(db, {
    ...{ bundleId: current.id, version, revision: current.revision, writer: 'editor', now: by.now },
    document,
    versions: await citedVersions(db, current),
  })
  await db.update(bundle).set({ version, updatedAt: by.now }).where(eq(bundle.id, current.id))
  return version
}

/** In which version of each article the quotes of this version of the bundle stand. */
async function citedVersions(db: Database, { id, version }: EditedVersion): Promise<Map<ArticleId, number>> {
  const rows = await db
    .selectDistinct({ article: evidence.articleId, version: evidence.articleVersion })
    .from(claim)
    .innerJoin(evidence, eq(evidence.claimId, claim.id))
    .where(and(eq(claim.bundleId, id), eq(claim.version, version)))
  return new Map(rows.map(({ article, version: cited }) => [articleId(article), cited]))
}

/** To be called in the transaction of the edit itself. */
export async function logEdit(
  db: Database,
  { bundle: id, kind, details }: { bundle: BundleId; kind: BundleEdit; details: object },
  by: By,
): Promise<void> {
  const noted = by.note === null ? {} : { note: by.note }
  await logChanges(db, [
    { at: by.now, actor: by.actor, kind, subject: 'bundle', subjectId: id, details: { ...details, ...noted } },
  ])
}

export type BundleEdit = 'worded' | 'released' | 'background-accepted' | 'background-rejected'
