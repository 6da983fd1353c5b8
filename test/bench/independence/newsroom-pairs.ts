import { readGold } from '../../newsroom/gold.ts'
import { readOutlets } from '../../newsroom/outlets.ts'
import { newsroomArticle, newsroomId } from '../newsroom-article.ts'
import { grouped } from './grouped.ts'
import { type Pair, pairsOf } from './pairs.ts'

/** The pairs of articles of different outlets on one event of the newsroom: its reprints, and all that are none. */
export function newsroomPairs(): Pair[] {
  const kinds = new Map(readOutlets().map(({ id, kind }) => [id, kind]))
  const writtenBy = new Map(readGold().articles.map((one) => [newsroomId(one), one.reprintOf ?? one.outlet]))
  return [...grouped(readGold().articles, ({ event }) => event).values()].flatMap((event) =>
    pairsOf(event.map((one) => newsroomArticle(one, kinds.get(one.outlet) ?? null))).map((pair) => ({
      ...pair,
      isOne: writtenBy.get(pair.first.id) === writtenBy.get(pair.second.id),
    })),
  )
}
