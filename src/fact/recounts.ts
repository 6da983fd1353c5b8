import type { Article } from '../article/article.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'
import type { Reading, Statement } from './readings.ts'
import { termOf } from './stems.ts'

/** A number that a report sets against another one which it gives for the same thing. */
export interface Recount {
  /** The number that is doubted, with its noun. */
  readonly doubted: Quantity
  readonly instead: Quantity
}

const total = '(?:number|figure|toll|tally|count|total)'
const totals = ['number', 'figure', 'toll', 'tally', 'count', 'total'].map(termOf)
/** "The true number is higher." */
const truth = new RegExp(
  `\\b(?:true|real|actual)\\s(?:death\\s)?${total}\\b(?!\\sof)[^.]{0,40}\\b(higher|greater|larger|bigger|more|lower|smaller|less)\\b`,
  'i',
)
/** "But residents put the number at 7,100". */
const putAt = new RegExp(
  `\\b(?:put|puts|estimate[sd]?|places?d?)\\s(?:the|that)\\s(?:(?:true|real|actual)\\s)?(?:death\\s)?${total}\\sat\\s$`,
  'i',
)
const against =
  /^(?:But|However|Yet)\b|\b(?:but|however|though|although|while|whereas|instead|disput\p{L}+|contest\p{L}*)\b/iu
const before = /\b(?:earlier|initial(?:ly)?|previous(?:ly)?|original(?:ly)?|at first|last|had put)\b/i
const counting =
  /\b(?:counts?|counted|lists?|listed|tally|toll|number|total|estimate[sd]?|figure|puts?|arrived? at|comes? to|came to)\b/i
const hedge = /\b(?:at least|more than|about|around|some|roughly|nearly|almost)\s$/i
/** What is doubted stands at most so many sentences before the doubt. */
const reach = 2

/** The numbers of a report that it sets against one it gave before, saying that the true one is another. */
export function recountsIn({ statements, article }: Reading): readonly Recount[] {
  return statements.flatMap((statement, at): Recount[] => {
    const { text } = statement.sentence
    if (!totals.some((stem) => statement.mentions.stems.has(stem))) return []
    const higher = truth.exec(text)?.[1]
    const earlier = statements.slice(Math.max(0, at - reach), at)
    const later = statements.slice(at, at + 2)
    const found = higher === undefined ? putIn(statement, earlier, article) : named(later, earlier, article)
    if (found === null || before.test(found.instead.statement.sentence.text)) return []
    const rises = found.instead.value > found.doubted.value
    return higher !== undefined && rises !== /^(?:higher|greater|larger|bigger|more)$/i.test(higher) ? [] : [found]
  })
}

type Language = Pick<Article, 'publishedAt' | 'lang'>

/** The number that is set instead stands in the sentence of the doubt or in the next, which has to speak of counting. */
function named(later: readonly Statement[], earlier: readonly Statement[], article: Language): Recount | null {
  const doubted = lastCount(earlier, article)
  const counts = later.filter(({ sentence }) => counting.test(sentence.text))
  const instead = counts.map((one) => onlyOne(quantitiesOf(one, article).filter(isBare))).find((one) => one !== null)
  return doubted === null || !instead ? null : { doubted, instead }
}

/** The sentence itself may name the number that it doubts. */
function putIn(statement: Statement, earlier: readonly Statement[], article: Language): Recount | null {
  const { text } = statement.sentence
  if (!against.test(text)) return null
  const own = quantitiesOf(statement, article)
  const instead = own.find(
    (one) => isBare(one) && putAt.test(text.slice(0, text.indexOf(one.words)).replace(hedge, '')),
  )
  const doubted = lastCount([...earlier, statement], article)
  return doubted === null || instead === undefined ? null : { doubted, instead }
}

/** The last sentence that counts one thing, and only one. */
export function lastCount(statements: readonly Statement[], article: Language): Quantity | null {
  const counts = statements.map((one) =>
    quantitiesOf(one, article).filter(({ unit, counted, per }) => unit === '' && counted !== null && per === null),
  )
  return onlyOne(counts.findLast((some) => some.length > 0) ?? [])
}

const isBare = ({ unit, counted }: Quantity) => unit === '' && counted === null
const onlyOne = <T>(some: readonly T[]): T | null => (some.length === 1 ? (some[0] ?? null) : null)
