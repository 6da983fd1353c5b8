import { sql } from 'drizzle-orm'
import type { StoryId } from '../story/story.ts'
import type { Database } from './database.ts'
import type { BundleId } from './ids.ts'

/** Ways between stories that merged and parted again and again are followed no further. */
const farthest = 16

export interface AbsorbedBundle {
  readonly id: BundleId
  /** No other story has more of its articles. */
  readonly isHome: boolean
}

/**
 * The bundles of merged stories of whose articles this one has any, the nearest first: what editors decided on them counts here. Where
 * articles were split off again, they are in the story that came of it. Only those on which an editor decided, or has to.
 */
export async function absorbedBundles(db: Database, story: StoryId): Promise<AbsorbedBundle[]> {
  const { rows } = await db.execute<{ id: BundleId; home: StoryId }>(
    sql`with recursive kin (id, depth) as (
          select ${story}::bigint, 0
          union select next.id, kin.depth + 1 from kin cross join lateral (
            select story.id from story where story.merged_into = kin.id
            union all select story.split_from from story where story.id = kin.id and story.split_from is not null) as next
          where kin.depth < ${farthest}
        ), absorbed as (
          select bundle.id, bundle.version, min(kin.depth) as depth from kin
          join story on story.id = kin.id and story.state = 'merged' join bundle on bundle.story_id = story.id
          where exists (select from bundle_wording as said where said.bundle_id = bundle.id)
            or exists (select from bundle_background as known where known.bundle_id = bundle.id)
          group by bundle.id
        )
        select absorbed.id::text, (array_agg(share.story_id order by share.articles desc, share.story_id))[1]::text as home
        from absorbed cross join lateral (
          select membership.story_id, count(*) as articles from bundle_version as last
          cross join lateral jsonb_array_elements(last.document -> 'articles') as told
          join membership on membership.article_id = (told ->> 'id')::bigint
          where last.bundle_id = absorbed.id and last.version = absorbed.version
          group by membership.story_id) as share
        group by absorbed.id, absorbed.depth having bool_or(share.story_id = ${story}::bigint)
        order by absorbed.depth, absorbed.id`,
  )
  return rows.map(({ id, home }) => ({ id, isHome: home === story }))
}
