import { figuresIn } from './figures.ts'
import { hedgeBefore } from './hedges.ts'
import { type Measure, measureOf } from './measures.ts'

/** In so many words around a number stands what it measures. */
const reach = 8
/** What is put at a number may have a longer name: "the cost of repairing the bridge in the old town is put at". */
const longReach = 16
/** Characters on either side in which so many words stand. */
const farthest = 300
const conjunction = /\s(?:and|but|while|whereas|und|während|aber)\s/g
const breaks = /[,;:–—]\s/g

/** What the number from `at` measures: the nearest word of its own clause that tells, else the nearest beside it. */
export function measureAt(text: string, at: number, length: number, lang: string | null): Measure | null {
  const before = sinceAnd(text.slice(Math.max(0, at - farthest), at))
  const after = untilAnd(text.slice(at + length, at + length + farthest))
  const ours = { before: lastPiece(before), after: after.split(breaks)[0] ?? '' }
  // "Put the cost at $640 million in lost trade": what is put at a number stands before it, unless the next word says more ("at 38 dead").
  if (
    measureOf(wordsAndBorders(ours.after)[0] ?? '', lang) === null &&
    /\b(?:at|auf|bei)\s$/.test(before.replace(hedgeBefore, ''))
  ) {
    const put = nearest({ before: ours.before, after: '' }, longReach, lang)
    if (put !== null) return put
  }
  return nearest(ours, reach, lang) ?? nearest({ before, after }, reach, lang)
}

function nearest({ before, after }: { before: string; after: string }, most: number, lang: string | null) {
  const [back, on] = [wordsAndBorders(before).reverse(), wordsAndBorders(after)]
  for (let step = 0; step < most; step += 1) {
    const found = measureOf(on[step] ?? '', lang) ?? measureOf(back[step] ?? '', lang)
    if (found !== null) return found
  }
  return null
}

const wordsAndBorders = (text: string) => text.toLowerCase().match(/\p{L}[\p{L}’'-]*|[;:]/gu) ?? []
const lastPiece = (text: string) => text.split(breaks).at(-1) ?? ''

/** "Killing seven and injuring 40": what comes after "and" is another number's. */
function untilAnd(text: string): string {
  const end = text.search(conjunction)
  return end < 0 ? text : text.slice(0, end)
}

/** "Four dead, and 29 people have been treated": what stands before "and" with a number of its own is of that number. */
function sinceAnd(text: string): string {
  const and = Array.from(text.matchAll(conjunction)).at(-1)
  if (and === undefined) return text
  const counts = figuresIn(lastPieceOfSentence(text.slice(0, and.index))).some(
    ({ sort }) => sort !== 'year' && sort !== 'day',
  )
  return counts ? text.slice(and.index) : text
}

const lastPieceOfSentence = (text: string) => text.split(/[;:–—]\s/).at(-1) ?? ''
