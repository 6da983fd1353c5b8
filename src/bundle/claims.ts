import type { ArticleId } from '../article/article.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import type { Claim, Evidence } from './document.ts'

/** The rules by which computed sentences come out of their articles. */
export const rules = [
  'coverage-count',
  'opening-sentence',
  'own-sentence',
  'opinion-sentence',
  'opinion-headline',
  'headline',
  'opening-names',
  'own-words',
  'own-voices',
  'voices',
  'opinion-share',
  'demand',
  'blamed',
  'credited',
  'loaded-share',
  'absent-facts',
  'absent-figures',
  'absent-dates',
  'absent-names',
  'absent-terms',
  'absent-others',
  'absent-voices',
  'absent-quotations',
  'grouping',
  'shared-point',
  'accounts-differ',
  'count-grew',
  'title-missing',
  'earlier-chapter',
  'number-history',
  'blindspot',
] as const
export type Rule = (typeof rules)[number]

/** The rule of a quoted sentence that a model wrote, in its own words, from the spans that it names. */
export const writtenRule = 'written-from'

/** A sentence as an article has it; `corroboration` are sentences of other articles that state the same. */
export function quoted(statement: Statement, corroboration: readonly Statement[] = []): Claim {
  const evidence = [statement, ...corroboration].map(evidenceOf)
  return { text: readable(statement.sentence.text), basis: 'quoted', evidence }
}

/** Sentences of articles that were joined into one. */
export function quotedTogether(text: string, statements: readonly Statement[]): Claim {
  return { text: readable(text), basis: 'quoted', evidence: statements.map(evidenceOf) }
}

export function quotedSpan(article: ArticleId, quote: string): Claim {
  return { text: readable(quote), basis: 'quoted', evidence: [{ article, quote }] }
}

/** A count or comparison over named articles; `matter` is what the rule was applied to. */
export function computed(text: string, rule: Rule, matter: readonly string[], evidence: readonly Evidence[]): Claim {
  const named = matter.length === 0 ? rule : `${rule}(${matter.join('; ')})`
  return { text, basis: 'computed', rule: named, evidence: [...evidence] }
}

export function evidenceOf({ article, sentence }: Statement): Evidence {
  return { article, quote: sentence.text }
}

/** White space of the page is not the writer's: one space stands for any run of it. */
export function readable(quote: string): string {
  return quote.replace(/\s+/g, ' ').trim()
}

/** Articles as evidence of a count, without a quote. */
export function articlesOf(readings: readonly Reading[]): Evidence[] {
  return readings.map(({ article }) => ({ article: article.id }))
}
