import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'

/** Where everything stands: every discard under its reason, every feed under its last outcome. */
export interface Status {
  readonly sources: number
  readonly feeds: number
  readonly feedsFailing: number
  readonly feedsByOutcome: Readonly<Record<string, number>>
  readonly articlesByState: Readonly<Record<string, number>>
  readonly rejectedByReason: Readonly<Record<string, number>>
  /** Pages by what they ask of those who read them by machine. */
  readonly pagesByOptOut: Readonly<Record<string, number>>
  readonly stories: number
  readonly bundles: number
  readonly claims: number
  /** Sentences of background by a model that wait for an editor. */
  readonly backgroundHeld: number
  readonly lastFetchAt: Date | null
}

export async function readStatus(db: Database): Promise<Status> {
  const [counts] = (
    await db.execute<
      Record<'sources' | 'feeds' | 'failing' | 'stories' | 'bundles' | 'claims' | 'held', number> & {
        last: Date | null
      }
    >(sql`
      select (select count(*)::int from source where declared) as sources,
             (select count(*)::int from feed where declared) as feeds,
             (select count(*)::int from feed where declared and failures_in_row > 0) as failing,
             (select count(*)::int from story where state <> 'merged') as stories,
             (select count(*)::int from bundle) as bundles,
             (select count(*)::int from claim) as claims,
             (select count(*)::int from bundle_background h join bundle b on b.id = h.bundle_id join story s on s.id = b.story_id
               where h.state = 'held' and b.state <> 'withdrawn' and s.state <> 'merged') as held,
             (select max(last_checked_at) from feed) as last`)
  ).rows
  if (!counts) throw new Error('counting gave no row')
  return {
    ...{ sources: counts.sources, feeds: counts.feeds, feedsFailing: counts.failing },
    feedsByOutcome: await countBy(
      db,
      sql`select coalesce(last_outcome, 'never polled') as name, count(*)::int as count from feed where declared group by 1 order by 1`,
    ),
    articlesByState: await countBy(
      db,
      sql`select state as name, count(*)::int as count from article group by 1 order by 1`,
    ),
    rejectedByReason: await countBy(
      db,
      sql`select rejected_reason as name, count(*)::int as count from article where state = 'rejected' group by 1 order by 1`,
    ),
    pagesByOptOut: await countBy(
      db,
      sql`select opt_out as name, count(*)::int as count from article, unnest(opt_outs) as opt_out where opt_outs <> '{}' group by 1 order by 1`,
    ),
    ...{ stories: counts.stories, bundles: counts.bundles, claims: counts.claims, backgroundHeld: counts.held },
    lastFetchAt: counts.last === null ? null : new Date(counts.last),
  }
}

async function countBy(db: Database, query: ReturnType<typeof sql>): Promise<Record<string, number>> {
  const { rows } = await db.execute<{ name: string; count: number }>(query)
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}
