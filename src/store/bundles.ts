import { and, asc, eq, sql } from 'drizzle-orm'
import { type ArticleId, articleId } from '../article/article.ts'
import { claimsOf } from '../bundle/claims-of.ts'
import type { BundleDocument } from '../bundle/document.ts'
import type { StoryId } from '../story/story.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import type { BundleId } from './ids.ts'
import { article, bundle, bundleVersion, claim, evidence, membership, story } from './schema.ts'

export interface DueStory {
  readonly id: StoryId
  readonly revision: number
}

/**
 * Stories of `minSources` sources or more whose bundle is missing or older than their last change, after `after`. One that has a
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
        sql`coalesce(${bundleVersion.storyRevision}, 0) < ${story.revision}`,
        after === undefined ? undefined : sql`${story.id} > ${after}`,
      ),
    )
    .groupBy(story.id)
    .having(sql`count(distinct ${article.sourceId}) >= ${minSources} or count(${bundle.id}) > 0`)
}

export interface NewVersion {
  readonly story: DueStory
  readonly document: BundleDocument
  /** The versions of the articles that it was made from. */
  readonly versions: ReadonlyMap<ArticleId, number>
  readonly writer: string
  readonly publish: boolean
  readonly now: Date
}

/**
 * The next version of a story's bundle with its claims, their evidence and the entry in the change log, in one
 * transaction. Two processes that write one bundle at a time take turns on its row.
 */
export async function saveBundle(db: Database, version: NewVersion): Promise<{ id: BundleId; version: number }> {
  return db.transaction(async (tx) => {
    const current = await nextVersionOf(tx, version)
    await tx.insert(bundleVersion).values({
      ...{ bundleId: current.id, version: current.version, storyRevision: version.story.revision },
      ...{ document: version.document, writer: version.writer, at: version.now },
    })
    await saveClaims(tx, current, version)
    await logChanges(tx, [
      {
        ...{ at: version.now, actor: 'pipeline:bundle', kind: current.version === 1 ? 'created' : 'updated' },
        ...{ subject: 'bundle', subjectId: current.id, details: { version: current.version, story: version.story.id } },
      },
    ])
    return current
  })
}

async function nextVersionOf(db: Database, { story: due, publish, now }: NewVersion) {
  const [row] = await db
    .insert(bundle)
    .values({
      ...{ storyId: due.id, version: 1, createdAt: now, updatedAt: now },
      ...{ state: publish ? ('published' as const) : ('draft' as const), publishedAt: publish ? now : null },
    })
    .onConflictDoUpdate({
      target: bundle.storyId,
      set: {
        version: sql`${bundle.version} + 1`,
        updatedAt: now,
        // What an editor withdrew stays withdrawn.
        state: publish
          ? sql`case when ${bundle.state} = 'draft' then 'published' else ${bundle.state} end`
          : bundle.state,
        publishedAt: publish ? sql`coalesce(${bundle.publishedAt}, ${now})` : bundle.publishedAt,
      },
    })
    .returning({ id: bundle.id, version: bundle.version })
  if (!row) throw new Error(`story ${due.id}: its bundle row was neither inserted nor updated`)
  return row
}

async function saveClaims(
  db: Database,
  current: { id: BundleId; version: number },
  { document, versions }: NewVersion,
): Promise<void> {
  const places = claimsOf(document)
  const ids = await db
    .insert(claim)
    .values(
      places.map(({ part, position, claim: { text, basis, rule } }) => ({
        ...{ bundleId: current.id, version: current.version, part, position, text, basis, rule: rule ?? null },
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
