import type { Article } from '../article/article.ts'
import { stemOf } from '../story/stem.ts'
import type { Figure } from './figures.ts'
import { germanStopWords } from './german.ts'
import { type Hedge, hedgeOf } from './hedges.ts'
import { type Measure, measureOf } from './measures.ts'
import { type Name, namesIn } from './names.ts'
import { ordinaryWords, stopWords } from './ordinary-words.ts'
import { type Period, periodOf } from './periods.ts'
import type { Statement } from './readings.ts'
import { stemsIn, stemsOf, termOf, wordsOf } from './stems.ts'

/** A number of a statement with what it measures or counts. */
export interface Quantity {
  readonly statement: Statement
  /** "12", or for a vote "52-48". */
  readonly key: string
  readonly value: number
  readonly hedge: Hedge
  /** "$", "percent", "points", or empty for a plain count; a vote is "vote". */
  readonly unit: string
  /** "a ton": the stem of what the number is for one of. */
  readonly per: string | null
  /** Stem of the noun that is counted: null where none follows. */
  readonly counted: string | null
  readonly measure: Measure | null
  /** As written, with its hedge and what it counts: "at least 12 people". */
  readonly words: string
  readonly period: Period
  readonly names: ReadonlySet<string>
  readonly matter: ReadonlySet<string>
  /** The part of the sentence in which it stands, without who says it. */
  readonly part: string
  readonly lang: string | null
}

/** A difference, an earlier number or a part of another one: nothing that two reports could give as the number of one thing. */
const relative =
  /(?:\b(?:by|up|down|rose|fell|gained|added|adding|jumped|climbed|slid|slipped|dropped|lost another|another|additional|extra|from|than|compared (?:with|to)|versus|vs\.?|against|including|among them|of whom|of them|of which|first|last|next|past|every|each|remaining|other|darunter|davon|um|als|von|weitere|gegenüber|statt)|\bof (?:the|its|his|her|their|those|these)|\d of)\s*[$£€]?$/i
const bound = /\b(?:more|less|fewer|higher|lower|mehr|weniger) (?:than|als)\s*[$£€]?$/i
const hedged =
  /(?:\b(?:at least|more than|fewer than|less than|no more than|no fewer than|as many as|as much as|up to|upwards of|about|around|some|roughly|approximately|an estimated|estimated|close to|nearly|almost|over|under|mindestens|mehr als|weniger als|rund|etwa|knapp|fast|gut|bis zu)\s+)$/i
/** "Title 42", "Flight 370", "No. 2": a name with a number in it. */
const labelled = /(?:\p{Lu}[\p{L}.]*|#)\s?$/u
const moreOfThem =
  /^\s?(?:more|additional|other|others|weitere|mehr)\b|^-?(?:year|month|week|day|hour|minute|point|mile|foot|page|member|vote|person)s?-|^(?:st|nd|rd|th)\b|^\s?(?:out )?of (?:the|its|his|her|their|those|these|all|them|which|whom)\b|^\s?(?:out )?of \d|^\s?(?:to|bis|or|oder|and|und|-|–)\s?[$£€]?\d/i
const times =
  /^(?:second|minute|hour|day|night|week|month|year|decade|centuri|inch|mile|kilomet\p{L}*|metr|meter|feet|foot|inch|degre|time|point|age|percentag|place|stunden?|tagen?|wochen?|monaten?|jahren?|kilometern?|metern?|uhr|minuten)$/u
const currency = /^\s(euros?|dollars?|pounds?|yen|rubles?|rupees?|francs?)\b/i
const rate = /^(?:\s\p{L}+){0,2}?\s(?:an?|per|each|every|pro|je)\s(\p{Ll}{3,})/u
const currencies: Readonly<Record<string, string>> = { euro: '€', dollar: '$', pound: '£', us$: '$' }
const saying =
  /\b(?:said|says|told|tells|added|adds|reported|reports|according|announced|estimated|confirmed|tweeted|wrote|claimed|sagte|teilte|erklärte)\b/i
const polled = /\b(?:poll|polls|polling|survey|surveyed|respondents|umfrage|odds|betting)\b/i
/** In so many words around a number stands what it measures. */
const reach = 8

const quantitiesKnown = new WeakMap<Statement, readonly Quantity[]>()

/** The quantities that a statement of its article gives; of each found once, since both differences and absences ask for them. */
export function quantitiesOf(
  statement: Statement,
  article: Pick<Article, 'publishedAt' | 'lang'>,
): readonly Quantity[] {
  const known = quantitiesKnown.get(statement)
  if (known !== undefined) return known
  const quantities = quantitiesIn(statement, article)
  quantitiesKnown.set(statement, quantities)
  return quantities
}

function quantitiesIn(statement: Statement, article: Pick<Article, 'publishedAt' | 'lang'>): readonly Quantity[] {
  const { text } = statement.sentence
  if (statement.mentions.figures.length === 0 || polled.test(text)) return []
  const whole = periodOf(text, article.publishedAt)
  let from = 0
  return statement.mentions.figures.flatMap((figure): Quantity[] => {
    const at = text.indexOf(figure.text, from)
    if (at < 0) return []
    from = at + figure.text.length
    if (figure.sort === 'year' || figure.sort === 'day' || figure.sort === 'time') return []
    const found = quantityAt(figure, at, statement, article, whole)
    return found === null ? [] : [found]
  })
}

function quantityAt(
  figure: Figure,
  at: number,
  statement: Statement,
  { publishedAt, lang }: Pick<Article, 'publishedAt' | 'lang'>,
  whole: Period,
): Quantity | null {
  const { text } = statement.sentence
  const before = text.slice(Math.max(0, at - 40), at)
  const after = text.slice(at + figure.text.length, at + figure.text.length + 60)
  const isNumber = /^[$£€¥]?\d/.test(figure.text)
  if (relative.test(before) && !bound.test(before)) return null
  if (moreOfThem.test(after) || /^\d/.test(after) || /[\p{L}\d]-$/u.test(before)) return null
  if (lang !== 'de' && isNumber && figure.sort === 'count' && labelled.test(before) && !startsSentence(before))
    return null
  const part = partAround(text, at)
  const counted = lang === 'de' ? germanNoun(after) : englishNoun(after)
  const measure = measureAt(text, at, figure.text.length, lang)
  if (counted?.isTime && (measure !== 'sentence' || !/^\syears? (?:in|behind)\b/.test(after))) return null
  const scale = lang === 'de' && /^\d{1,3}(?:\.\d{3})+$/.test(figure.text) ? 1000 : 1
  const money = currency.exec(after)?.[1]?.toLowerCase().replace(/s$/, '')
  const unit = unitOf(figure, after, money)
  const per = rate.exec(after)?.[1]
  const hedge = hedgeOf(before, after)
  const opening = hedged.exec(before)?.[1] === undefined ? (hedged.exec(before)?.[0] ?? '') : ''
  const end = money === undefined ? (unit === '' ? (counted?.length ?? 0) : 0) : (currency.exec(after)?.[0].length ?? 0)
  const own = periodOf(part, publishedAt)
  return {
    statement,
    key: figure.value,
    value: Number(figure.value) * scale,
    hedge,
    unit,
    per: per === undefined ? null : termOf(per),
    counted: unit === '' ? (counted?.stem ?? null) : null,
    measure,
    words: `${opening}${figure.text}${after.slice(0, end)}`,
    period: own.years.size + own.months.size + own.days.size > 0 ? own : whole,
    names: lang === 'de' ? new Set() : namedIn(part, text),
    matter: matterOf(part.replace(figure.text, ' '), lang),
    part,
    lang,
  }
}

/** Whom and what the part names, and where it names nothing, the rest of the sentence without who says it. */
function namedIn(part: string, text: string): ReadonlySet<string> {
  const own = namesIn(part).flatMap(wordsOfName)
  if (own.length > 0) return new Set(own)
  const told = text.split(/[,;:–—]\s/).filter((one) => !saying.test(one))
  return new Set(namesIn(told.join(', ')).flatMap(wordsOfName))
}

function matterOf(part: string, lang: string | null): ReadonlySet<string> {
  if (lang !== 'de') return stemsIn(part)
  return stemsOf(wordsOf(part).filter((word) => !germanStopWords.has(word)))
}

const wordsOfName = ({ words }: Name) => words.map((word) => word.toLowerCase())

/** "About 20": the capital is the sentence's, not a name's. */
function startsSentence(before: string): boolean {
  const word = /^\s*(\p{L}+)\s?$/u.exec(before)?.[1]
  return word !== undefined && ordinaryWords.has(word.toLowerCase())
}

function unitOf({ sort, text }: Figure, after: string, money: string | undefined): string {
  if (/^\s(?:percentage )?points?\b|^-point/.test(after)) return 'points'
  if (sort === 'percent') return 'percent'
  if (money !== undefined) return currencies[money] ?? money
  return sort === 'money' ? (/[£€¥]/.exec(text)?.[0] ?? '$') : ''
}

/** The comma-bounded part of the sentence around a place, without the words of who says it. */
function partAround(text: string, at: number): string {
  const borders = [...text.matchAll(/[,;:–—]\s|\s(?:and|while|but|as|after|und|während|aber|nachdem)\s/g)]
  const start = borders.findLast(({ index }) => index < at)
  const end = borders.find(({ index }) => index >= at)
  const part = text.slice(start === undefined ? 0 : start.index + start[0].length, end?.index)
  const rest = text.split(/[,;:–—]\s/).filter((one) => !saying.test(one) && !/\d/.test(one))
  const told = part.replace(
    /^.*\b(?:said|says|told [\p{L} ]{1,20}|reported|announced|confirmed|estimated)(?: that)? (?=.*\d)/u,
    '',
  )
  const matter = told.replace(/\baccording to .*$/, '')
  return stemsIn(matter).size > 4 ? matter : [matter, ...rest].join(', ')
}

interface Noun {
  readonly stem: string
  readonly length: number
  /** A measure of time or space: such numbers are of as many things as there are. */
  readonly isTime: boolean
}

/** "1,150 workers": the first plural among the words that follow. */
function englishNoun(after: string): Noun | null {
  const words = /^((?:[\s-][\p{Ll}’'-]+){1,4})/u.exec(after)?.[1] ?? ''
  let length = 0
  for (const word of words.match(/[\s-][\p{Ll}’']+/gu) ?? []) {
    length += word.length
    const bare = word.slice(1)
    if (/^(?:people|men|women|children|troops|police|personnel|staff|cattle)$/.test(bare))
      return { stem: bare, length, isTime: false }
    if (times.test(stemOf(bare)) || times.test(bare.replace(/s$/, '')) || times.test(bare.replace(/es$/, '')))
      return { stem: bare.replace(/s$/, ''), length, isTime: true }
    if (stopWords.has(bare) && !/^(?:hundred|thousand|million)$/.test(bare)) return null
    if (/\p{Ll}{2}s$/u.test(bare) && !/(?:ss|us|is)$/.test(bare)) return { stem: termOf(bare), length, isTime: false }
    if (/ed$|ing$/.test(bare) && length > 12) return null
  }
  return null
}

/** "61 gerissene Tiere": the first word with a capital. */
function germanNoun(after: string): Noun | null {
  const found = /^(?:\s\p{Ll}+){0,2}\s(\p{Lu}[\p{Ll}-]+)/u.exec(after)
  const noun = found?.[1]?.toLowerCase()
  if (found === null || noun === undefined) return null
  const stem = noun.replace(/e?n$/, '')
  return { stem, length: found[0].length, isTime: times.test(noun) }
}

/** The nearest word that tells what is measured. */
function measureAt(text: string, at: number, length: number, lang: string | null): Measure | null {
  const before = wordsAndBorders(text.slice(0, at)).slice(-reach).reverse()
  const after = untilAnd(wordsAndBorders(text.slice(at + length))).slice(0, reach)
  for (let step = 0; step < reach; step += 1) {
    const found = measureOf(after[step] ?? '', lang) ?? measureOf(before[step] ?? '', lang)
    if (found !== null) return found
  }
  return null
}

/** What a figure of a text counts: its unit, the noun that follows, and both as written. */
export interface Counted {
  readonly unit: string
  readonly noun: string | null
  readonly isTime: boolean
  readonly words: string
}

/** `at` is where the figure stands in the text. */
export function countedBy(text: string, figure: Figure, at: number, lang: string | null): Counted {
  const after = text.slice(at + figure.text.length, at + figure.text.length + 60)
  const money = currency.exec(after)
  const unit = unitOf(figure, after, money?.[1]?.toLowerCase().replace(/s$/, ''))
  const noun = lang === 'de' ? germanNoun(after) : englishNoun(after)
  const end = unit === '' ? (noun?.length ?? 0) : (money?.[0].length ?? 0)
  return {
    unit,
    noun: unit === '' ? (noun?.stem ?? null) : null,
    isTime: unit === '' && noun?.isTime === true,
    words: `${figure.text}${after.slice(0, end)}`,
  }
}

const wordsAndBorders = (text: string) => text.toLowerCase().match(/\p{L}[\p{L}’'-]*|[;:]/gu) ?? []

/** "Killing seven and injuring 40": what comes after "and" is another number's. */
function untilAnd(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => /^(?:and|but|while|whereas|und|während|aber)$/.test(word))
  return end < 0 ? words : words.slice(0, end)
}

const tally =
  /(?<![\d$£€.,-])(\d{1,3})(?:\s?[-–—]\s?| (?:votes )?(?:to|zu) | zu )(\d{1,3})(?![\d%.,-]*[\d%]|\s?percent)/g
const voting =
  /\b(?:vot(?:e|es|ed|ing)|passed|approved|rejected|confirmed|ruled|ruling|decision|agreed|Stimmen|stimmten?|abgestimmt)\b/

/** A vote of a statement, "52-48", the larger number first. */
export function votesOf(statement: Statement, article: Pick<Article, 'publishedAt' | 'lang'>): readonly Quantity[] {
  const { text } = statement.sentence
  if (statement.mentions.figures.length === 0 || !voting.test(text)) return []
  return [...text.matchAll(tally)].map((match): Quantity => {
    const pair = [Number(match[1]), Number(match[2])].sort((a, b) => b - a)
    const part = partAround(text, match.index)
    return {
      ...{
        statement,
        key: pair.join('-'),
        value: pair[0] ?? 0,
        hedge: 'exact',
        unit: 'vote',
        per: null,
        counted: null,
      },
      ...{ measure: null, words: match[0], period: periodOf(text, article.publishedAt), part, lang: article.lang },
      names: article.lang === 'de' ? new Set() : new Set(namesIn(text).flatMap(wordsOfName)),
      matter: matterOf(text, article.lang),
    }
  })
}
