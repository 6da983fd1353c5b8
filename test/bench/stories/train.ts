import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PairModel } from '../../../src/story/one-event.ts'
import { pairModel } from '../../../src/story/weights.ts'
import { names, readCollection } from './collections.ts'
import { fitPairs } from './fit.ts'
import { pairRows } from './pair-rows.ts'

const file = fileURLToPath(new URL('../../../src/story/weights.ts', import.meta.url))

/** `npm run train`: learns from the labelled collections of DATA_DIR, all of them and nothing else, and writes the weights. */
const lessons = []
for (const name of names) {
  const collection = await readCollection(name)
  lessons.push({ collection, rows: pairRows(collection.articles) })
}
const learned = fitPairs(lessons, () => true)
writeFileSync(file, textOf({ ...learned, version: pairModel.version + 1 }))
process.stdout.write(`${file}: version ${pairModel.version + 1}, from ${names.join(', ')}\n`)

function textOf({ version, bias, pair, context }: PairModel): string {
  const list = (weights: readonly number[]) => `[${weights.map((weight) => weight.toFixed(4)).join(', ')}]`
  return `import type { PairModel } from './one-event.ts'

/**
 * How much each sign of a pair counts for one event. Learned by \`npm run train\` (logistic regression) from the pairs of
 * neighbours in roundups, lookalikes and headlines.
 */
export const pairModel: PairModel = {
  version: ${version},
  bias: ${bias.toFixed(4)},
  // biome-ignore format: one list a line
  pair: ${list(pair)},
  // biome-ignore format: one list a line
  context: ${list(context)},
}
`
}
