import type { Article, ArticleId } from '../article/article.ts'
import { ordinaryWords as shareOfNews } from '../story/ordinary-words.ts'
import { stemOf } from '../story/stem.ts'
import type { Figure } from './figures.ts'
import { germanStopWords } from './german.ts'
import { stopWords } from './ordinary-words.ts'
import { mayBePerson } from './people.ts'
import { countedBy } from './quantities.ts'
import { type Reading, type Statement, stemsOfReading } from './readings.ts'
import { type Flaw, withoutQuotations } from './standing.ts'
import { stemsIn, termOf, wordsOf } from './stems.ts'

/** Something checkable that articles of a story state: a number with what it counts, a date, a name, two words together. */
export interface Point {
  readonly kind: 'figure' | 'date' | 'name' | 'term'
  /** What is the same in all statements: a figure's value, a day, a surname, stems. */
  readonly key: string
  /** As the first statement writes it. */
  readonly words: string
  /** Of a figure: "$", "percent" or empty. */
  readonly unit: string
  /** Another way to say it: "Saturday" for a day of the next week. */
  readonly alias?: string
  /** One of each article, in the story's order. */
  readonly statements: readonly Statement[]
  /** Every statement in which it stands. */
  readonly told: readonly Statement[]
  /** Independence groups behind them. */
  readonly owners: number
}

interface Found extends Pick<Point, 'kind' | 'key' | 'words' | 'unit' | 'alias'> {
  /** Telling words that two statements must have in common besides, to state one thing; of numbers and days one more will do, if ordinary. */
  readonly wordsToShare: number
}

interface Gathered {
  readonly point: Found
  readonly statements: Map<ArticleId, Statement>
  readonly told: Statement[]
  readonly groups: Set<number>
}

const unfit: ReadonlySet<Flaw> = new Set<Flaw>(['page-furniture', 'no-sentence'])
/** A word that stands in this share of all news tells nothing by itself. */
const ordinary = 0.06
/** One word of a term is rarer than this, and the other than that, or it is a phrase of every day. */
const rareWord = 0.03
const everyday = 0.2
/** Of what more articles share than these the first are compared. */
const mostCompared = 60

/** What two independent reports of a story or more state, best founded first. */
export function pointsOf(readings: readonly Reading[]): readonly Point[] {
  const found = new Map<string, Gathered>()
  for (const reading of readings) {
    for (const statement of reading.statements) {
      if (statement.flaws.some((flaw) => unfit.has(flaw))) continue
      for (const point of pointsIn(statement, reading.article)) {
        const id = `${point.kind} ${point.unit} ${point.key}`
        const known: Gathered = found.get(id) ?? { point, statements: new Map(), told: [], groups: new Set() }
        found.set(id, known)
        known.told.push(statement)
        if (!known.statements.has(reading.article.id)) known.statements.set(reading.article.id, statement)
        known.groups.add(reading.group)
      }
    }
  }
  const groups = new Map(readings.map(({ article, group }) => [article.id, group]))
  const tells = tellingIn(readings)
  return [...found.values()]
    .filter((one) => one.groups.size >= 2)
    .flatMap(({ point, statements: all, told }): Point[] => {
      const statements = alike(point, [...all.values()], groups, tells)
      const owners = new Set(statements.map(({ article }) => groups.get(article))).size
      return owners < 2 ? [] : [{ ...point, statements, told, owners }]
    })
    .sort((a, b) => b.owners - a.owners || rank[a.kind] - rank[b.kind])
}

/**
 * Of what a point is shared by, those that another independent report states in words that are partly the same, or with the same name in full
 * and one word besides, where the name is not one that any report may have.
 */
function alike(
  point: Found,
  statements: readonly Statement[],
  groups: ReadonlyMap<ArticleId, number>,
  tells: (stem: string) => boolean,
): readonly Statement[] {
  if (point.wordsToShare === 0) return statements
  const some = statements.slice(0, mostCompared)
  const own = new Set([...stemsIn(point.words), ...point.key.toLowerCase().split(' ')])
  const matter = some.map(({ mentions }) => [...mentions.stems].filter((stem) => !own.has(stem)))
  const stems = matter.map((one) => new Set(one))
  const isOwnName = point.kind === 'name' && !point.words.split(' ').some((word) => wellKnown.has(word))
  const inFull = some.map(({ sentence }) => isOwnName && sentence.text.includes(point.words))
  const isOne = (at: number, place: number): boolean => {
    const enough =
      inFull[at] && inFull[place] ? 1 : point.kind === 'name' ? Number.POSITIVE_INFINITY : point.wordsToShare + 1
    let [shared, telling] = [0, 0]
    for (const stem of matter[at] ?? []) {
      if (!stems[place]?.has(stem)) continue
      shared += 1
      if (tells(stem)) telling += 1
      if (shared >= enough || telling >= point.wordsToShare) return true
    }
    return false
  }
  return some.filter((one, at) =>
    some.some((other, place) => groups.get(one.article) !== groups.get(other.article) && isOne(at, place)),
  )
}

/** Words of names that stand in reports on anything: of institutions, capitals, agencies and papers. */
const wellKnown = new Set(
  (
    'White House United States Nations Kingdom European Union North South East West New York Washington London Brussels Berlin Paris Moscow ' +
    'Beijing America American British Supreme Court Senate Congress Parliament Commons Lords Capitol Hill Oval Office Department Ministry ' +
    'Party Democratic Republican Committee Council State Times Post Journal Press News Associated Reuters Street Security Justice President ' +
    'Prime Minister Secretary Amendment'
  ).split(' '),
)

/** Stems that stand in few of the reports and not in every other piece of news. */
function tellingIn(readings: readonly Reading[]): (stem: string) => boolean {
  const spread = new Map<string, number>()
  for (const reading of readings) {
    for (const stem of stemsOfReading(reading)) spread.set(stem, (spread.get(stem) ?? 0) + 1)
  }
  const most = Math.max(2, readings.length / 2)
  return (stem) => (spread.get(stem) ?? 0) <= most && !isCommon(stem)
}

const rank = { figure: 0, date: 1, name: 2, term: 3 } as const satisfies Record<Point['kind'], number>

function pointsIn(statement: Statement, article: Article): readonly Found[] {
  return [
    ...figurePoints(statement, article.lang),
    ...datePoints(statement, article),
    ...namePoints(statement, article.lang),
    ...termPoints(statement, article.lang),
  ]
}

function figurePoints({ sentence: { text }, mentions }: Statement, lang: string | null): Found[] {
  let from = 0
  return mentions.figures.flatMap((figure): Found[] => {
    const at = text.indexOf(figure.text, from)
    if (at < 0) return []
    from = at + figure.text.length
    if (!isTelling(figure)) return []
    const { unit, noun, isTime, words } = countedBy(text, figure, at, lang)
    // Of as many things as there are: one of these is known by a number of its own.
    if (isTime) {
      const known = { kind: 'figure', key: figure.value, words, unit, wordsToShare: 1 } as const
      return isOwn(figure) ? [known] : []
    }
    if (unit === '' && noun === null && !isOwn(figure)) return []
    const key = unit === '' && !isOwn(figure) ? `${figure.value} ${noun}` : figure.value
    const isPlain = unit === 'percent' || (unit === '' && noun === null)
    return [{ kind: 'figure', key, words, unit, wordsToShare: isPlain ? 1 : 0 }]
  })
}

/** Numbers up to twelve and round hundreds of percent say little by themselves. */
export function isTelling({ sort, value }: Figure): boolean {
  if (sort === 'year' || sort === 'day' || sort === 'time') return false
  return (Number(value) > 12 || value.includes('.')) && !(sort === 'percent' && value === '100')
}

/** "2,300" and "1,150" are hardly two things in one story; "1,000" and "50" may be. */
function isOwn({ value }: Figure): boolean {
  return Number(value) >= 100 && value.replace(/\.|0+$/g, '').length >= 2
}

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember'
const monthDay = new RegExp(`\\b(${months}) (\\d{1,2})\\b(?!,?\\d)|\\b(\\d{1,2})\\.? (${months})\\b`, 'g')
const monthYear = new RegExp(`\\b(${months}) ((?:19|20)\\d\\d)\\b`, 'g')
const monthAlone = new RegExp(
  `\\b(?:in|since|until|by|of|from|through|last|next|early|late|mid|im|seit|bis|ab|vom|Anfang|Ende)[ -](${months})\\b(?! ?\\d|,? (?:19|20)\\d\\d)`,
  'g',
)

/** Days and months other than those of the report itself: what is to come, and what was long ago. */
function datePoints({ sentence: { text } }: Statement, { publishedAt, lang }: Article): Found[] {
  const days = [...text.matchAll(monthDay)].flatMap((match): Found[] => {
    const [month = '', number = ''] = match[1] === undefined ? [match[4], match[3]] : [match[1], match[2]]
    const day = `${month} ${Number(number)}`
    if (publishedAt === null) return [{ kind: 'date', key: day, words: match[0], unit: '', wordsToShare: 1 }]
    const ahead = daysAhead(publishedAt, day)
    if (ahead > -3 && ahead < 1) return []
    const alias = ahead > 0 && ahead < 8 ? { alias: weekdayOf(publishedAt, day, lang) } : {}
    return [{ kind: 'date', key: day, words: match[0], unit: '', wordsToShare: 1, ...alias }]
  })
  const past = [...text.matchAll(monthYear)].map(
    (match): Found => ({ kind: 'date', key: match[0], words: match[0], unit: '', wordsToShare: 0 }),
  )
  const alone = [...text.matchAll(monthAlone)].flatMap(([, month = '']): Found[] =>
    publishedAt === null || isMonthOf(publishedAt, month)
      ? []
      : [{ kind: 'date', key: month, words: month, unit: '', wordsToShare: 1 }],
  )
  return [...days, ...past, ...alone]
}

const isMonthOf = (published: Date, month: string) => monthOf.some((format) => format.format(published) === month)

const monthOf = ['en', 'de'].map((lang) => new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }))
const [englishDay, germanDay] = ['en', 'de'].map(
  (lang) => new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }),
)

const dateOf = (published: Date, day: string) => Date.parse(`${day}, ${published.getUTCFullYear()} UTC`)

const daysAhead = (published: Date, day: string) => (dateOf(published, day) - published.getTime()) / 86_400_000

const weekdayOf = (published: Date, day: string, lang: string | null) =>
  (lang === 'de' ? germanDay : englishDay)?.format(dateOf(published, day)) ?? day

const numbered =
  /\b(?:Route|Highway|Interstate|Line|Flight|Local|Article|Section|Title|Rule|Clause|Chapter|Proposition|Measure|Amendment|Resolution|Phase|Gate|Pier|Terminal|Platform|Runway|Reactor|Unit|Block) \d{1,4}\b/g

/** A name is known by its last word, or by its number; one of a single word may be anything that a sentence begins with. */
function namePoints({ sentence: { text }, mentions }: Statement, lang: string | null): Found[] {
  const withNumber = [...text.matchAll(numbered)].map(
    ([name]): Found => ({ kind: 'name', key: name, words: name, unit: '', wordsToShare: 0 }),
  )
  const named = mentions.names.flatMap(({ words: all }): Found[] => {
    const words = lang === 'de' ? all.filter((word) => !germanStopWords.has(word.toLowerCase())) : all
    const last = words.at(-1) ?? ''
    if (words.length < 2 || words.length > 4 || last.length < 4 || /^\p{Lu}+$/u.test(last)) return []
    const wordsToShare = lang === 'de' ? 0 : mayBePerson(words) ? 1 : 2
    return [{ kind: 'name', key: last, words: words.join(' '), unit: '', wordsToShare }]
  })
  return [...withNumber, ...named]
}

/** Two rare words that stand together, or a German word made of two; no names and nobody's own words. */
function termPoints({ sentence: { text }, mentions }: Statement, lang: string | null): Found[] {
  const outside = withoutQuotations(text)
  const capitals = new Set(wordsOf(outside.match(/\p{Lu}[\p{L}’'-]+/gu)?.join(' ') ?? ''))
  if (lang === 'de') return compounds(outside === text ? mentions.words : wordsOf(outside), capitals)
  return outside.split(/[,;:.!?()–—"“”]+(?:\s|$)/).flatMap((part) => pairs(wordsOf(part), capitals))
}

function compounds(words: readonly string[], capitals: ReadonlySet<string>): Found[] {
  return words
    .filter((word) => word.length >= 11 && capitals.has(word))
    .map((word) => ({
      kind: 'term',
      key: keyOf([word]),
      words: word,
      unit: '',
      wordsToShare: 0,
    }))
}

function pairs(words: readonly string[], capitals: ReadonlySet<string>): Found[] {
  const isFit = (word: string) =>
    word.length > 3 &&
    !stopWords.has(word) &&
    !capitals.has(word) &&
    !/ly$|\d/.test(word) &&
    newsShareOf(word) < everyday
  const fit = words.map(isFit)
  return words.flatMap((word, at): Found[] => {
    const next = words[at + 1] ?? ''
    if (
      !fit[at] ||
      !fit[at + 1] ||
      Math.min(newsShareOf(word), newsShareOf(next)) >= rareWord ||
      (!/\p{Ll}s$/u.test(next) && !/(?:ion|ment|ity|ship|ance|ence|ism|age|ing|or|er|ee|ure)$/.test(next))
    )
      return []
    return [{ kind: 'term', key: keyOf([word, next]), words: `${word} ${next}`, unit: '', wordsToShare: 0 }]
  })
}

/** A point as this statement writes it. */
export function wordsIn({ kind, key, words }: Point, { sentence: { text } }: Statement): string {
  if (kind !== 'term') return words
  const written = text.match(/\p{L}[\p{L}\p{M}\p{N}’'-]*/gu) ?? []
  const parts = key.split(' ').length
  const found = written
    .map((_, at) => written.slice(at, at + parts))
    .find((some) => keyOf(some.flatMap(wordsOf)) === key)
  return found?.join(' ') ?? words
}

/** By what two words, or the one of a German compound, are known. */
function keyOf([word = '', next]: readonly string[]): string {
  return next === undefined ? word.replace(/(?:e[nrs]?|s|n)$/, '') : `${termOf(word)} ${termOf(next)}`
}

const newsShareOf = (word: string) => shareOfNews.get(stemOf(word)) ?? 0

/** How common a stem is in all news, 0 to 1. */
export function isCommon(stem: string): boolean {
  return (shareOfNews.get(stem) ?? 0) > ordinary
}
