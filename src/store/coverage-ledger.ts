import { and, eq, sql } from 'drizzle-orm'
import type { SourceId } from '../source/source.ts'
import type { StoryId } from '../story/story.ts'
import type { Database } from './database.ts'
import type { BundleId } from './ids.ts'
import { article, bundle, bundleVersion, item, membership, source } from './schema.ts'

/** The bundle of a story as it stands, with what the ledger tells of it; null where the story has none. */
export async function bundleOfStory(db: Database, id: StoryId) {
  const [row] = await db
    .select({ id: bundle.id, state: bundle.state, version: bundle.version, document: bundleVersion.document })
    .from(bundle)
    .innerJoin(bundleVersion, and(eq(bundleVersion.bundleId, bundle.id), eq(bundleVersion.version, bundle.version)))
    .where(eq(bundle.storyId, id))
  return row ?? null
}
export type BundleOfStory = NonNullable<Awaited<ReturnType<typeof bundleOfStory>>> & { readonly id: BundleId }

/** What became of the pages that feeds announced from one moment to another, by source. */
export interface PagesOfSource {
  readonly sourceId: SourceId
  readonly announced: number
  /** In this story, in others, and in none yet. */
  readonly here: number
  readonly elsewhere: number
  readonly ungrouped: number
  /** Still to be fetched. */
  readonly waiting: number
  readonly rejected: Readonly<Record<string, number>>
}

// Not by when the page was found: nothing is looked up by that, and a source's pages are told by their entries.
const found = (from: Date, to: Date) => sql`${item.seenAt} >= ${from} and ${item.seenAt} <= ${to}`

/** Every page that an entry announced in this time counts once, under what became of it. */
export async function pagesBetween(db: Database, id: StoryId, from: Date, to: Date): Promise<PagesOfSource[]> {
  const { rows } = await db.execute<{ source_id: SourceId; outcome: string; reason: string | null; pages: number }>(sql`
    with announced as (
      select distinct ${article.id} as id, ${article.sourceId} as source_id, ${article.state} as state, ${article.rejectedReason} as why
      from ${item} join ${article} on ${article.id} = ${item.articleId} where ${found(from, to)}
    )
    select source_id, why as reason, count(*)::int as pages,
      case when state = 'discovered' then 'waiting' when state = 'rejected' then 'rejected'
        when ${membership.storyId} = ${id} then 'here' when ${membership.storyId} is null then 'ungrouped' else 'elsewhere' end as outcome
    from announced left join ${membership} on ${membership.articleId} = announced.id
    group by source_id, why, outcome order by source_id`)
  const bySource = new Map<SourceId, PagesOfSource>()
  for (const { source_id, outcome, reason, pages } of rows) {
    const known = bySource.get(source_id) ?? nothing(source_id)
    bySource.set(source_id, added(known, outcome, reason, pages))
  }
  return [...bySource.values()]
}

const nothing = (sourceId: SourceId): PagesOfSource => ({
  ...{ sourceId, announced: 0, here: 0, elsewhere: 0, ungrouped: 0, waiting: 0, rejected: {} },
})

function added(known: PagesOfSource, outcome: string, reason: string | null, pages: number): PagesOfSource {
  const counted = { ...known, announced: known.announced + pages }
  switch (outcome) {
    case 'here':
    case 'elsewhere':
    case 'ungrouped':
    case 'waiting':
      return { ...counted, [outcome]: counted[outcome] + pages }
    default:
      return { ...counted, rejected: { ...counted.rejected, [reason ?? 'unknown']: pages } }
  }
}

/** A page that could not become an article, with what its feeds said of it. */
export interface DroppedPage {
  readonly id: string
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly url: string
  readonly title: string
  readonly reason: string
}

/** Pages announced in this time that were rejected, and by which titles: what of them may have told the story is the caller's to say. */
export async function droppedBetween(db: Database, from: Date, to: Date): Promise<DroppedPage[]> {
  const { rows } = await db.execute<
    { id: string; source_id: SourceId; source_name: string } & Pick<DroppedPage, 'url' | 'title' | 'reason'>
  >(sql`
    select distinct on (${article.id}) ${article.id}::text as id, ${article.sourceId} as source_id, ${source.name} as source_name,
      ${article.canonicalUrl} as url, ${item.title} as title, ${article.rejectedReason} as reason
    from ${item} join ${article} on ${article.id} = ${item.articleId} join ${source} on ${source.id} = ${article.sourceId}
    where ${found(from, to)} and ${article.state} = 'rejected' and ${item.title} is not null
    order by ${article.id}, ${item.id}`)
  return rows.map(({ id, source_id, source_name, url, title, reason }) => ({
    ...{ id, sourceId: source_id, sourceName: source_name, url, title, reason },
  }))
}
