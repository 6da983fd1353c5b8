import { type Article, articleId } from '../../../src/article/article.ts'
import { sourceId } from '../../../src/source/source.ts'
import { type Gold, readGold } from '../../newsroom/gold.ts'
import { readOutlets } from '../../newsroom/outlets.ts'
import { grouped } from './grouped.ts'
import { type Pair, pairsOf } from './pairs.ts'

/** The pairs of articles of different outlets on one event of the newsroom: its reprints, and all that are none. */
export function newsroomPairs(): Pair[] {
  const kinds = new Map(readOutlets().map(({ id, kind }) => [id, kind]))
  const writtenBy = new Map(readGold().articles.map((one) => [idOf(one), one.reprintOf ?? one.outlet]))
  return [...grouped(readGold().articles, ({ event }) => event).values()].flatMap((event) =>
    pairsOf(event.map((one) => articleFrom(one, kinds.get(one.outlet) ?? null))).map((pair) => ({
      ...pair,
      isOne: writtenBy.get(pair.first.id) === writtenBy.get(pair.second.id),
    })),
  )
}

type GoldArticle = Gold['articles'][number]

const idOf = ({ outlet, path }: GoldArticle) => articleId(`${outlet} ${path}`)

/** Without its owner: what an owner says of two articles is no test of their texts. */
function articleFrom(one: GoldArticle, kind: Article['source']['kind']): Article {
  const { outlet, title, text, publishedAt } = one
  const source = { id: sourceId(outlet), name: outlet, leaning: 'unknown' as const, owner: null }
  return {
    ...{ id: idOf(one), title, text, url: null, lang: 'en', wire: null, sections: [] },
    ...{ publishedAt: new Date(publishedAt), source: { ...source, kind, country: null, reach: null } },
  }
}
