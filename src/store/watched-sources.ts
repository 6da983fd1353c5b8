import { eq, sql } from 'drizzle-orm'
import type { SourceId } from '../source/source.ts'
import type { Database } from './database.ts'
import { article, feed, fetchHistory, item, membership, source } from './schema.ts'

/** A declared source, as far as who could carry a story depends on it. */
export interface DeclaredSource {
  readonly id: SourceId
  readonly owner: string | null
  /** BCP 47, as declared. */
  readonly languages: readonly string[]
}

/** All declared sources, by id. */
export async function declaredSources(db: Database): Promise<DeclaredSource[]> {
  return db
    .select({ id: source.id, owner: source.owner, languages: source.languages })
    .from(source)
    .where(eq(source.declared, true))
    .orderBy(source.id)
}

/** Where a source published on a day: the language of its articles and the shelves they stood on. */
export interface Activity {
  readonly sourceId: SourceId
  /** Primary subtag, lower case; `und` where it is unknown. */
  readonly language: string
  /** Of their pages and of the feeds that carried them. */
  readonly shelves: readonly string[]
}

/** What each source published from one moment to another, of what was read and grouped. */
export async function activityBetween(db: Database, from: Date, to: Date): Promise<Activity[]> {
  const language = sql<string>`coalesce(lower(split_part(${article.lang}, '-', 1)), 'und')`
  const { rows } = await db.execute<{ source_id: SourceId; language: string; shelves: string[] }>(sql`
    with published as (
      select ${article.id} as id, ${article.sourceId} as source_id, ${language} as language, ${article.section} as section
      from ${membership} join ${article} on ${article.id} = ${membership.articleId}
      where ${membership.articleAt} >= ${from} and ${membership.articleAt} < ${to}
    ), named as (
      select source_id, language, section as shelf from published
      union select published.source_id, published.language, ${feed.section} from published
        join ${item} on ${item.articleId} = published.id join ${feed} on ${feed.id} = ${item.feedId}
    )
    select source_id, language, array_agg(distinct coalesce(shelf, 'headlines')) as shelves
    from named group by 1, 2 order by 1, 2`)
  return rows.map(({ source_id, language: spoken, shelves }) => ({ sourceId: source_id, language: spoken, shelves }))
}

/** How the feeds of a source were polled over some time. */
export interface Polled {
  readonly sourceId: SourceId
  readonly polls: number
  readonly answered: number
  readonly itemsNew: number
  /** How the last poll that failed did; null where none did. */
  readonly failedAs: string | null
}

/** The polls of declared sources from one moment to another; sources without a poll are not there. */
export async function pollsBetween(db: Database, from: Date, to: Date): Promise<Polled[]> {
  const { rows } = await db.execute<
    { source_id: SourceId; failed_as: string | null; items_new: number } & Pick<Polled, 'polls' | 'answered'>
  >(sql`
    select ${feed.sourceId} as source_id, count(*)::int as polls,
      count(*) filter (where poll.answered)::int as answered, coalesce(sum(poll.items_new), 0)::int as items_new,
      (array_agg(poll.outcome order by poll.at desc) filter (where not poll.answered))[1] as failed_as
    from ${feed} join ${source} on ${source.id} = ${feed.sourceId}
      cross join lateral (
        select at, outcome, items_new, outcome in ('read', 'unchanged') as answered from ${fetchHistory}
        where feed_id = ${feed.id} and at >= ${from} and at <= ${to}) as poll
    where ${feed.declared} and ${source.declared}
    group by 1`)
  return rows.map(({ source_id, failed_as, items_new, polls, answered }) => ({
    ...{ sourceId: source_id, polls, answered, itemsNew: items_new, failedAs: failed_as },
  }))
}
