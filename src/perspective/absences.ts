import type { ArticleId } from '../article/article.ts'
import { bearsOut, contentOf, wordingOf } from '../fact/bears-out.ts'
import type { Fact } from '../fact/facts.ts'
import { figuresIn } from '../fact/figures.ts'
import { type Amount, mayAgree } from '../fact/hedges.ts'
import type { Name } from '../fact/names.ts'
import { isCommon, isTelling, type Point } from '../fact/points.ts'
import { quantitiesOf } from '../fact/quantities.ts'
import { type SharedQuotation, tellsQuotation } from '../fact/quotations.ts'
import {
  outsideStatements,
  type Reading,
  type Statement,
  stemsOfReading,
  wordingOfStatement,
} from '../fact/readings.ts'
import { stemsIn } from '../fact/stems.ts'
import type { Voice } from '../fact/voices.ts'

/** A fact that others carry and none of the group's articles comes near, with the sentence to show it by. */
export interface AbsentFact {
  readonly shown: Statement
  /** The sentence shown, and one of each other owner that bears it out. */
  readonly statements: readonly Statement[]
}

/** A number, a date, a name or a term that others have and none of the group's articles does. */
export interface AbsentPoint {
  readonly point: Point
  /** The sentence to show it by, fit to stand alone; null where none is. */
  readonly shown: Statement | null
  /** One of each independent owner elsewhere, the shown one first. */
  readonly statements: readonly Statement[]
}

/** Share of a statement's words that may stand anywhere in an article which says nothing of it. */
const sharedByChance = 0.5

/** What the group's articles say, as far as an absence has to look: all words and numbers, wherever they stand. */
interface Heard {
  readonly texts: readonly string[]
  /** "Corvane", for Corvane Steel. */
  readonly namesAlone: ReadonlySet<string>
  readonly stems: readonly ReadonlySet<string>[]
  readonly figures: ReadonlySet<string>
  /** By unit, with how exactly they are meant. */
  readonly amounts: ReadonlyMap<string, readonly Amount[]>
}

/** Facts that two independent owners elsewhere state and of which the members have no name, number or most words. */
export function absentFacts(facts: readonly Fact[], members: readonly Reading[], others: readonly Reading[]) {
  const heard = heardIn(members)
  return byOwners(facts).flatMap((fact): AbsentFact[] => {
    const candidates = fact.statements.filter((one) => isShowable(one, others) && !touches(heard, one))
    const found = candidates.map((shown) => ({ shown, statements: saying(shown, fact, others) }))
    return found.filter(({ statements }) => statements.length >= 2).slice(0, 1)
  })
}

/**
 * Points that two independent owners elsewhere state and no member has at all, be it in other words: a number neither
 * rounded nor as another number for the same thing, no day of the month of a date, no part of a term that tells. Of a `disputed` number
 * the articles are known that give another one for the same thing.
 */
export function absentPoints(
  points: readonly Point[],
  members: readonly Reading[],
  others: readonly Reading[],
  disputed: ReadonlyMap<string, ReadonlySet<ArticleId>>,
): readonly AbsentPoint[] {
  const heard = heardIn(members)
  const ids = new Set(members.map(({ article }) => article.id))
  return points.flatMap((point): AbsentPoint[] => {
    if (point.kind === 'figure' && members.some(({ article }) => disputed.get(point.key)?.has(article.id))) return []
    // Most points of a story end here, before every text is searched for them.
    if (point.kind !== 'term' && point.statements.some(({ article }) => ids.has(article))) return []
    const carried = onePerOwner(point.statements, others)
    if (carried.length < 2 || occursIn(heard, point)) return []
    const shown = point.statements.filter((one) => isQuotable(one, others)).sort(byLength)[0] ?? null
    const statements = shown === null ? carried : onePerOwner([shown, ...point.statements], others)
    return [{ point, shown, statements }]
  })
}

function occursIn({ texts, namesAlone, stems, figures, amounts }: Heard, point: Point): boolean {
  const { kind, key, words, unit, alias = key } = point
  switch (kind) {
    case 'figure': {
      const value = key.split(' ')[0] ?? key
      const amount = { value: Number(value), hedge: 'exact' } as const
      return figures.has(value) || (amounts.get(unit) ?? []).some((one) => mayAgree(one, amount))
    }
    case 'date':
      return texts.some((text) => text.includes(key.split(' ')[0] ?? key) || text.includes(alias))
    case 'name':
      // "The canal" may be the Sefir Canal.
      return texts.some((text) => includesWord(text, key)) || namesAlone.has(words.split(' ')[0] ?? key)
    case 'term':
      return key.split(' ').every((stem) => isCommon(stem) || stems.some((own) => own.has(stem) || endsIn(own, stem)))
  }
}

const includesWord = (text: string, word: string) => text.includes(word) || text.includes(word.toLowerCase())

/** "Geburtshilfestation" tells of "Geburtshilfe". */
function endsIn(own: ReadonlySet<string>, stem: string): boolean {
  return stem.length >= 10 && [...own].some((word) => word.includes(stem))
}

/** Voices whom others quote and whose name no member so much as mentions. */
export function absentVoices(voices: readonly Voice[], members: readonly Reading[]): readonly Voice[] {
  return voices.filter((voice) => voice.owners >= 2 && !mentionedBy(members, voice))
}

/**
 * Quotations that two independent reports elsewhere print while no member quotes their speaker, or, where no report names the speaker, prints
 * their words; most printed first.
 */
export function absentQuotations(
  quotations: readonly SharedQuotation[],
  voices: readonly Voice[],
  members: readonly Reading[],
  others: readonly Reading[],
): readonly SharedQuotation[] {
  const ids = new Set(members.map(({ article }) => article.id))
  const heard = new Set(voices.filter(({ articles }) => articles.some((id) => ids.has(id))).map(({ name }) => name))
  return quotations.flatMap((quotation): SharedQuotation[] => {
    const { speaker, statements, words } = quotation
    if ((speaker !== null && heard.has(speaker)) || statements.some(({ article }) => ids.has(article))) return []
    if (members.some((member) => tellsQuotation(member, words))) return []
    const printed = onePerOwner(statements, others)
    return printed.length < 2 ? [] : [{ ...quotation, statements: printed, owners: printed.length }]
  })
}

/** Whom an article quotes it names, so that few are searched for in every text. */
export function mentionedBy(readings: readonly Reading[], { name, articles }: Voice): boolean {
  const last = name.split(' ').at(-1) ?? name
  const quoting = new Set(articles)
  return (
    readings.some(({ article }) => quoting.has(article.id)) ||
    readings.some(({ article }) => article.text.includes(last) || article.title.includes(last))
  )
}

function byOwners(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ owners }) => owners >= 2).sort((a, b) => b.owners - a.owners)
}

/** A group is heard once for its facts and once for its points. */
const heardBefore = new WeakMap<readonly Reading[], Heard>()

function heardIn(members: readonly Reading[]): Heard {
  const before = heardBefore.get(members)
  if (before !== undefined) return before
  const heard = listenTo(members)
  heardBefore.set(members, heard)
  return heard
}

function listenTo(members: readonly Reading[]): Heard {
  const unread = members.map(outsideStatements)
  const figures = [
    ...members.flatMap(({ statements }) => statements.flatMap((one) => one.mentions.figures)),
    ...unread.flatMap(figuresIn),
  ]
  return {
    texts: members.map(({ article }) => `${article.title}\n${article.text}`),
    namesAlone: new Set(
      members.flatMap(({ statements }) =>
        statements.flatMap(({ mentions }) =>
          mentions.names.flatMap(({ words: [one = '', ...more] }) => (more.length === 0 ? one : [])),
        ),
      ),
    ),
    stems: members.map((member, at) => new Set([...stemsOfReading(member), ...stemsIn(unread[at] ?? '')])),
    figures: new Set(figures.map(({ value }) => value)),
    amounts: amountsIn(members),
  }
}

function amountsIn(members: readonly Reading[]): ReadonlyMap<string, readonly Amount[]> {
  const amounts = new Map<string, Amount[]>()
  const known = new Set<string>()
  for (const { statements, article } of members) {
    for (const { unit, value, hedge: given } of statements.flatMap((one) => quantitiesOf(one, article))) {
      const hedge = given === 'about' ? 'about' : 'exact'
      const key = `${value} ${hedge} ${unit}`
      if (known.has(key)) continue
      known.add(key)
      amounts.set(unit, [...(amounts.get(unit) ?? []), { value, hedge }])
    }
  }
  return amounts
}

function isQuotable({ sentence, flaws, article }: Statement, others: readonly Reading[]): boolean {
  const reading = byArticle(others).get(article)
  return flaws.length === 0 && reading?.isOpinion === false && !/["“”„]/.test(sentence.text)
}

function isShowable({ sentence, mentions: found, flaws, article }: Statement, others: readonly Reading[]): boolean {
  const reading = byArticle(others).get(article)
  if (flaws.length > 0 || reading?.isOpinion !== false || /["“”]/.test(sentence.text)) return false
  return found.figures.some(isTelling) || found.names.length > 0
}

/** Names that the whole story shares tell nothing, so a sentence whose names and numbers all occur is never absent. */
function touches({ texts, stems, figures }: Heard, statement: Statement): boolean {
  const { mentions: found } = statement
  const content = contentOf(wordingOfStatement(statement))
  const occurs = (name: Name) => texts.some((text) => text.includes(name.words.at(-1) ?? name.text))
  return (
    found.names.some(occurs) ||
    found.figures.some((figure) => isTelling(figure) && figures.has(figure.value)) ||
    stems.some((own) => content.filter((stem) => own.has(stem)).length >= content.length * sharedByChance)
  )
}

function saying(shown: Statement, { statements }: Fact, others: readonly Reading[]): readonly Statement[] {
  const claim = wordingOf(shown.sentence.text)
  const alike = statements.filter((one) => one !== shown && bearsOut(wordingOfStatement(one), claim))
  return onePerOwner([shown, ...alike], others)
}

const indexed = new WeakMap<readonly Reading[], ReadonlyMap<string, Reading>>()

/** Looked up for every statement of a story: the others are indexed once for each group. */
function byArticle(others: readonly Reading[]): ReadonlyMap<string, Reading> {
  const before = indexed.get(others)
  if (before !== undefined) return before
  const index = new Map(others.map((other): [string, Reading] => [other.article.id, other]))
  indexed.set(others, index)
  return index
}

/** A reprint is not another report. */
function onePerOwner(statements: readonly Statement[], others: readonly Reading[]): readonly Statement[] {
  const by = byArticle(others)
  const first = new Map<number, Statement>()
  for (const one of statements) {
    const group = by.get(one.article)?.group
    if (group !== undefined && !first.has(group)) first.set(group, one)
  }
  return [...first.values()]
}

function byLength(a: Statement, b: Statement): number {
  return a.sentence.text.length - b.sentence.text.length
}
