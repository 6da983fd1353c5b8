import type { ArticleId } from '../src/article/article.ts'
import { type ArticleRow, articleFrom } from '../src/store/article-rows.ts'
import type { Database } from '../src/store/database.ts'
import {
  lastSeq,
  membershipsBetween,
  membershipsOf,
  type Remembered,
  rememberedMemberships,
} from '../src/store/stories.ts'
import { activeConstraints } from '../src/store/story-constraints.ts'
import { articlesEditedSince, lastEditId } from '../src/store/story-edits.ts'
import { type OpenStories, openStories, type Placed, type Rules } from '../src/story/assign.ts'
import { type Constraints, constraintsOf } from '../src/story/constraints.ts'
import { featuresOf } from '../src/story/features.ts'
import { type StorySettings, storySettings } from '../src/story/settings.ts'

const batch = 500
const mostStale = 5
const dayMs = 86_400_000

/** The words decide, never the leaning: a story must not fall apart by side. */
export const wordsOf = (row: ArticleRow) => featuresOf(articleFrom(row, 'unknown'))

export const languageOf = ({ lang }: Pick<ArticleRow, 'lang'>) => lang?.split('-', 1)[0]?.toLowerCase() ?? 'und'

/** A day more than the window: it is left by whole days. */
export const windowBefore = (at: Date, windows = 1): Date =>
  new Date(at.getTime() - (windows * storySettings.windowDays + 1) * dayMs)

/**
 * The open stories of each language, kept from run to run. Whoever else wrote since, an editor or another process that held the
 * lock in between, is seen by the last numbers of the two tables.
 */
export class StoryStreams {
  readonly #settings: StorySettings
  #streams = new Map<string, OpenStories>()
  #past: { readonly key: string; readonly stories: OpenStories } | null = null
  #seq = ''
  #edit = ''
  #stale: { readonly article: ArticleId | null; readonly times: number } = { article: null, times: 0 }
  #constraints: Constraints = constraintsOf([])

  constructor(settings: StorySettings = storySettings) {
    this.#settings = settings
  }

  get constraints(): Constraints {
    return this.#constraints
  }

  /** The last edit that is known here. */
  get edit(): string {
    return this.#edit
  }

  /** Makes sure that what is known is what stands, for articles from `first` on. */
  async refresh(db: Database, first: Date): Promise<void> {
    const [seq, edit] = [await lastSeq(db), await lastEditId(db)]
    this.#past = null
    if (seq !== this.#seq) await this.#rebuild(db, first)
    else if (edit !== this.#edit) await this.#follow(db)
    this.#edit = edit
    this.#seq = seq
  }

  /** Forgets all: the next `refresh` reads it again. */
  forget(): void {
    this.#streams = new Map()
    this.#past = null
    this.#seq = ''
  }

  /** A decision on this article met what others had changed. Throws where that happens again and again: it is no accident then. */
  noteStale(article: ArticleId): void {
    this.#stale = this.#stale.article === article ? { article, times: this.#stale.times + 1 } : { article, times: 1 }
    if (this.#stale.times > mostStale)
      throw new Error(`article ${article} was decided on ${mostStale} times and never where it was`)
    this.forget()
  }

  /** One more decision of this process has this number. */
  noteSeq(seq: string): void {
    this.#seq = seq
  }

  of(language: string): OpenStories {
    const known = this.#streams.get(language)
    if (known !== undefined) return known
    const stories = openStories({ settings: this.#settings, rules: this.#rules() })
    this.#streams.set(language, stories)
    return stories
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

  async #rebuild(db: Database, first: Date): Promise<void> {
    this.#streams = new Map()
    this.#constraints = constraintsOf(await activeConstraints(db))
    // As many are counted, and up to as many wait for the end of their day.
    const counted = 2 * this.#settings.countedArticles
    const options = { since: windowBefore(first, 2), counted, limit: batch }
    for await (const row of rowsOf((afterSeq) => rememberedMemberships(db, { ...options, afterSeq }))) {
      const stream = this.of(languageOf(row))
      stream.advanceTo(row.articleAt)
      stream.add(placedOf(row))
    }
  }

  /** Takes over what editors did. */
  async #follow(db: Database): Promise<void> {
    this.#constraints = constraintsOf(await activeConstraints(db))
    const rows = await membershipsOf(db, await articlesEditedSince(db, this.#edit))
    for (const row of rows) {
      const stream = this.of(languageOf(row))
      if (stream.isOpen(row.id)) stream.add(placedOf(row))
    }
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
