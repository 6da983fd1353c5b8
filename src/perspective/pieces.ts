import type { Reading } from '../fact/readings.ts'

/** Share of the shorter one's sentences that make two articles one text. */
const oneText = 0.4

/**
 * Articles of a story → those that print one text, in the story's order; most stand alone. Other articles of one owner, which are one
 * independence group too, are pieces of their own here: they say other things.
 */
export function piecesOf(readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const pieces: Reading[][] = []
  const ofGroup = new Map<number, { readonly sentences: ReadonlySet<string>; readonly members: Reading[] }[]>()
  for (const reading of readings) {
    const sentences = new Set(reading.statements.map(({ sentence }) => sentence.text))
    const beside = ofGroup.get(reading.group) ?? []
    const same = beside.find((piece) => isOneText(sentences, piece.sentences))
    if (same === undefined) {
      const members = [reading]
      pieces.push(members)
      ofGroup.set(reading.group, [...beside, { sentences, members }])
    } else same.members.push(reading)
  }
  return pieces
}

function isOneText(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  const shared = [...small].filter((sentence) => large.has(sentence)).length
  return small.size > 0 && shared >= small.size * oneText
}
