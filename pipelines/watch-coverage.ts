import type { Article } from '../src/article/article.ts'
import { isActiveIn } from '../src/bundle/active-in.ts'
import type { CoverageWatch } from '../src/bundle/compose.ts'
import { sectionOf } from '../src/bundle/section.ts'
import type { WatchedSource } from '../src/leaning/base-rate.ts'
import type { Leaning } from '../src/source/leaning.ts'
import { sourceLeaning } from '../src/source/leaning-of-page.ts'
import type { SourceId } from '../src/source/source.ts'
import type { ArticleRow } from '../src/store/article-rows.ts'
import type { Database } from '../src/store/database.ts'
import { ratedSources } from '../src/store/ratings.ts'
import {
  type Activity,
  activityBetween,
  type DeclaredSource,
  declaredSources,
  type Polled,
  pollsBetween,
} from '../src/store/watched-sources.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** Before a story began: an outlet that publishes twice a week is active on the days between. */
const DAYS_BEFORE = 3
/** After its newest article was found: an outlet may tell of it the day after. */
const HOURS_AFTER = 24

export interface Watched extends CoverageWatch {
  /** The story's, in which they are active or not. */
  readonly section: string
}

/** Watches every declared source, for the stories of one run: what several stories need is read once. */
export interface Watching {
  /** What was heard of every source that could have carried a story of these articles. */
  over(articles: readonly Article[], found: readonly Pick<ArticleRow, 'discoveredAt'>[]): Promise<Watched>
}

export async function watching(db: Database, now: Date): Promise<Watching> {
  const declared = await declaredSources(db)
  const leanings = await leaningsOf(db, declared, now)
  const activity = memo((day: number) => activityBetween(db, new Date(day * DAY_MS), new Date((day + 1) * DAY_MS)))
  const polls = memo((from: number, to: number) => pollsBetween(db, new Date(from), new Date(to)))
  return {
    over: async (articles, found) => {
      const { from, to } = spanOf(articles, found, now)
      const [first, last] = [from - DAYS_BEFORE * DAY_MS, to].map((at) => Math.floor(at / DAY_MS)) as [number, number]
      const published: Activity[] = []
      for (let day = first; day <= last; day += 1) published.push(...(await activity(day)))
      const heard = new Map((await polls(from, to)).map((one) => [one.sourceId, one]))
      const story = { language: languageOf(articles), section: sectionOf(articles) }
      const covering = new Set(articles.map(({ source }) => source.id))
      const couldCarry = ({ id, languages }: DeclaredSource) =>
        story.language === 'und' || covering.has(id) || languages.some((one) => primary(one) === story.language)
      const sources = declared
        .filter(couldCarry)
        .map((one) => watchedSource(one, leanings, { published, heard, ...story }))
      return { sources, from: new Date(from), to: new Date(to), section: story.section }
    },
  }
}

interface Heard {
  readonly published: readonly Activity[]
  readonly heard: ReadonlyMap<SourceId, Polled>
  readonly language: string
  readonly section: ReturnType<typeof sectionOf>
}

function watchedSource(
  { id, owner }: DeclaredSource,
  leanings: ReadonlyMap<SourceId, Leaning>,
  { published, heard, language, section }: Heard,
): WatchedSource {
  const own = published.filter(({ sourceId }) => sourceId === id)
  const polled = heard.get(id)
  return {
    ...{ id, owner, leaning: leanings.get(id) ?? 'unknown', isHeard: (polled?.answered ?? 0) > 0 },
    hasFailed: polled !== undefined && polled.answered === 0,
    isActive: own.some((one) => one.language === language && isActiveIn(section, one.shelves)),
    isUnreadable: own.length === 0 && (polled?.itemsNew ?? 0) > 0,
  }
}

/**
 * From the hour after a story began, so that whoever is heard could have told of it, to a day after the newest of its articles appeared or
 * was found: what is read late tells of it late.
 */
function spanOf(articles: readonly Article[], found: readonly Pick<ArticleRow, 'discoveredAt'>[], now: Date) {
  // Whole hours: two runs within one say the same.
  const until = Math.ceil(now.getTime() / HOUR_MS) * HOUR_MS
  const times = articles.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
  const began = Math.min(...times, now.getTime())
  const ended = Math.max(...times, ...found.map(({ discoveredAt }) => discoveredAt.getTime()), began)
  const from = Math.min(Math.ceil(began / HOUR_MS) * HOUR_MS, until)
  return { from, to: Math.min(Math.ceil(ended / HOUR_MS + HOURS_AFTER) * HOUR_MS, until) }
}

const primary = (tag: string) => tag.toLowerCase().split('-')[0] ?? tag
const languageOf = ([first]: readonly Article[]) => primary(first?.lang ?? 'und')

async function leaningsOf(db: Database, sources: readonly DeclaredSource[], now: Date) {
  const rated = await ratedSources(
    db,
    sources.map(({ id }) => id),
  )
  return new Map([...rated].map(([id, one]): [SourceId, Leaning] => [id, sourceLeaning(one, now).news.leaning]))
}

function memo<Key extends readonly number[], Value>(
  read: (...key: Key) => Promise<Value>,
): (...key: Key) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (...key) => {
    const name = key.join(' ')
    const value = known.get(name) ?? read(...key)
    known.set(name, value)
    return value
  }
}
