import type { Reading } from '../fact/readings.ts'

/** Share of the shorter one's sentences that make two articles one text. */
const oneText = 0.4

/**
 * Articles of a story → those that print one text, in the story's order; most stand alone. Other articles of one owner, which are one
 * independence group too, are pieces of their own here: they say other things.
 */
export function piecesOf(readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const pieces: { readonly sentences: ReadonlySet<string>; readonly members: Reading[] }[] = []
  for (const reading of readings) {
    const sentences = new Set(reading.statements.map(({ sentence }) => sentence.text))
    const same = pieces.find(
      ({ members, sentences: others }) =>
        members.some(({ group }) => group === reading.group) && isOneText(sentences, others),
    )
    if (same === undefined) pieces.push({ sentences, members: [reading] })
    else same.members.push(reading)
  }
  return pieces.map(({ members }) => members)
}

function isOneText(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  const shared = [...small].filter((sentence) => large.has(sentence)).length
  return small.size > 0 && shared >= small.size * oneText
}
