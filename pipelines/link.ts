import type { Clock, Embeddings, Log } from '../src/outside/ports.ts'
import type { Database } from '../src/store/database.ts'
import {
  type ArticleToSketch,
  articlesToSketch,
  countOpenLanguages,
  deleteStaleLinks,
  type OpenStory,
  openStoryRevisions,
  type StoryRevision,
  saveLinkLooks,
  saveStoryLinks,
  storiesToLink,
  textsOfArticles,
} from '../src/store/story-links.ts'
import { linkedByCosine } from '../src/story/by-cosine.ts'
import { type LanguageLinks, linkLanguages, linkSettings, type PairOfStories } from '../src/story/link-languages.ts'
import { type StorySketch, sketchedArticle, sketchOf } from '../src/story/sketch.ts'
import type { StoryId } from '../src/story/story.ts'

export interface LinkCounts {
  /** Stories for which counterparts were looked for. */
  stories: number
  linked: number
  /** Links taken back. */
  unlinked: number
  /** Pairs that vectors would have to decide and did not: no endpoint is configured, or it failed. */
  undecided: number
}

/** Sketches of open stories by id, each as of a revision; null where the story's language is unknown. Kept from run to run. */
export type SketchMemory = Map<StoryId, { readonly revision: number; readonly sketch: StorySketch | null }>

interface Parts {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  /** Null where no endpoint is configured. */
  readonly embeddings: Embeddings | null
}

const BATCH = 500
const STORIES_READ = 100
const ARTICLES_READ = 12
const settings = `links-${linkSettings.version}`

/** open stories changed since they were last linked → the stories of other languages that tell the same event */
export async function link(
  parts: Parts,
  memory: SketchMemory = new Map(),
  { signal }: { signal?: AbortSignal } = {},
): Promise<LinkCounts> {
  const { db } = parts
  const counts: LinkCounts = { stories: 0, linked: 0, unlinked: 0, undecided: 0 }
  if ((await storiesToLink(db, { settings, limit: 1 })).length === 0) return counts
  const several = (await countOpenLanguages(db)) > 1
  const open = several ? await sketchesOfOpen(db, memory, signal) : []
  let after: StoryId | undefined
  let asking = parts.embeddings
  while (!signal?.aborted) {
    const due = await storiesToLink(db, { settings, limit: BATCH, ...(after === undefined ? {} : { after }) })
    if (due.length === 0) break
    const left = await linkBatch({ ...parts, embeddings: asking }, due, open, counts, signal)
    // An endpoint that failed is asked again by the next run: what waits for it stays due.
    if (left > 0) asking = silentEndpoint
    after = due.at(-1)?.id
  }
  return counts
}

const silentEndpoint: Embeddings = {
  embed: async () => ({ kind: 'failed', reason: 'aborted', status: null, detail: 'it failed a moment ago' }),
  close: async () => {},
}

/** Sketches of all open stories, read anew where a story changed. */
async function sketchesOfOpen(db: Database, memory: SketchMemory, signal?: AbortSignal): Promise<StorySketch[]> {
  const open = await openStoryRevisions(db)
  const isOpen = new Set(open.map(({ id }) => id))
  for (const id of memory.keys()) if (!isOpen.has(id)) memory.delete(id)
  const changed = open.filter(({ id, revision }) => memory.get(id)?.revision !== revision)
  for (let at = 0; at < changed.length && !signal?.aborted; at += STORIES_READ) {
    const some = changed.slice(at, at + STORIES_READ)
    const articles = await articlesToSketch(
      db,
      some.map(({ id }) => id),
      ARTICLES_READ,
    )
    for (const story of some) {
      const own = articles.filter(({ storyId }) => storyId === story.id)
      memory.set(story.id, { revision: story.revision, sketch: sketched(story, own) })
    }
  }
  return open.flatMap(({ id }) => memory.get(id)?.sketch ?? [])
}

function sketched(
  { id, openedAt, lastArticleAt }: OpenStory,
  articles: readonly ArticleToSketch[],
): StorySketch | null {
  const lang = commonest(articles.flatMap((article) => article.lang ?? []))
  if (lang === null) return null
  const sketch = sketchOf(
    id,
    lang,
    articles.map((article) => sketchedArticle(article, lang, article.articleAt)),
  )
  return { ...sketch, first: openedAt, last: lastArticleAt }
}

function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

/** Returns how many stories stay due because vectors were not to be had. */
async function linkBatch(
  { db, clock, embeddings, log }: Parts,
  due: readonly StoryRevision[],
  open: readonly StorySketch[],
  counts: LinkCounts,
  signal?: AbortSignal,
): Promise<number> {
  const found = linkLanguages(open, new Set(due.map(({ id }) => id)))
  const decided = await decideUnsure({ db, embeddings, log }, found, open, signal)
  const linked = [...found.linked, ...decided.linked]
  const waiting = new Set(decided.waiting.flatMap(({ from, to }) => [from, to]))
  const looked = due.filter(({ id }) => !waiting.has(id))
  const now = clock.now()
  await db.transaction(async (tx) => {
    counts.unlinked += await deleteStaleLinks(tx, {
      changed: due.map(({ id }) => id),
      compared: open.map(({ id }) => id),
      kept: [...linked, ...decided.undecided],
    })
    await saveStoryLinks(
      tx,
      linked.map((pair) => ({ kind: 'same-event' as const, ...pair })),
      { settings, now },
    )
    await saveLinkLooks(tx, looked, settings)
  })
  counts.stories += looked.length
  counts.linked += linked.length
  counts.undecided += decided.undecided.length
  return due.length - looked.length
}

interface Decided {
  readonly linked: readonly PairOfStories[]
  /** Neither linked nor refused: what stood before stays. */
  readonly undecided: readonly PairOfStories[]
  /** Those of them that the next run asks for again. */
  readonly waiting: readonly PairOfStories[]
}

/** Stories asked besides, to know what stories that have nothing to do with each other are like. */
const OTHERS_ASKED = 8

async function decideUnsure(
  { db, embeddings, log }: Pick<Parts, 'db' | 'embeddings' | 'log'>,
  { linked, unsure }: LanguageLinks,
  open: readonly StorySketch[],
  signal?: AbortSignal,
): Promise<Decided> {
  if (unsure.length === 0) return { linked: [], undecided: [], waiting: [] }
  if (embeddings === null) return { linked: [], undecided: unsure, waiting: [] }
  const inQuestion = new Set(unsure.flatMap(({ from, to }) => [from, to]))
  const others = open.filter(({ id }) => !inQuestion.has(id)).slice(0, OTHERS_ASKED)
  const asked = [...open.filter(({ id }) => inQuestion.has(id)), ...others]
  const texts = await textsOfArticles(
    db,
    asked.map(({ central }) => central),
  )
  const answer = await embeddings.embed(
    asked.map(({ central }) => embeddedText(texts.get(central))),
    signal,
  )
  if (answer.kind === 'failed') {
    const { reason, status, detail } = answer
    if (reason !== 'aborted') log.warn({ reason, status, detail }, 'no vectors: pairs of stories wait')
    return { linked: [], undecided: unsure, waiting: unsure }
  }
  const vectors = new Map(asked.map(({ id }, at) => [id, answer.vectors[at] ?? []]))
  return {
    linked: linkedByCosine(unsure, unrelated(asked, [...linked, ...unsure]), vectors),
    undecided: [],
    waiting: [],
  }
}

const LEAD_CHARACTERS = 600

const embeddedText = (article: { title: string; text: string } | undefined) =>
  `${article?.title ?? ''}\n\n${(article?.text ?? '').slice(0, LEAD_CHARACTERS)}`

/** Pairs of different languages that nothing speaks for. */
function unrelated(stories: readonly StorySketch[], related: readonly PairOfStories[]): [StoryId, StoryId][] {
  const known = new Set(related.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]))
  return stories.flatMap((a, at) =>
    stories
      .slice(at + 1)
      .filter((b) => a.lang !== b.lang && !known.has(`${a.id} ${b.id}`))
      .map((b): [StoryId, StoryId] => [a.id, b.id]),
  )
}
