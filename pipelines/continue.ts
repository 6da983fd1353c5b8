import type { Clock } from '../src/outside/ports.ts'
import type { Database } from '../src/store/database.ts'
import { storiesThatEnded, storiesWithoutEarlier } from '../src/store/earlier-stories.ts'
import { type ArticleToSketch, articlesToSketch, type OpenStory, saveStoryLinks } from '../src/store/story-links.ts'
import {
  type Chapter,
  type Continuation,
  chapterArticle,
  chapterOf,
  continuedBy,
  continueSettings,
  earlierChapters,
} from '../src/story/continues.ts'
import type { StoryId } from '../src/story/story.ts'

export interface ContinueCounts {
  /** Stories for which an earlier one was looked for. */
  stories: number
  /** Stories for which one was found. */
  continued: number
}

/** What is kept from run to run: a new one costs reading, and nothing is linked otherwise. */
export interface ChapterMemory {
  /** Each as of a revision; null where the story's language is unknown. */
  readonly chapters: Map<StoryId, { readonly revision: number; readonly chapter: Chapter | null }>
  /** The revision at which an earlier story was last looked for. */
  readonly looked: Map<StoryId, number>
}

export const chapterMemory = (): ChapterMemory => ({ chapters: new Map(), looked: new Map() })

const EARLIER_READ = 2_000
/** Stories looked at in one go. */
const BATCH = 1_000
const STORIES_READ = 100
const ARTICLES_READ = 4
/** In UTF-16 units: who it is about stands at the beginning. */
const TEXT_READ = 4_000
const DAY_MS = 86_400_000
const settings = `continues-${continueSettings.version}`

/**
 * open stories changed since they were last looked at → the earlier story that each continues, if any. The newest `atMost` stories;
 * the others wait for the next run with this memory.
 */
export async function continueStories(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  memory: ChapterMemory = chapterMemory(),
  { signal, atMost = Number.POSITIVE_INFINITY }: { signal?: AbortSignal; atMost?: number } = {},
): Promise<ContinueCounts> {
  const without = await storiesWithoutEarlier(db)
  forgetOthers(memory.looked, without)
  const due = without.filter(({ id, revision }) => memory.looked.get(id) !== revision).slice(0, atMost)
  const counts: ContinueCounts = { stories: 0, continued: 0 }
  for (let at = 0; at < due.length && !signal?.aborted; at += BATCH)
    await continueBatch({ db, now: clock.now() }, due.slice(at, at + BATCH), memory, counts, signal)
  return counts
}

async function continueBatch(
  { db, now }: { readonly db: Database; readonly now: Date },
  due: readonly OpenStory[],
  memory: ChapterMemory,
  counts: ContinueCounts,
  signal?: AbortSignal,
): Promise<void> {
  const begun = due.map(({ openedAt }) => openedAt.getTime())
  const earlier = await storiesThatEnded(db, {
    from: new Date(Math.min(...begun) - continueSettings.mostDays * DAY_MS),
    before: new Date(Math.max(...begun)),
    limit: EARLIER_READ,
  })
  const wanted = [...new Map([...earlier, ...due].map((story) => [story.id, story])).values()]
  await readChapters(db, memory, wanted, signal)
  if (signal?.aborted) return
  const links = linksAmong(chaptersOf(memory, due), chaptersOf(memory, earlier))
  await saveStoryLinks(
    db,
    links.map((link) => ({ kind: 'continues' as const, ...link })),
    { settings, now },
  )
  for (const { id, revision } of due) memory.looked.set(id, revision)
  counts.stories += due.length
  counts.continued += links.length
}

function forgetOthers(kept: Map<StoryId, unknown>, stories: readonly OpenStory[]): void {
  const wanted = new Set(stories.map(({ id }) => id))
  for (const id of kept.keys()) if (!wanted.has(id)) kept.delete(id)
}

function linksAmong(due: readonly Chapter[], earlier: readonly Chapter[]): Continuation[] {
  const byLanguage = groupedBy(earlier, ({ lang }) => lang)
  const ready = new Map([...byLanguage].map(([lang, chapters]) => [lang, earlierChapters(chapters)]))
  return due.flatMap((story) => {
    const before = ready.get(story.lang)
    return (before === undefined ? null : continuedBy(story, before)) ?? []
  })
}

const chaptersOf = ({ chapters }: ChapterMemory, stories: readonly OpenStory[]) =>
  stories.flatMap(({ id }) => chapters.get(id)?.chapter ?? [])

/** Reads what changed among these stories, and forgets all others once they are many. */
async function readChapters(
  db: Database,
  { chapters }: ChapterMemory,
  stories: readonly OpenStory[],
  signal?: AbortSignal,
): Promise<void> {
  if (chapters.size > 2 * (EARLIER_READ + BATCH)) forgetOthers(chapters, stories)
  const changed = stories.filter(({ id, revision }) => chapters.get(id)?.revision !== revision)
  for (let at = 0; at < changed.length && !signal?.aborted; at += STORIES_READ) {
    const some = changed.slice(at, at + STORIES_READ)
    const articles = await articlesToSketch(
      db,
      some.map(({ id }) => id),
      ARTICLES_READ,
    )
    const byStory = groupedBy(articles, ({ storyId }) => storyId)
    for (const story of some)
      chapters.set(story.id, { revision: story.revision, chapter: chapterFrom(story, byStory.get(story.id) ?? []) })
  }
}

function chapterFrom({ id, openedAt, lastArticleAt }: OpenStory, articles: readonly ArticleToSketch[]): Chapter | null {
  // Articles are grouped within their language: that of one is that of all.
  const lang = articles.find((article) => article.lang !== null)?.lang ?? null
  if (lang === null) return null
  const chapter = chapterOf(
    id,
    lang,
    articles.map(({ id, title, text, articleAt }) =>
      chapterArticle({ id, title, text: text.slice(0, TEXT_READ) }, lang, articleAt),
    ),
  )
  // Late articles may be older than the one that opened the story.
  const first = new Date(Math.min(openedAt.getTime(), chapter.first.getTime()))
  return { ...chapter, first, last: lastArticleAt }
}

function groupedBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const value of values) {
    const known = groups.get(keyOf(value))
    if (known === undefined) groups.set(keyOf(value), [value])
    else known.push(value)
  }
  return groups
}
