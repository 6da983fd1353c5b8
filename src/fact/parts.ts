import { type Given, type Quantity, quantitiesOf } from './quantities.ts'
import { openingWordsOf } from './readings.ts'
import { wordnetParts } from './wordnet-parts.ts'

const parts = new Map(
  wordnetParts.split(';').map((entry): [string, ReadonlySet<string>] => {
    const [whole = '', named = ''] = entry.trim().split(': ')
    return [whole, new Set(named.split(/\s+/))]
  }),
)

const is = '(?:is|was|measures|measured)'
/** "The ship off Elma is". */
const place = '(?: (?:at|from|in|near|of|off|on) \\p{Lu}\\S*)?'
/** "The comet, whose body is", "the body of the comet is": what makes up a thing is as large as the thing. */
const body = '(?:body|bulk|mass|structure)'
const wholeBefore = new RegExp(
  `(?:(\\p{Ll}+)(?:, whose|['’]s) ${body}|\\b[Tt]he ${body} of (?:the|an?) (\\p{Ll}+))${place} ${is} $`,
  'u',
)
const subjectBefore = new RegExp(
  `\\b(?:[Tt]he|[Ii]ts|whose|\\p{Ll}+['’]s) (?:\\p{Ll}+ )?(\\p{Ll}+)${place} ${is} $`,
  'u',
)

/** Of a sentence, in UTF-16 units. */
const looked = 80

/** Is a size that the one report gives of a part larger than what the other gives of its whole? Then one of them is wrong. */
export function exceedsItsWhole(one: Given, other: Given): boolean {
  return exceeds(one, other) || exceeds(other, one)
}

function exceeds(part: Given, whole: Given): boolean {
  if (part.quantity.value <= whole.quantity.value) return false
  const [ours, theirs] = [subjectOf(part.quantity), subjectOf(whole.quantity)]
  if (ours === null || theirs === null || parts.get(theirs)?.has(ours) !== true) return false
  // Which comet's? That of both reports, where neither sizes another.
  return openingWordsOf(part.reading).has(theirs) && isOnlySize(part) && isOnlySize(whole)
}

/** The noun whose size it is, as written. */
function subjectOf({ statement, words }: Quantity): string | null {
  const { text } = statement.sentence
  const at = Math.max(0, text.indexOf(words))
  const before = text.slice(Math.max(0, at - looked), at)
  const [, owner, owned] = wholeBefore.exec(before) ?? []
  return owner ?? owned ?? subjectBefore.exec(before)?.[1] ?? null
}

function isOnlySize({ quantity: { unit }, reading: { statements, article } }: Given): boolean {
  const sized = statements.filter(({ mentions }) => mentions.figures.length > 0)
  return sized.flatMap((one) => quantitiesOf(one, article)).filter((one) => one.unit === unit).length === 1
}
