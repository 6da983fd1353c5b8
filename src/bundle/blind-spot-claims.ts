import { outletName } from '../article/outlet-name.ts'
import { type Point, wordsIn } from '../fact/points.ts'
import type { SharedQuotation } from '../fact/quotations.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import type { Voice } from '../fact/voices.ts'
import type { AbsentFact, AbsentPoint } from '../perspective/absences.ts'
import type { LoadedShare } from '../perspective/loadedness.ts'
import type { Absences, Standpoint } from '../perspective/perspectives.ts'
import { articlesOf, computed, evidenceOf, type Rule, readable } from './claims.ts'
import type { Claim, Evidence } from './document.ts'
import { capitalised, inWords, listed } from './english.ts'

/** Sentences that are quoted in full; what else is left out is listed. */
const mostQuoted = 3
const mostFacts = 2
const mostListed = 6
const mostQuotations = 2

type Absent = Pick<Standpoint, 'members' | 'others' | keyof Absences> & Partial<Pick<Standpoint, 'loadedness'>>

/** What two independent reports elsewhere have and the group has nowhere: facts, then numbers, dates, names and terms, a voice and quotations. */
export function blindSpotOf(standpoint: Absent): Claim[] {
  const facts = standpoint.absentFacts.slice(0, mostFacts)
  const told = facts.flatMap(({ statements }) => statements)
  const [voice] = standpoint.absentVoices
  const quotations = standpoint.absentQuotations
    .filter(({ speaker }) => speaker === null || speaker !== voice?.name)
    .filter(({ speaker }, at, all) => speaker === null || all.findIndex((one) => one.speaker === speaker) === at)
    .slice(0, mostQuotations)
  const named = standpoint.absentPoints.filter(({ point }) => point.kind !== 'name' || !voice?.name.endsWith(point.key))
  const points = apart(named, told)
  const quoted = points.flatMap(({ point, shown, statements }) =>
    shown === null ? [] : [{ point, shown, statements }],
  )
  const first = quoted.slice(0, mostQuoted - facts.length)
  const rest = points.filter(({ point }) => !first.some((one) => one.point === point)).slice(0, mostListed)
  return [
    ...facts.map((fact) => factClaim(fact, standpoint)),
    ...first.map((absent) => pointClaim(absent, standpoint)),
    ...(rest.length === 0 ? [] : [listClaim(rest, standpoint)]),
    ...loadedClaim(standpoint),
    ...(voice === undefined ? [] : [voiceClaim(voice, standpoint)]),
    ...quotations.map((quotation) => quotationClaim(quotation, standpoint)),
  ]
}

/** One point of each sentence: "$48 million", "1,000 jobs" and "2031" of one sentence are one thing left out. */
function apart(points: readonly AbsentPoint[], told: readonly Statement[]): readonly AbsentPoint[] {
  const texts = new Set(told.map(({ sentence }) => sentence.text))
  return points.filter(({ statements }) => {
    const isNew = !statements.some(({ sentence }) => texts.has(sentence.text))
    if (isNew) for (const { sentence } of statements) texts.add(sentence.text)
    return isNew
  })
}

function factClaim({ shown, statements }: AbsentFact, standpoint: Absent): Claim {
  const { members } = standpoint
  const text = `${reporting(statements.length)} carry ${leftOutBy(standpoint)}: “${readable(shown.sentence.text)}”`
  return computed(text, 'absent-facts', [], [...statements.map(evidenceOf), ...articlesOf(members)])
}

interface ShownPoint extends AbsentPoint {
  readonly shown: Statement
}

/** How loaded the group's language is against the story's mean. */
function loadedClaim({ loadedness = null, members, others }: Absent): Claim[] {
  if (loadedness === null) return []
  const { members: own, story } = loadedness
  const perHundred = ({ loaded, words }: LoadedShare) => ((100 * loaded) / words).toFixed(1)
  const here = members.length === 1 ? 'this article has' : `these ${inWords(members.length)} articles have`
  const text = `In its outlet’s own words ${here} ${perHundred(own)} loaded words in a hundred; the story as a whole has ${perHundred(story)}.`
  const counts = [own, story].map(({ loaded, words }) => `${loaded} of ${words}`)
  const plural = members.length === 1 ? text : text.replace('its outlet’s', 'their outlets’')
  return [computed(plural, 'loaded-share', counts, articlesOf([...members, ...others]))]
}

const wording = {
  figure: (words: string) => `speak of ${words}`,
  date: (words: string) => `name ${words}`,
  name: (words: string) => `name ${words}`,
  term: (words: string) => `write of “${words}”`,
} as const satisfies Record<Point['kind'], (words: string) => string>

const ruleOf = {
  figure: 'absent-figures',
  date: 'absent-dates',
  name: 'absent-names',
  term: 'absent-terms',
} as const satisfies Record<Point['kind'], Rule>

/** The point is what the reports share, the sentence around it is one report's. */
function pointClaim({ point, shown, statements }: ShownPoint, { members, others }: Absent): Claim {
  const source = others.find(({ article }) => article.id === shown.article)?.article.source
  const writer = source === undefined ? 'one of them' : outletName(source)
  const words = namedBy(point, shown)
  const text = `${reporting(statements.length)} ${wording[point.kind](words)} and ${nowhere(members)}; ${writer} writes: “${readable(shown.sentence.text)}”`
  return computed(text, ruleOf[point.kind], [words], [...statements.map(evidenceOf), ...articlesOf(members)])
}

function listClaim(rest: readonly AbsentPoint[], { members }: Absent): Claim {
  const words = rest.map(({ point, statements: [first] }) =>
    first === undefined ? point.words : namedBy(point, first),
  )
  const items = rest.map(({ point }, at) => (point.kind === 'term' ? `“${words[at]}”` : (words[at] ?? '')))
  const text = `Also in two independent reports or more, but ${inNone(members)}: ${listed(items)}.`
  const spans = rest.flatMap(({ statements }) => statements.map(evidenceOf))
  return computed(text, 'absent-others', words, [...unique(spans), ...articlesOf(members)])
}

/** A point as the statement beside it writes it; a number that begins the sentence there is within one here. */
function namedBy(point: Point, statement: Statement): string {
  const words = wordsIn(point, statement)
  return point.kind === 'figure' ? words.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()) : words
}

function unique(spans: readonly Evidence[]): Evidence[] {
  return [...new Map(spans.map((span) => [`${span.article} ${span.quote}`, span])).values()]
}

function nowhere({ length }: readonly Reading[]): string {
  return length === 1 ? 'this one does not' : length === 2 ? 'neither of these does' : 'none of these does'
}

function nowhereIn({ length }: readonly Reading[]): string {
  return length === 1 ? 'this one does not have' : length === 2 ? 'neither of these has' : 'none of these has'
}

function inNone({ length }: readonly Reading[]): string {
  return length === 1 ? 'not in this one' : length === 2 ? 'in neither of these' : 'in none of these'
}

function voiceClaim(voice: Voice, { members }: Absent): Claim {
  const where = members.length === 1 ? 'this article' : 'these articles'
  const text = `${voice.name}, whom ${inWords(voice.owners)} independent reports quote, is not mentioned in ${where}.`
  const evidence = voice.articles.flatMap((id) =>
    voice.statements
      .filter((one) => one.article === id)
      .slice(0, 1)
      .map(evidenceOf),
  )
  return computed(text, 'absent-voices', [voice.name], [...evidence, ...articlesOf(members)])
}

function quotationClaim({ speaker, words, statements }: SharedQuotation, { members }: Absent): Claim {
  const whose = speaker === null ? 'words' : `${speaker} with words`
  const text = `${reporting(statements.length)} quote ${whose} that ${nowhereIn(members)}: “${readable(words)}”`
  return computed(text, 'absent-quotations', [], [...statements.map(evidenceOf), ...articlesOf(members)])
}

function reporting(count: number): string {
  return `${capitalised(inWords(count))} independent reports`
}

function leftOutBy({ members }: Absent): string {
  if (members.length === 1) return 'what this one leaves out'
  return members.length === 2 ? 'what neither of these does' : `what none of these ${inWords(members.length)} does`
}
