import type { ArticleId } from '../src/article/article.ts'
import { type ArticleRow, articleFrom } from '../src/store/article-rows.ts'
import {
  lastArrival,
  lastCounted,
  type OpenVector,
  type OpenVectors,
  openVectors,
  takeStream,
} from '../src/store/article-vectors.ts'
import type { Database } from '../src/store/database.ts'
import { membershipsBetween, membershipsOf, membershipsWithoutVector, type Remembered } from '../src/store/stories.ts'
import { activeConstraints } from '../src/store/story-constraints.ts'
import { articlesEditedSince, lastEditId } from '../src/store/story-edits.ts'
import { memoryVersion } from '../src/story/article-memory.ts'
import { type OpenStories, openStories, type Placed, type Rules } from '../src/story/assign.ts'
import { type Constraints, constraintsOf } from '../src/story/constraints.ts'
import { featuresOf, featuresVersion } from '../src/story/features.ts'
import { type StorySettings, storySettings } from '../src/story/settings.ts'
import { pairModel } from '../src/story/weights.ts'

const batch = 500
const vectorsRead = 5_000
const mostStale = 5
const dayMs = 86_400_000

/** The words decide, never the leaning: a story must not fall apart by side. */
export const wordsOf = (row: ArticleRow) => featuresOf(articleFrom(row, 'unknown'))

export const languageOf = ({ lang }: Pick<ArticleRow, 'lang'>) => lang?.split('-', 1)[0]?.toLowerCase() ?? 'und'

/** A day more than the window: it is left by whole days. */
export const windowBefore = (at: Date, windows = 1): Date =>
  new Date(at.getTime() - (windows * storySettings.windowDays + 1) * dayMs)

/** The open stories of one language, as known to one process. */
export interface Stream {
  readonly language: string
  readonly stories: OpenStories
  /** By which the store tells whether somebody else grouped the language since. */
  readonly token: string
  /** The last edit that is known here. */
  readonly edit: string
}

/**
 * The open stories of each language, kept from run to run. Whoever else wrote since, an editor or another process that held the
 * language's lock in between, is seen by the last edit and by the token of the stream.
 */
export class StoryStreams {
  readonly #settings: StorySettings
  readonly #streams = new Map<string, Stream>()
  #past: { readonly key: string; readonly stories: OpenStories } | null = null
  #stale: { readonly article: ArticleId | null; readonly times: number } = { article: null, times: 0 }
  #constraints: Constraints = constraintsOf([])

  constructor(settings: StorySettings = storySettings) {
    this.#settings = settings
  }

  get constraints(): Constraints {
    return this.#constraints
  }

  /** What makes the vectors of these streams: those that something else made are not read. */
  get vectorSettings(): string {
    return [this.#settings.version, featuresVersion, pairModel.version, memoryVersion].join('.')
  }

  /** A language's stream as it stands, for articles from `first` on. Wants the language's lock. */
  async refreshed(db: Database, language: string, first: Date): Promise<Stream> {
    const edit = await lastEditId(db)
    this.#past = null
    this.#constraints = constraintsOf(await activeConstraints(db))
    const known = this.#streams.get(language)
    const token = await takeStream(db, language, known?.token ?? null)
    let stories = known?.stories
    if (stories === undefined || known?.token !== token) stories = await this.#rebuilt(db, language, first)
    else if (known.edit !== edit) await follow(db, stories, known.edit)
    const stream = { language, stories, token, edit }
    this.#streams.set(language, stream)
    return stream
  }

  /** A language's stream as it was last known. */
  known(language: string): Stream | undefined {
    return this.#streams.get(language)
  }

  /** Forgets a language: its next `refreshed` reads it again. */
  forget(language: string): void {
    this.#streams.delete(language)
    this.#past = null
  }

  /** A decision on this article met what others had changed. Throws where that happens again and again: it is no accident then. */
  noteStale(language: string, article: ArticleId): void {
    this.#stale = this.#stale.article === article ? { article, times: this.#stale.times + 1 } : { article, times: 1 }
    if (this.#stale.times > mostStale)
      throw new Error(`article ${article} was decided on ${mostStale} times and never where it was`)
    this.forget(language)
  }

  /** What was open about a day that the streams have forgotten. The last such day is kept: late articles come in heaps. */
  async around(db: Database, when: Date, language: string): Promise<OpenStories> {
    const day = new Date(Math.floor(when.getTime() / dayMs) * dayMs)
    const key = `${language} ${day.toISOString()}`
    if (this.#past?.key === key) return this.#past.stories
    const stories = openStories({ settings: this.#settings, rules: this.#rules() })
    const [from, to] = [windowBefore(day), new Date(2 * day.getTime() + dayMs - windowBefore(day).getTime())]
    const read = (afterSeq: string) => membershipsBetween(db, { from, to, afterSeq, limit: batch })
    for await (const row of rowsOf(read)) if (languageOf(row) === language) stories.add(placedOf(row))
    this.#past = { key, stories }
    return stories
  }

  /** From vectors, which is as if nothing had happened; what has none is read and compared again. */
  async #rebuilt(db: Database, language: string, first: Date): Promise<OpenStories> {
    const stories = openStories({ settings: this.#settings, rules: this.#rules() })
    const { arrival, newest } = await lastArrival(db, language)
    const since = windowBefore(newest !== null && newest > first ? newest : first, 2)
    const wanted = { language, settings: this.vectorSettings, since }
    const counted = this.#settings.countedArticles
    // As many are counted, and up to as many wait for the end of their day.
    for (const article of await lastCounted(db, { ...wanted, limit: 2 * counted })) stories.count(article)
    const read = (afterSeq: string) => membershipsWithoutVector(db, { ...wanted, counted, afterSeq, limit: batch })
    // Looked for while vectors are read: the database takes seconds to find that there are none.
    const without = read('0')
    without.catch(() => {})
    for await (const rows of vectorsOf(db, wanted)) {
      for (const { articleAt: when, vector: bytes, ...row } of rows) {
        stories.advanceTo(when)
        stories.restore({ ...row, when, bytes })
      }
    }
    stories.numberFrom(arrival)
    for await (const row of rowsOf((afterSeq) => (afterSeq === '0' ? without : read(afterSeq)))) {
      stories.advanceTo(row.articleAt)
      stories.add(placedOf(row))
    }
    return stories
  }

  /** Asks the constraints as they are at the time of asking. */
  #rules(): Rules {
    return {
      isLocked: (story) => this.#constraints.isLocked(story),
      isPinned: (story) => this.#constraints.isPinned(story),
      linked: (article) => this.#constraints.linked(article),
      apartFrom: (article) => this.#constraints.apartFrom(article),
    }
  }
}

/** Takes over what editors did. */
async function follow(db: Database, stories: OpenStories, edit: string): Promise<void> {
  for (const row of await membershipsOf(db, await articlesEditedSince(db, edit)))
    if (stories.isOpen(row.id)) stories.add(placedOf(row))
}

/** The next rows are asked for while these are taken in. */
async function* vectorsOf(db: Database, wanted: OpenVectors): AsyncGenerator<OpenVector[]> {
  const read = (after: number) => openVectors(db, { ...wanted, after, limit: vectorsRead })
  for (let rows = await read(0); rows.length > 0; ) {
    const next = read(rows.at(-1)?.arrival ?? 0)
    // It is awaited below; until then nobody else hears of its failure.
    next.catch(() => {})
    yield rows
    rows = await next
  }
}

async function* rowsOf(read: (afterSeq: string) => Promise<Remembered[]>): AsyncGenerator<Remembered> {
  for (let afterSeq = '0'; ; ) {
    const rows = await read(afterSeq)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    afterSeq = last.seq
  }
}

const placedOf = (row: Remembered): Placed => ({
  ...{ articleId: row.id, storyId: row.storyId, features: wordsOf(row), when: row.articleAt },
})
