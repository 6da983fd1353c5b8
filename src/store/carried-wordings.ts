import { and, asc, eq, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { BundleDocument } from '../bundle/document.ts'
import { followingWordings } from '../bundle/following-wordings.ts'
import { withWordings } from '../bundle/wordings.ts'
import type { StoryId } from '../story/story.ts'
import { absorbedBundles } from './absorbed-bundles.ts'
import type { Database } from './database.ts'
import { type BundleId, bundleId } from './ids.ts'
import { resolveStory } from './locked-stories.ts'
import { bundle, bundleWording } from './schema.ts'
import { type StandingWording, standingWordings, wordingColumns } from './standing-wordings.ts'
import type { By } from './story-edits.ts'

/** Who takes words back that came along with a story that is here no more. */
const byPipeline = 'pipeline:bundle'
const notTakenBack = sql`${bundleWording.releasedBy} is distinct from ${byPipeline}`
const said = alias(bundleWording, 'said')

export interface Carrying {
  /** The bundles whose words count here, as `absorbedBundles` gives them. */
  readonly absorbed: readonly BundleId[]
  readonly isFirst: boolean
  readonly now: Date
}

export interface Carried {
  readonly document: BundleDocument
  /** The ids of the words that came along now, in this bundle. */
  readonly wordings: readonly string[]
}

/**
 * A bundle with what editors say in it, and with what they said in bundles of merged stories wherever the same sentence stands. Words
 * that once came along stay as the bundle's own do, until an editor releases them or their story leaves. Wants the bundle's row.
 */
export async function carryWordings(
  db: Database,
  id: BundleId,
  composed: BundleDocument,
  { absorbed, isFirst, now }: Carrying,
): Promise<Carried> {
  await takeBack(db, id, { absorbed, now })
  const standing = await standingWordings(db, id)
  const document = withWordings(composed, standing)
  const following = followingWordings(document, await wordingsToFollow(db, id, absorbed), { isFirst })
  if (following.length === 0) return { document, wordings: [] }
  const rows = await db
    .insert(bundleWording)
    .values(following.map((wording) => carriedRow(id, wording)))
    .returning({ id: bundleWording.id })
  return { document: withWordings(composed, [...standing, ...following]), wordings: rows.map((row) => row.id) }
}

const carriedRow = (bundleId: BundleId, wording: StandingWording) => {
  const { id: carriedFrom, part, label, position, text, replaced, actor, note, at } = wording
  return { bundleId, carriedFrom, part, label, position, text, replaced, actor, note, at }
}

/** Words that wait for their sentence in this bundle are not to come along any more; where they were said they stay. */
export async function releaseWaiting(db: Database, id: BundleId, wording: StandingWording, by: By): Promise<void> {
  await db.insert(bundleWording).values({ ...carriedRow(id, wording), releasedAt: by.now, releasedBy: by.actor })
}

/** Words whose story is not here any more: they stand where they were said. */
async function takeBack(db: Database, id: BundleId, { absorbed, now }: Omit<Carrying, 'isFirst'>): Promise<void> {
  const gone = db
    .select({ id: said.id })
    .from(said)
    .where(absorbed.length === 0 ? undefined : notInArray(said.bundleId, [...absorbed]))
  await db
    .update(bundleWording)
    .set({ releasedAt: now, releasedBy: byPipeline })
    .where(
      and(
        ...[eq(bundleWording.bundleId, id), isNull(bundleWording.releasedAt), isNotNull(bundleWording.carriedFrom)],
        inArray(bundleWording.carriedFrom, gone),
      ),
    )
}

/**
 * What editors said in the absorbed bundles, did not release and has not come along to this one, the nearest bundle's first and of
 * one bundle the newest. `id` is that of the words where they were said.
 */
async function wordingsToFollow(db: Database, id: BundleId, absorbed: readonly BundleId[]): Promise<StandingWording[]> {
  if (absorbed.length === 0) return []
  const origin = sql<string>`coalesce(${bundleWording.carriedFrom}, ${bundleWording.id})`.mapWith(String)
  const rows = await db
    .select({ ...wordingColumns, id: origin, bundle: bundleWording.bundleId, releasedAt: bundleWording.releasedAt })
    .from(bundleWording)
    .innerJoin(said, eq(said.id, origin))
    .where(
      and(
        ...[notTakenBack, inArray(bundleWording.bundleId, [...absorbed]), inArray(said.bundleId, [...absorbed])],
        sql`not exists (select from bundle_wording as own where own.bundle_id = ${id} and own.carried_from = ${said.id}
              and own.released_by is distinct from ${byPipeline})`,
      ),
    )
    .orderBy(asc(bundleWording.id))
  const nearness = (one: { readonly bundle: BundleId }) => absorbed.indexOf(one.bundle)
  // Where they came last counts: there an editor may have released what came from another.
  return [...new Map(rows.map((row) => [row.id, row])).values()]
    .filter(({ releasedAt }) => releasedAt === null)
    .toSorted((a, b) => nearness(a) - nearness(b) || b.at.getTime() - a.at.getTime() || Number(b.id) - Number(a.id))
    .map(({ bundle: _where, releasedAt: _never, ...wording }) => wording)
}

/** For editors: what was said in bundles of stories that merged into this one's, and stands nowhere in it. */
export async function waitingWordings(db: Database, name: string): Promise<StandingWording[]> {
  const its = await storyOf(db, name)
  if (its === null) return []
  const absorbed = await absorbedBundles(db, its.story)
  return wordingsToFollow(
    db,
    its.id,
    absorbed.map(({ id }) => id),
  )
}

/** The bundle to which that of a merged story leads; null where its story was not merged, or into one that has no bundle yet. */
export async function bundleItWentTo(db: Database, name: string): Promise<BundleId | null> {
  const its = await storyOf(db, name)
  const end = its && (await resolveStory(db, its.story))
  if (end === null || end === its?.story) return null
  const [row] = await db.select({ id: bundle.id }).from(bundle).where(eq(bundle.storyId, end))
  return row?.id ?? null
}

async function storyOf(db: Database, name: string): Promise<{ id: BundleId; story: StoryId } | null> {
  if (!/^[1-9]\d{0,17}$/.test(name)) return null
  const id = bundleId(name)
  const [row] = await db.select({ id: bundle.id, story: bundle.storyId }).from(bundle).where(eq(bundle.id, id))
  return row ?? null
}
