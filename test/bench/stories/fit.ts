import { contextSigns, type PairModel, pairSigns } from '../../../src/story/one-event.ts'
import type { Collection } from './collections.ts'
import { fitLogistic, type Table } from './logistic.ts'
import type { PairRow } from './pair-rows.ts'

/** A collection with its pairs, of which a model may learn. */
export interface Lesson {
  readonly collection: Collection
  readonly rows: readonly PairRow[]
}

const width = pairSigns.length + contextSigns.length

/** Learns from the pairs of which `mayUse` allows both stories; every collection counts alike. */
export function fitPairs(
  lessons: readonly Lesson[],
  mayUse: (collection: string, story: string) => boolean,
): PairModel {
  const used = lessons.map(({ collection, rows }) => {
    const allowed = collection.gold.map((story) => mayUse(collection.name, story))
    return rows.filter(({ first, second }) => allowed[first] === true && allowed[second] === true)
  })
  const count = used.reduce((sum, rows) => sum + rows.length, 0)
  const table: Table = {
    width,
    values: new Float32Array(count * width),
    labels: new Uint8Array(count),
    weights: new Float32Array(count),
  }
  let at = 0
  for (const [which, rows] of used.entries()) {
    const gold = lessons[which]?.collection.gold ?? []
    const weight = count / (used.filter((some) => some.length > 0).length * Math.max(1, rows.length))
    for (const { first, second, signs } of rows) {
      table.values.set(signs, at * width)
      table.labels[at] = gold[first] === gold[second] ? 1 : 0
      table.weights[at] = weight
      at += 1
    }
  }
  const { bias, weights } = fitLogistic(table)
  return { version: 1, bias, pair: weights.slice(0, pairSigns.length), context: weights.slice(pairSigns.length) }
}
