import { bearsOut, contentOf, wordingOf } from '../fact/bears-out.ts'
import type { Fact } from '../fact/facts.ts'
import { type Figure, figuresIn } from '../fact/figures.ts'
import { shareBorneOut } from '../fact/matter.ts'
import type { Name } from '../fact/names.ts'
import { stopWords } from '../fact/ordinary-words.ts'
import { type Reading, type Statement, wordingOfStatement } from '../fact/readings.ts'
import { stemsIn } from '../fact/stems.ts'
import type { Voice } from '../fact/voices.ts'
import { stemOf } from '../story/stem.ts'
import { ownersOf } from './owners.ts'

/** A fact that others carry and none of the group's articles comes near, with the sentence to show it by. */
export interface AbsentFact {
  readonly shown: Statement
  /** The sentence shown, and one of each other owner that bears it out. */
  readonly statements: readonly Statement[]
}

/** A number with what it counts, "6,300 households", that others give and none of the group's articles does. */
export interface AbsentFigure {
  readonly text: string
  readonly shown: Statement
  readonly statements: readonly Statement[]
}

/** Share of a statement's words that may stand anywhere in an article which says nothing of it. */
const sharedByChance = 0.5

/** Share of the other words that two sentences have in common where both give a number for one thing. */
const sharedWithNumber = 0.3

/** What the group's articles say, as far as an absence has to look: all words and numbers, wherever they stand. */
interface Heard {
  readonly texts: readonly string[]
  readonly stems: readonly ReadonlySet<string>[]
  readonly figures: ReadonlySet<string>
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

/** Numbers that most of the independent owners elsewhere, two at least, give for one thing and no member has at all. */
export function absentFigures(facts: readonly Fact[], members: readonly Reading[], others: readonly Reading[]) {
  const heard = heardIn(members)
  const found = new Map<string, AbsentFigure>()
  for (const { statements } of byOwners(facts)) {
    for (const shown of statements.filter((one) => isShowable(one, others)).sort(byLength)) {
      for (const figure of shown.mentions.figures) {
        const text = countedIn(shown, figure)
        if (text === null || heard.figures.has(figure.value) || found.has(figure.value)) continue
        const alike = statements.filter((one) => one !== shown && sameCount(one, shown, figure, text))
        const giving = onePerOwner([shown, ...alike], others)
        if (giving.length >= Math.max(2, ownersOf(others) / 2))
          found.set(figure.value, { text, shown, statements: giving })
      }
    }
  }
  return [...found.values()].sort((a, b) => b.statements.length - a.statements.length)
}

/** Voices whom others quote and whose name no member so much as mentions. */
export function absentVoices(voices: readonly Voice[], members: readonly Reading[]): readonly Voice[] {
  return voices.filter((voice) => voice.owners >= 2 && !members.some((member) => mentions(member, voice)))
}

export function mentions({ article }: Reading, { name }: Voice): boolean {
  const last = name.split(' ').at(-1) ?? name
  return article.text.includes(last) || article.title.includes(last)
}

function byOwners(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ owners }) => owners >= 2).sort((a, b) => b.owners - a.owners)
}

function heardIn(members: readonly Reading[]): Heard {
  const texts = members.map(({ article }) => `${article.title}\n${article.text}`)
  return {
    texts,
    stems: texts.map(stemsIn),
    figures: new Set(texts.flatMap((text) => figuresIn(text).map(({ value }) => value))),
  }
}

function isShowable({ sentence, mentions: found, flaws, article }: Statement, others: readonly Reading[]): boolean {
  const reading = others.find((other) => other.article.id === article)
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

/** A reprint is not another report. */
function onePerOwner(statements: readonly Statement[], others: readonly Reading[]): readonly Statement[] {
  const groups = new Map(others.map((other) => [other.article.id, other.group]))
  const first = new Map<number, Statement>()
  for (const one of statements) {
    const group = groups.get(one.article)
    if (group !== undefined && !first.has(group)) first.set(group, one)
  }
  return [...first.values()]
}

/** "6,300 households": the number with what it counts; money and shares tell by themselves, lengths and times nothing. */
function countedIn({ sentence, mentions: found }: Statement, { value, sort }: Figure): string | null {
  const figure = found.figures.find((one) => one.value === value && one.sort === sort)
  if (figure === undefined || !isTelling(figure)) return null
  if (sort === 'money' || (sort === 'percent' && value !== '100')) return figure.text
  const at = sentence.text.indexOf(figure.text) + figure.text.length
  const next = /^ (\p{Ll}{2,}s|people|men|women|children)\b/u.exec(sentence.text.slice(at))?.[1]
  return next === undefined || stopWords.has(next) || measures.test(next) ? null : `${figure.text} ${next}`
}

const measures =
  /^(?:seconds|minutes|hours|days|weeks|months|years|decades|miles|kilomet\p{Ll}+|met\p{Ll}+|feet|inches|yards|degrees|pounds|tons|tonnes|acres|times|points|does)$/u

function sameCount(one: Statement, shown: Statement, figure: Figure, text: string): boolean {
  const other = countedIn(one, figure)
  return other !== null && unitOf(other) === unitOf(text) && shareBorneOut(shown, one) >= sharedWithNumber
}

function unitOf(counted: string): string {
  return stemOf(/ (\p{Ll}+)$/u.exec(counted)?.[1]?.replace(/^(?:per ?)?cent$/, '') ?? '')
}

function isTelling({ sort, value }: Figure): boolean {
  return sort !== 'year' && sort !== 'day' && sort !== 'time' && (Number(value) > 12 || value.includes('.'))
}

function byLength(a: Statement, b: Statement): number {
  return a.sentence.text.length - b.sentence.text.length
}
