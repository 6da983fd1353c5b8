import type { Article } from '../article/article.ts'
import { stemOf } from '../story/stem.ts'
import { dimensionAt } from './dimensions.ts'
import type { Figure } from './figures.ts'
import { germanStopWords } from './german.ts'
import { type Hedge, hedgeBefore, hedgeOf } from './hedges.ts'
import { measureAt } from './measured.ts'
import type { Measure } from './measures.ts'
import { type Name, namesIn } from './names.ts'
import { ordinaryWords, stopWords } from './ordinary-words.ts'
import { type Period, periodOf } from './periods.ts'
import type { Reading, Statement } from './readings.ts'
import { stemsIn, stemsOf, termOf, wordsOf } from './stems.ts'

/** A number of a statement with what it measures or counts. */
export interface Quantity {
  readonly statement: Statement
  /** "12", or for a vote "52-48". */
  readonly key: string
  readonly value: number
  readonly hedge: Hedge
  /** "$", "percent", "points", "meter long", "of 48 economist", or empty for a plain count; a vote is "vote". */
  readonly unit: string
  /** "a ton": the stem of what the number is for one of. */
  readonly per: string | null
  /** Stem of the noun that is counted: null where none follows. */
  readonly counted: string | null
  /** Stem of the verb whose object is the bare number: "install" of "installed 98,000 in May". */
  readonly action: string | null
  readonly measure: Measure | null
  /** As written, with its hedge and what it counts: "at least 12 people". */
  readonly words: string
  /** Of a share of a stated whole, both as written: "Of 48 economists, 31". */
  readonly passage?: string
  readonly period: Period
  readonly names: ReadonlySet<string>
  readonly matter: ReadonlySet<string>
  /** The part of the sentence in which it stands, without who says it. */
  readonly part: string
  readonly lang: string | null
}

/** A quantity in the report that gives it. */
export interface Given {
  readonly quantity: Quantity
  readonly reading: Reading
}

/** A difference, an earlier number or a part of another one: nothing that two reports could give as the number of one thing. */
const relative =
  /(?:\b(?:one|by|up|down|rose|fell|gained|added|adding|jumped|climbed|slid|slipped|dropped|lost another|another|additional|extra|from|than|compared (?:with|to)|versus|vs\.?|against|including|among them|of whom|of them|of which|first|last|next|past|every|each|remaining|other|darunter|davon|um|als|von|weitere|gegenüber|statt)|\bof (?:the|its|his|her|their|those|these)|\d of)\s*[$£€]?$/i
const bound = /\b(?:more|less|fewer|higher|lower|mehr|weniger) (?:than|als)\s*[$£€]?$/i
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
  /\b(?:said|says|told|tells|added|adds|reported|reports|according|announced|estimated|confirmed|tweeted|wrote|claimed|(?:count|tally|data|figures|records|estimates?|survey) (?:shows?|showed|suggests?|suggested)|sagte|teilte|erklärte)\b/i
/** Opens the piece after an apposition: whoever stands before it counts, and is not what is counted. */
const counter =
  /^(?:ha[sd] |have )?(?:said|says|told|reported|reports|announced|confirmed|estimate[sd]?|reckon(?:s|ed)?|counted|calculate[sd]?|puts? (?:the|its|their)\b.* at)\b/
const saidBefore =
  /^.*\b(?:(?:said|says|told [\p{L} ]{1,20}|reported|announced|confirmed|estimate[sd]|reckon(?:s|ed)|calculate[sd])(?: that)? (?=.*\d)|puts? (?=(?:the|its|their)\b[^,;]{0,80}\bat\b))/u
/** "Three U.S. officials familiar with the matter said": the number is of those who say it. */
const sayers = /^\s(?:[\p{L}.-]+\s){1,3}(?:(?:familiar with|briefed on) [^,;]{1,40}\s)?(?:said|say)\b/u
const polled = /\b(?:poll|polls|polling|survey|surveyed|respondents|umfrage|odds|betting)\b/i

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
  const whole = periodOf(text.replace(/\baccording to [^,;]*/gi, ''), article.publishedAt)
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
  const dimension = figure.sort === 'count' ? dimensionAt(after) : null
  if (relative.test(before) && !bound.test(before)) return null
  if ((dimension === null && moreOfThem.test(after)) || /^\d/.test(after) || /[\p{L}\d]-$/u.test(before)) return null
  if (lang !== 'de' && isNumber && figure.sort === 'count' && labelled.test(before) && !startsSentence(before))
    return null
  if (sayers.test(after)) return null
  const part = partAround(text, at)
  const counted = lang === 'de' ? germanNoun(after) : (englishNoun(after) ?? namedNoun(after))
  const measure = measureAt(text, at, figure.text.length, lang)
  if (dimension === null && counted?.isTime && (measure !== 'sentence' || !/^\syears? (?:in|behind)\b/.test(after)))
    return null
  const money = currency.exec(after)?.[1]?.toLowerCase().replace(/s$/, '')
  const unit = dimension?.unit ?? unitOf(figure, after, money)
  const per = rate.exec(after)?.[1]
  const hedge = hedgeOf(before, after)
  const opening = hedgeBefore.exec(before)?.[0] ?? ''
  const end =
    dimension?.words.length ??
    (money === undefined ? (unit === '' ? (counted?.length ?? 0) : 0) : (currency.exec(after)?.[0].length ?? 0))
  const written = `${figure.text}${after.slice(0, end)}`
  const own = periodOf(part, publishedAt)
  return {
    statement,
    key: figure.value,
    value: Number(figure.value),
    hedge,
    unit,
    per: per === undefined ? null : termOf(per),
    counted: unit === '' ? (counted?.stem ?? null) : null,
    action: unit === '' && counted === null && lang !== 'de' ? actionAt(before, after) : null,
    measure: dimension === null ? measure : null,
    words: `${opening}${written}`,
    period: own.years.size + own.months.size + own.days.size > 0 ? own : { ...whole, isPast: false },
    names: lang === 'de' ? new Set() : namedIn(part, text),
    matter: matterOf(part.replace(unit === '' ? figure.text : written, ' '), lang),
    part,
    lang,
  }
}

/** "Fitted some 98,000 in 2025" and "98,000 were fitted": what was done so often, where no noun says it. */
function actionAt(before: string, after: string): string | null {
  const bare = before.replace(hedgeBefore, '')
  const verb = /(?:^|\s)(\p{Ll}{2,}ed|sold|built|bought|sent|held)\s$/u.exec(bare)?.[1]
  const passive = /^\s(?:were|have been|had been)\s(\p{Ll}{2,}ed|sold|built|bought|sent|held)\b/u.exec(after)?.[1]
  const found = verb ?? passive
  return found === undefined || saying.test(found) ? null : termOf(found)
}

/** Whom and what the part names, and where it names nothing, the rest of the sentence without who says it. */
function namedIn(part: string, text: string): ReadonlySet<string> {
  const own = namesIn(part).flatMap(wordsOfName)
  if (own.length > 0) return new Set(own)
  return new Set(namesIn(toldIn(text).join(', ')).flatMap(wordsOfName))
}

/** The pieces of a sentence without who says or counts what it tells: "The council, an industry group, put the cost at …". */
function toldIn(text: string): readonly string[] {
  const pieces = text.split(/[,;:–—]\s/)
  return pieces.slice(pieces.findLastIndex((one) => counter.test(one)) + 1).filter((one) => !saying.test(one))
}

function matterOf(part: string, lang: string | null): ReadonlySet<string> {
  if (lang !== 'de') return stemsIn(part)
  return stemsOf(wordsOf(part).filter((word) => !germanStopWords.has(word)))
}

const wordsOfName = ({ words }: Name) =>
  words.map((word) => word.toLowerCase()).filter((word) => !ordinaryWords.has(word))

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
  const rest = toldIn(text).filter((one) => !/\d/.test(one) && !joined.test(one))
  const told = part.replace(saidBefore, '')
  const matter = told.replace(/\baccording to .*$/, '')
  return stemsIn(matter).size > 4 ? matter : [matter, ...rest].join(', ')
}

/** Opens a clause of its own, which says something else. */
const joined = /^\s*(?:and|but|so|which|who|whose|while|although|though|und|aber|während|obwohl)\s/

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

/** "Three U.S. officials", "12 Palestinians": a noun that a name stands before, or is. */
function namedNoun(after: string): Noun | null {
  const found =
    /^\s(?:\p{Lu}[\p{L}.’'-]*\s){0,2}?(?:\p{Lu}\p{Ll}+\s(\p{Ll}{3,}s)|\p{Lu}[\p{L}.]*\s(\p{Ll}{3,}s)|(\p{Lu}\p{Ll}{3,}s))\b/u.exec(
      after,
    )
  const noun = (found?.[1] ?? found?.[2] ?? found?.[3])?.toLowerCase()
  if (found === null || noun === undefined || /(?:ss|us|is)$/.test(noun)) return null
  return { stem: termOf(noun), length: found[0].length, isTime: times.test(stemOf(noun)) }
}

/** "61 gerissene Tiere": the first word with a capital. */
function germanNoun(after: string): Noun | null {
  const found = /^(?:\s\p{Ll}+){0,2}\s(\p{Lu}[\p{Ll}-]+)/u.exec(after)
  const noun = found?.[1]?.toLowerCase()
  if (found === null || noun === undefined) return null
  const stem = noun.replace(/e?n$/, '')
  return { stem, length: found[0].length, isTime: times.test(noun) }
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
        action: null,
      },
      ...{ measure: null, words: match[0], period: periodOf(text, article.publishedAt), part, lang: article.lang },
      names: article.lang === 'de' ? new Set() : new Set(namesIn(text).flatMap(wordsOfName)),
      matter: matterOf(text, article.lang),
    }
  })
}
