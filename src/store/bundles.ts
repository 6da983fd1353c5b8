import { and, asc, eq, sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import type { BundleDocument } from '../bundle/document.ts'
import type { ModelBackground } from '../bundle/held-background.ts'
import { readsTheSame } from '../bundle/reads-the-same.ts'
import type { StoryId } from '../story/story.ts'
import { asEdited } from './as-edited.ts'
import { saveVersion } from './bundle-versions.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import type { BundleId } from './ids.ts'
import { article, bundle, bundleVersion, membership, story } from './schema.ts'

export interface DueStory {
  readonly id: StoryId
  readonly revision: number
}

/**
 * Stories of `minSources` sources or more whose bundle is missing or was composed before their last change, after `after`. One that has a
 * bundle is due with fewer too: an editor took articles out of it, and its bundle must not go on telling of them.
 */
export async function storiesToBundle(
  db: Database,
  { minSources, limit, after }: { minSources: number; limit: number; after?: StoryId | undefined },
): Promise<DueStory[]> {
  return dueStories(db, minSources, after).orderBy(asc(story.id)).limit(limit)
}

/** How many stories are due: for progress. */
export async function countToBundle(db: Database, minSources: number): Promise<number> {
  const due = dueStories(db, minSources).as('due')
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(due)
  return row?.count ?? 0
}

function dueStories(db: Database, minSources: number, after?: StoryId) {
  return db
    .select({ id: story.id, revision: story.revision })
    .from(story)
    .innerJoin(membership, eq(membership.storyId, story.id))
    .innerJoin(article, eq(article.id, membership.articleId))
    .leftJoin(bundle, eq(bundle.storyId, story.id))
    .leftJoin(bundleVersion, and(eq(bundleVersion.bundleId, bundle.id), eq(bundleVersion.version, bundle.version)))
    .where(
      and(
        sql`${story.state} <> 'merged'`,
        sql`coalesce(${bundle.composedRevision}, ${bundleVersion.storyRevision}, 0) < ${story.revision}`,
        after === undefined ? undefined : sql`${story.id} > ${after}`,
      ),
    )
    .groupBy(story.id)
    .having(sql`count(distinct ${article.sourceId}) >= ${minSources} or count(${bundle.id}) > 0`)
}

export interface NewVersion {
  readonly story: DueStory
  readonly document: BundleDocument
  /** What a model wrote besides and an editor is to see; missing where none was asked or it did not answer. */
  readonly background?: ModelBackground | undefined
  /** The versions of the articles that it was made from. */
  readonly versions: ReadonlyMap<ArticleId, number>
  readonly writer: string
  readonly publish: boolean
  readonly now: Date
}

export interface SavedBundle {
  readonly id: BundleId
  readonly version: number
  readonly outcome: 'created' | 'updated' | 'unchanged'
  /** As it stands now. */
  readonly document: BundleDocument
}

/**
 * The next version of a story's bundle with its claims, their evidence and the entry in the change log, in one transaction;
 * none where the bundle would read as it does. What editors say in it stays, as does what they said in bundles of stories that merged into this
 * one; background waits for them beside it. Two processes that write one bundle at a time,
 * and an editor who words it meanwhile, take turns on its row.
 */
export async function saveBundle(db: Database, composed: NewVersion): Promise<SavedBundle> {
  return db.transaction(async (tx) => {
    let current = await heldBundle(tx, composed)
    if (current === null) {
      const first = await saveFirst(tx, composed)
      if (first !== null) return first
      current = await heldBundle(tx, composed)
    }
    if (current === null) throw new Error(`story ${composed.story.id}: its bundle is neither there nor to be inserted`)
    const document = await asEdited(tx, current.id, composed, { isFirst: false })
    const isSame = readsTheSame(document, current.document)
    const version = isSame ? current.version : current.version + 1
    if (!isSame)
      await saveVersion(tx, { ...composed, document, bundleId: current.id, version, revision: composed.story.revision })
    await tx
      .update(bundle)
      .set(afterComposing(composed, version, isSame))
      .where(eq(bundle.id, current.id))
    if (isSame) return { id: current.id, version, outcome: 'unchanged', document: current.document }
    await logWritten(tx, current.id, version, composed)
    return { id: current.id, version, outcome: 'updated', document }
  })
}

function afterComposing({ story: due, publish, now }: NewVersion, version: number, isSame: boolean) {
  return {
    version,
    composedRevision: due.revision,
    ...(isSame ? {} : { updatedAt: now }),
    // What an editor withdrew stays withdrawn.
    ...(publish
      ? {
          state: sql<'draft'>`case when ${bundle.state} = 'draft' then 'published' else ${bundle.state} end`,
          publishedAt: sql`coalesce(${bundle.publishedAt}, ${now})`,
        }
      : {}),
  }
}

/** The bundle as it stands, kept from others until the transaction ends; null where the story has none. */
async function heldBundle(db: Database, { story: due }: NewVersion) {
  const [row] = await db
    .select({ id: bundle.id, version: bundle.version })
    .from(bundle)
    .where(eq(bundle.storyId, due.id))
    .for('update')
  if (!row) return null
  const [current] = await db
    .select({ document: bundleVersion.document })
    .from(bundleVersion)
    .where(and(eq(bundleVersion.bundleId, row.id), eq(bundleVersion.version, row.version)))
  if (!current) throw new Error(`bundle ${row.id}: its version ${row.version} is missing`)
  return { ...row, document: current.document }
}

/** Null where another process was first: its bundle is there now. */
async function saveFirst(db: Database, composed: NewVersion): Promise<SavedBundle | null> {
  const { story: due, publish, now } = composed
  const [row] = await db
    .insert(bundle)
    .values({
      ...{ storyId: due.id, version: 1, createdAt: now, updatedAt: now, composedRevision: due.revision },
      ...{ state: publish ? ('published' as const) : ('draft' as const), publishedAt: publish ? now : null },
    })
    .onConflictDoNothing({ target: bundle.storyId })
    .returning({ id: bundle.id })
  if (!row) return null
  const document = await asEdited(db, row.id, composed, { isFirst: true })
  await saveVersion(db, { ...composed, document, bundleId: row.id, version: 1, revision: due.revision })
  await logWritten(db, row.id, 1, composed)
  return { id: row.id, version: 1, outcome: 'created', document }
}

async function logWritten(db: Database, id: BundleId, version: number, { story: due, now }: NewVersion) {
  await logChanges(db, [
    {
      ...{ at: now, actor: 'pipeline:bundle', kind: version === 1 ? 'created' : 'updated' },
      ...{ subject: 'bundle', subjectId: id, details: { version, story: due.id } },
    },
  ])
}
