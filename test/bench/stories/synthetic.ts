import { type ArticleId, articleId } from '../../../src/article/article.ts'
import { type Features, featuresVersion } from '../../../src/story/features.ts'
import { type Terms, termsOf } from '../../../src/story/terms.ts'
import { between, type Random, randomFrom } from '../../farm/random.ts'
import { type FieldName, shareOfEventTerms, termStatistics } from './term-statistics.ts'
import { RankSampler, wordOfRank } from './vocabulary.ts'

/** One article of the synthetic stream, and the event it was written about. */
export interface SyntheticArticle {
  readonly id: ArticleId
  readonly when: Date
  readonly event: string
  readonly features: Features
}

export interface SyntheticStream {
  readonly seed: string
  /** Articles a day, at a steady rate: `open articles / windowDays` keeps so many open. */
  readonly perDay: number
}

const dayMs = 86_400_000
const firstDay = Date.UTC(2031, 0, 1)
const subjects = 300
const longestLifeDays = 4
/** Sizes of events: P(size ≥ n) = n ^ -sizePower, which makes 4 of 5 events have one to three articles. */
const sizePower = 1.2
const largestEvent = 500
/** Frequent words mark no event. */
const leastRankOfSubject = 30
/** From this rank on a term stands in under 1 of 100 articles. */
const leastRankOfRare: Record<FieldName, number> = { title: 100, lead: 700, body: 2500, names: 600, numbers: 60 }
const vocabularySize: Record<FieldName, number> = {
  title: 200_000,
  lead: 200_000,
  body: 200_000,
  names: 1_000_000,
  numbers: 20_000,
}

/**
 * An endless stream of articles, the same for the same seed. Events of heavy-tailed size live one to four days; an article
 * has a share of its event's terms (its subject's, and rare ones) and is filled up from the common vocabulary.
 */
export function* syntheticArticles({ seed, perDay }: SyntheticStream): Generator<SyntheticArticle> {
  const random = randomFrom(seed)
  const newsOf = new Newsroom(random)
  // Slots of one article each: an event's articles are put down ahead, and events open as fast as articles are taken.
  const planned = new Map<number, SyntheticEvent[]>()
  let opened = 0
  let articles = 0
  for (let slot = 0; ; slot++) {
    for (; opened * meanSize <= slot; opened++) {
      const event = newsOf.event(opened)
      for (const at of slotsOf(slot, perDay, random)) planned.set(at, [...(planned.get(at) ?? []), event])
    }
    for (const event of planned.get(slot) ?? []) {
      const when = new Date(firstDay + Math.floor((articles / perDay) * dayMs))
      yield { id: articleId(`a${articles++}`), when, event: event.id, features: newsOf.article(event) }
    }
    planned.delete(slot)
  }
}

/** The articles that keep about `open` articles within the window. */
export function streamWithOpen(open: number, windowDays: number, seed: string): Generator<SyntheticArticle> {
  return syntheticArticles({ seed, perDay: open / windowDays })
}

/** When an event's articles come: the first at once, the others denser in its beginning. */
function slotsOf(slot: number, perDay: number, random: Random): number[] {
  const size = Math.min(largestEvent, Math.floor((1 - random()) ** (-1 / sizePower)))
  const life = (1 + random() * (longestLifeDays - 1)) * perDay
  return Array.from({ length: size }, (_, at) => (at === 0 ? slot : slot + Math.floor(random() ** 2 * life)))
}

/** The mean of the sizes that `slotsOf` draws: the sum of P(size ≥ n). */
const meanSize = Array.from({ length: largestEvent }, (_, at) => (at + 1) ** -sizePower).reduce((a, b) => a + b, 0)

/** Ranks below `vocabularySize` are words of all; an event's own words are written out. */
interface SyntheticEvent {
  readonly id: string
  readonly terms: Readonly<Record<FieldName, readonly string[]>>
}

/** What the articles of a stream are written from. */
class Newsroom {
  readonly #random: Random
  readonly #fields: Readonly<Record<FieldName, Vocabulary>>
  readonly #subjects: readonly Readonly<Record<FieldName, readonly string[]>>[]

  constructor(random: Random) {
    this.#random = random
    const words: string[] = []
    this.#fields = eachField(
      (field) => new Vocabulary(field, field === 'names' || field === 'numbers' ? [] : words, random),
    )
    this.#subjects = Array.from({ length: subjects }, () =>
      eachField((field) => {
        const few = termStatistics[field].ofEvent.subject * 2
        return this.#fields[field].drawn(few, leastRankOfSubject)
      }),
    )
  }

  /** Half of an event's subject terms are those of others in its subject: look-alikes. Half of its rare ones are its alone. */
  event(number: number): SyntheticEvent {
    const subject = this.#subjects[between(this.#random, 0, subjects - 1)]
    const terms = eachField((field) => {
      const { subject: common, rare } = termStatistics[field].ofEvent
      const known = (subject?.[field] ?? []).filter(() => this.#random() < 0.25)
      const own = Array.from({ length: Math.floor(rare / 2) }, (_, at) => ownWord(field, number, at))
      const seldom = this.#fields[field].drawn(Math.ceil(rare / 2), leastRankOfRare[field])
      const others = this.#fields[field].drawn(Math.max(0, common - known.length), leastRankOfSubject)
      return [...new Set([...own, ...seldom, ...known, ...others])]
    })
    return { id: `e${number}`, terms }
  }

  article(event: SyntheticEvent): Features {
    return { version: featuresVersion, ...eachField((field) => this.#fields[field].article(event.terms[field])) }
  }
}

/** The words of one field, and how articles take from them. */
class Vocabulary {
  readonly #field: FieldName
  readonly #random: Random
  readonly #sampler: RankSampler
  readonly #words: string[]

  constructor(field: FieldName, words: string[], random: Random) {
    this.#field = field
    this.#random = random
    this.#sampler = new RankSampler(termStatistics[field].shares, vocabularySize[field])
    this.#words = words
  }

  /** So many different words of at least this rank. */
  drawn(count: number, leastRank: number): string[] {
    const drawn = new Set<string>()
    while (drawn.size < count) {
      const rank = this.#sampler.draw(this.#random)
      if (rank >= leastRank) drawn.add(this.#word(rank))
    }
    return [...drawn]
  }

  /** A field of an article: about so many of the event's words, and others up to the number that an article has. */
  article(ofEvent: readonly string[]): Terms {
    const { distinct } = termStatistics[this.#field]
    const size = sizeBetween(distinct, this.#random)
    const words = new Set<string>()
    for (const word of ofEvent) if (words.size < size && this.#random() < shareOfEventTerms) words.add(word)
    while (words.size < size) words.add(this.#word(this.#sampler.draw(this.#random)))
    const pairs = [...words].map((word) => [word, this.#count()] as const)
    return termsOf(kindOf(this.#field), pairs)
  }

  #count(): number {
    let left = this.#random()
    const { counts } = termStatistics[this.#field]
    for (const [at, share] of counts.entries()) {
      left -= share
      if (left < 0) return at + 1
    }
    return 1
  }

  #word(rank: number): string {
    this.#words[rank] ??= writtenAs(this.#field, wordOfRank(rank), rank)
    return this.#words[rank] ?? ''
  }
}

function kindOf(field: FieldName): 'name' | 'number' | 'word' {
  if (field === 'names') return 'name'
  return field === 'numbers' ? 'number' : 'word'
}

/** Names are capitalised, numbers are digits; title, lead and body share their words. */
function writtenAs(field: FieldName, word: string, number: number): string {
  if (field === 'numbers') return String(13 + number)
  return field === 'names' ? `${word.slice(0, 1).toUpperCase()}${word.slice(1)}` : word
}

/** `q` begins no word of a rank, so these are no others' words; an event's words are the same in each of its fields. */
function ownWord(field: FieldName, event: number, at: number): string {
  const number = event * 10 + at
  return writtenAs(field, `q${wordOfRank(number)}`, 1_000_000 + number)
}

function sizeBetween([low, middle, high]: readonly [number, number, number], random: Random): number {
  const at = random()
  return Math.round(at < 0.5 ? low + (middle - low) * 2 * at : middle + (high - middle) * (2 * at - 1))
}

function eachField<T>(make: (field: FieldName) => T): Record<FieldName, T> {
  return {
    title: make('title'),
    lead: make('lead'),
    body: make('body'),
    names: make('names'),
    numbers: make('numbers'),
  }
}
