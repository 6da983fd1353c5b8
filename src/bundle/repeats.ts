import type { Statement } from '../fact/readings.ts'
import { isAlike } from '../perspective/own-sentences.ts'

/** The same words, or figures of which half were said before. */
export function repeats(one: Statement, other: Statement): boolean {
  if (isAlike(one, other)) return true
  const said = new Set(other.mentions.figures.map((figure) => figure.value))
  const figures = one.mentions.figures.filter(
    ({ value, sort }) => Number(value) > 10 && sort !== 'year' && sort !== 'day',
  )
  const again = figures.filter((figure) => said.has(figure.value)).length
  return again > 0 && again * 2 >= figures.length
}
