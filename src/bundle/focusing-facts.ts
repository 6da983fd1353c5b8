import type { ArticleId } from '../article/article.ts'
import type { Fact } from '../fact/facts.ts'
import { shareBorneOut } from '../fact/matter.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { fullNamesOf } from '../fact/voices.ts'
import { type Shares, statementCentrality } from './centrality.ts'
import { repeats } from './repeats.ts'

/** A fact with the sentence that states it best and sentences of others that state the same. */
export interface FocusingFact {
  readonly statement: Statement
  readonly corroboration: readonly Statement[]
}

interface Ranked extends FocusingFact {
  /** 0 is best: reporting that stands alone; then reporting with a soft flaw; then opinion. */
  readonly tier: number
  readonly score: number
}

const most = 3
/** "The agreement was signed in Nairobi": a reader of three facts does not know which. */
const vague =
  /^The (?:\p{Ll}+ )?(?:deal|agreement|pact|move|measure|decision|plan|proposal|announcement|report|statement|letter|document|incident|attack|case|ruling|order|vote|bill|law|group|company|man|woman|suspect|victim|president|minister|secretary|senator|program|programme|project|investigation|report|study|figures?|news|debate|meeting)\b/u
const mostCorroboration = 3

/** Three facts: specific, corroborated, understood alone, unlike each other and unlike what was used already. */
export function focusingFacts(
  facts: readonly Fact[],
  readings: readonly Reading[],
  shares: Shares,
  used: readonly Statement[],
): readonly FocusingFact[] {
  const by = new Map(readings.map((reading) => [reading.article.id, reading]))
  const fullNames = fullNamesOf(readings)
  const ranked = facts.flatMap((fact) => rank(fact, by, shares, fullNames) ?? [])
  const chosen: Ranked[] = []
  for (const one of ranked.sort((a, b) => a.tier - b.tier || b.score - a.score)) {
    if (chosen.length === most) break
    const before = [...used, ...chosen.map((fact) => fact.statement)]
    if (!before.some((other) => repeats(one.statement, other))) chosen.push(one)
  }
  return introducedFirst(chosen, fullNames)
}

/** "Kallas said" comes after "harbour master Edith Kallas"; otherwise the best stays first. */
function introducedFirst(facts: readonly FocusingFact[], fullNames: FullNames): readonly FocusingFact[] {
  const loose = (fact: FocusingFact) => surnameAlone(fact.statement, fullNames)
  return [...facts.filter((fact) => !loose(fact)), ...facts.filter(loose)]
}

type FullNames = ReadonlyMap<string, string>

function rank(
  fact: Fact,
  readings: ReadonlyMap<ArticleId, Reading>,
  shares: Shares,
  fullNames: FullNames,
): Ranked | null {
  const ranked = fact.statements
    .flatMap((statement) => {
      const reading = readings.get(statement.article)
      const tier = reading === undefined ? null : tierOf(statement, reading)
      if (reading === undefined || tier === null) return []
      const others = fact.statements.filter((one) => one !== statement && corroborates(one, statement))
      const support = supportOf([statement, ...others].flatMap(({ article }) => readings.get(article) ?? []))
      const known = surnameAlone(statement, fullNames) ? 0.4 : 0
      const score = scoreOf(statement, others, shares) - known + support * agreement(statement, others)
      return [{ statement, tier, score: score + (reading.side === 'center' ? 0.2 : 0) }]
    })
    .sort((a, b) => a.tier - b.tier || b.score - a.score)
  const best = ranked[0]
  if (best === undefined) return null
  const corroboration = fact.statements.filter((one) => one !== best.statement && corroborates(one, best.statement))
  return { ...best, corroboration: corroboration.slice(0, mostCorroboration) }
}

/** Independent reports and sides that say the same: a reprint adds nothing. */
function supportOf(carriers: readonly Reading[]): number {
  const owners = new Set(carriers.map(({ group }) => group)).size
  const sides = new Set(carriers.map(({ side }) => side)).size
  return Math.log2(1 + owners) * 1.1 + 0.4 * (Math.min(sides, 3) - 1)
}

/** "Marquez said": a reader who comes to the sentence first does not know who that is. */
function surnameAlone({ mentions }: Statement, fullNames: FullNames): boolean {
  const whole = new Set(mentions.names.filter(({ words }) => words.length > 1).flatMap(({ words }) => words))
  return mentions.names.some(({ words: [only, more] }) => {
    return only !== undefined && more === undefined && fullNames.has(only) && !whole.has(only)
  })
}

/** 0 to 1: how much of what a sentence says the other sentences of its fact say too. */
function agreement({ mentions }: Statement, others: readonly Statement[]): number {
  if (others.length === 0) return 0.5
  const elsewhere = new Set(others.flatMap((one) => [...one.mentions.stems]))
  const shared = [...mentions.stems].filter((stem) => elsewhere.has(stem)).length
  return Math.min(1, 0.4 + shared / (mentions.stems.size + 1))
}

/** Only what shares a figure or half of what either says is shown as saying the same. */
function corroborates(one: Statement, other: Statement): boolean {
  if (one.article === other.article || one.flaws.includes('bare-quotation')) return false
  const figures = new Set(
    other.mentions.figures.filter((figure) => Number(figure.value) > 3).map((figure) => figure.value),
  )
  return (
    Math.max(shareBorneOut(one, other), shareBorneOut(other, one)) >= 0.5 ||
    one.mentions.figures.some((figure) => figures.has(figure.value))
  )
}

function tierOf({ flaws, mentions, sentence }: Statement, reading: Reading): number | null {
  const hard = flaws.filter((flaw) => flaw !== 'definite')
  if (hard.length > 0 || mentions.figures.length + mentions.names.length === 0) return null
  if (reading.isOpinion) return 2
  return flaws.length > 0 && (mentions.names.length === 0 || vague.test(sentence.text)) ? 1 : 0
}

/** Figures count in full where another article has them too. */
function scoreOf(statement: Statement, others: readonly Statement[], shares: Shares): number {
  const { mentions, sentence, flaws } = statement
  const confirmed = new Set(others.flatMap((one) => one.mentions.figures.map((figure) => figure.value)))
  const figures = mentions.figures.filter(({ sort }) => sort !== 'year' && sort !== 'day')
  const figureScores = figures.map((figure) => (confirmed.has(figure.value) ? 0.5 : others.length === 0 ? 0.4 : 0.15))
  const specific = figureScores
    .sort((a, b) => b - a)
    .slice(0, 2)
    .reduce((sum, score) => sum + score, 0)
  const named = (mentions.names.length > 0 ? 0.4 : 0) + (mentions.dates.length > 0 ? 0.25 : 0)
  const loose =
    (/\b(?:it|they|them|he|she|him|also)\b/.test(sentence.text) ? 0.3 : 0) +
    (flaws.length > 0 ? 0.3 : 0) +
    (/\b(?:this (?:morning|afternoon|evening|week)|today|tonight|yesterday|tomorrow)\b/i.test(sentence.text)
      ? 0.3
      : 0) +
    (/\b(?:may|might|could)\b/.test(sentence.text) ? 0.4 : 0)
  const speech = /[“"]/.test(sentence.text) ? 1.6 : 0
  const length = Math.max(0, sentence.text.length - 200) / 200
  return (
    specific + named + 2.5 * statementCentrality(statement, shares) - speech - loose - length - 0.4 * mentions.loaded
  )
}
