import type { Mentions } from '../fact/mentions.ts'

/** Share of the shorter sentence's words that may stand in another one without retelling it. */
const sharedByChance = 0.4
/** Two words in common are the story's subject. */
const fewestShared = 3
/** Share of a sentence's words that another one does not have. */
const mostlyNew = 0.8

/** Much the same words, or figures of which half were said before. */
export function repeats(one: Mentions, other: Mentions): boolean {
  return retells(one, other) || repeatsFigures(one, other)
}

/** Much the same words, or half of its figures with little beside them: a number of the lede may stand with what else is known of it. */
export function addsNothing(one: Mentions, lede: Mentions): boolean {
  return retells(one, lede) || (repeatsFigures(one, lede) && newShare(one, [lede]) < mostlyNew)
}

function retells(one: Mentions, other: Mentions): boolean {
  const [small, large] = one.stems.size <= other.stems.size ? [one, other] : [other, one]
  const shared = [...small.stems].filter((stem) => large.stems.has(stem)).length
  return shared >= Math.max(fewestShared, small.stems.size * sharedByChance)
}

function repeatsFigures(one: Mentions, other: Mentions): boolean {
  const said = new Set(other.figures.map((figure) => figure.value))
  const figures = one.figures.filter(
    ({ value, sort }) => (Number(value) > 10 || value.includes('.')) && sort !== 'year' && sort !== 'day',
  )
  const again = figures.filter((figure) => said.has(figure.value)).length
  return again > 0 && again * 2 >= figures.length
}

/** 0 to 1: how much of what a sentence says none of the others says. */
export function newShare(one: Mentions, others: readonly Mentions[]): number {
  const fresh = [...one.stems].filter((stem) => !others.some(({ stems }) => stems.has(stem))).length
  return fresh / Math.max(1, one.stems.size)
}
