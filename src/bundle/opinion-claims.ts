import { outletName } from '../article/outlet-name.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { computed, evidenceOf, quoted, quotedTogether, readable } from './claims.ts'
import type { Claim } from './document.ts'
import { capitalised } from './english.ts'
import type { Lede } from './lede.ts'

/** A sentence as its report has it; one of an opinion piece as its outlet's own words. */
export function saidBy(
  statement: Statement,
  readings: readonly Reading[],
  corroboration: readonly Statement[] = [],
): Claim {
  const reading = readings.find(({ article }) => article.id === statement.article)
  const plain = quoted(statement, corroboration)
  // A quotation inside a quotation would have to be rewritten.
  if (reading?.isOpinion !== true || /["“”]/.test(statement.sentence.text)) return plain
  const { source } = reading.article
  const text = `${capitalised(outletName(source))} writes in an opinion piece: “${readable(statement.sentence.text)}”`
  return computed(text, 'opinion-sentence', [source.name], [evidenceOf(statement)])
}

/** A lede as its reports have it; where nobody reports, its first sentence, as an opinion piece's own words. */
export function ledeClaim({ text, told }: Lede, readings: readonly Reading[]): Claim {
  const [first] = told
  return first !== undefined && areOpinions(readings) ? saidBy(first, readings) : quotedTogether(text, told)
}

/** Whether nobody reports the story. */
export const areOpinions = (readings: readonly Reading[]): boolean => readings.every(({ isOpinion }) => isOpinion)

/** Where nobody reports, the headline says that the story is one of opinions. */
export function headlineOfOpinions(headline: Claim): Claim {
  const text = /["“”]/.test(headline.text) ? headline.text : `“${headline.text}”`
  return computed(`Opinion: ${text}`, 'opinion-headline', [], headline.evidence)
}
