import { ArticleIndex } from '../../../src/story/article-index.ts'
import { inDateOrder } from '../../../src/story/date-order.ts'
import { Frequencies } from '../../../src/story/frequencies.ts'
import type { Prepared } from '../../../src/story/group.ts'
import { contextSigns, pairSigns } from '../../../src/story/one-event.ts'
import { ordinaryWords } from '../../../src/story/ordinary-words.ts'
import { type StorySettings, storySettings } from '../../../src/story/settings.ts'
import { Surroundings } from '../../../src/story/surroundings.ts'

/** A pair of neighbours, by the places of the two articles in what was given, with its signs at one moment. */
export interface PairRow {
  readonly first: number
  readonly second: number
  readonly signs: Float32Array
}

const dayMs = 86_400_000
const width = pairSigns.length + contextSigns.length

/**
 * What the stream sees of a collection: each article's pairs with its neighbours when it arrives, and those that are left when
 * all have arrived. What story an article is in plays no part.
 */
export function pairRows(articles: readonly Prepared[], settings: StorySettings = storySettings): PairRow[] {
  const index = new ArticleIndex(settings, new Frequencies(settings, ordinaryWords))
  const around = new Surroundings(index.open.neighbours)
  const signsOf = new Map<string, Float64Array>()
  const order: number[] = []
  const rows: PairRow[] = []
  const places = new Map(articles.map((row, at) => [row, at]))
  const emit = (slot: number, isArriving: boolean) => {
    const near = index.open.neighbours
    around.of(slot)
    for (let rank = 0; rank < near.count(slot); rank += 1) {
      const other = near.at(slot, rank)
      if (!isArriving && other < slot && near.has(other, slot)) continue
      const pair = signsOf.get(keyOf(slot, other))
      if (pair === undefined) continue
      const signs = new Float64Array(width)
      signs.set(pair)
      around.signs(other, near.nearness(slot, rank), signs, pairSigns.length)
      rows.push({ first: order[slot] ?? 0, second: order[other] ?? 0, signs: Float32Array.from(signs) })
    }
  }
  for (const row of inDateOrder(articles, ({ article }) => article.publishedAt)) {
    const { article, features } = row
    if (article.publishedAt !== null) index.advanceTo(Math.floor(article.publishedAt.getTime() / dayMs))
    order.push(places.get(row) ?? 0)
    const slot = index.takeIn({ articleId: article.id, features, when: article.publishedAt }, (signs, one, other) => {
      signsOf.set(keyOf(one, other), signs.slice())
      return 0
    })
    emit(slot, true)
  }
  for (const slot of order.keys()) emit(slot, false)
  return rows
}

const keyOf = (one: number, other: number) => (one < other ? `${one} ${other}` : `${other} ${one}`)
