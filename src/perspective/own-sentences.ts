import type { ArticleId } from '../article/article.ts'
import { type Reading, type Statement, stemsOfReading } from '../fact/readings.ts'
import { isAttributed } from '../fact/speech.ts'
import type { Flaw } from '../fact/standing.ts'
import { isDirectSpeech } from '../fact/voices.ts'

const unfit: ReadonlySet<Flaw> = new Set<Flaw>([
  'too-short',
  'too-long',
  'no-sentence',
  'page-furniture',
  'bare-quotation',
  'dangling',
  'connects',
  'question',
])

const unfitAsSpeech: ReadonlySet<Flaw> = new Set<Flaw>([
  'too-short',
  'too-long',
  'no-sentence',
  'page-furniture',
  'bare-quotation',
])

export function isFit(statement: Statement): boolean {
  return !statement.flaws.some((flaw) => unfit.has(flaw))
}

/** The opening sentence that is most the group's own; null where no member opens with a sentence fit to stand alone. */
export function ownLead(
  members: readonly Reading[],
  elsewhere: StemShares,
  used: readonly Statement[],
): Statement | null {
  const openings = members.flatMap((member) => {
    const opening = openingOf(member)
    return opening === undefined || !isFit(opening) || used.some((one) => hasSameText(one, opening)) ? [] : [opening]
  })
  return mostOwn(openings, elsewhere, 1)[0] ?? null
}

/** The first sentence of an article; captions, labels and the like that stand before it are none. */
export function openingOf({ statements }: Reading): Statement | undefined {
  return statements.find(({ flaws }) => !flaws.includes('page-furniture') && !flaws.includes('no-sentence'))
}

/**
 * Up to three sentences in which somebody is quoted by name, most the group's own, from different articles where there
 * are several. What nobody says aloud is not shown as anybody's words.
 */
export function ownSpeech(
  members: readonly Reading[],
  elsewhere: StemShares,
  used: readonly Statement[],
  fullNames: ReadonlyMap<string, string>,
): readonly Statement[] {
  const fit = members.flatMap((member) => member.statements.filter((one) => isSpeech(one, fullNames)))
  const most = members.length > 1 ? 3 : 2
  return mostOwn(fit, elsewhere, most, used)
}

/** So many sentences of a group are shown as its own. */
const fewestShown = 2

/** Where fewer speeches are shown than a group should have, sentences that its articles say themselves and that are most its own. */
export function ownWriting(
  members: readonly Reading[],
  elsewhere: StemShares,
  used: readonly Statement[],
  speeches: readonly Statement[],
): readonly Statement[] {
  const missing = fewestShown - speeches.length
  if (missing <= 0 || elsewhere.size === 0) return []
  const plain = members.flatMap(({ statements }) =>
    statements.filter((one) => isFit(one) && !one.flaws.includes('definite') && !isSomebodys(one.sentence.text)),
  )
  return mostOwn(plain, elsewhere, missing, used)
}

const isSomebodys = (text: string) => /["“”„]|\b(?:sagte|erklärte)\b/.test(text) || isAttributed(text)

/** Words that open with a quotation mark may say "it": who speaks is named, and speaks as people do. */
function isSpeech(statement: Statement, fullNames: ReadonlyMap<string, string>): boolean {
  const opens = /^["“]/.test(statement.sentence.text)
  const fit = opens ? !statement.flaws.some((flaw) => unfitAsSpeech.has(flaw)) : isFit(statement)
  return fit && isDirectSpeech(statement, fullNames)
}

function mostOwn(
  statements: readonly Statement[],
  elsewhere: StemShares,
  most: number,
  used: readonly Statement[] = [],
): readonly Statement[] {
  const scored = statements.map((one) => ({ one, score: ownness(one, elsewhere) })).sort((a, b) => b.score - a.score)
  const chosen: Statement[] = []
  const perArticle = new Map<ArticleId, number>()
  for (const { one } of scored) {
    if (chosen.length === most) break
    const already = perArticle.get(one.article) ?? 0
    if ((already > 0 && most > 2) || [...chosen, ...used].some((other) => isAlike(one, other))) continue
    perArticle.set(one.article, already + 1)
    chosen.push(one)
  }
  return chosen
}

/** How little of a sentence others say, how loaded it is; early sentences weigh a little more. */
function ownness({ mentions, sentence }: Statement, elsewhere: StemShares): number {
  const stems = [...mentions.stems]
  const rare = stems.reduce((sum, stem) => sum + 1 - (elsewhere.get(stem) ?? 0), 0) / (stems.length + 4)
  return rare + 0.25 * Math.min(mentions.loaded, 3) - 0.005 * Math.min(sentence.index, 20)
}

/** Of each stem the share of the articles that have it. */
export type StemShares = ReadonlyMap<string, number>

export function stemSharesOf(readings: readonly Reading[]): StemShares {
  const by = new Map<string, number>()
  for (const reading of readings)
    for (const stem of stemsOfReading(reading)) by.set(stem, (by.get(stem) ?? 0) + 1 / readings.length)
  return by
}

/** A reprint has the same sentence in another article. */
function hasSameText(one: Statement, other: Statement): boolean {
  return one.sentence.text === other.sentence.text
}

/** Half of the shorter sentence's words stand in the other. */
export function isAlike(one: Statement, other: Statement): boolean {
  const [small, large] = one.mentions.stems.size <= other.mentions.stems.size ? [one, other] : [other, one]
  const shared = [...small.mentions.stems].filter((stem) => large.mentions.stems.has(stem)).length
  return shared >= small.mentions.stems.size * 0.5
}
