import type { Clock } from '../src/outside/ports.ts'
import type { ArticleRow } from '../src/store/article-rows.ts'
import { holdsStream, saveVector, type VectorRow } from '../src/store/article-vectors.ts'
import type { Database } from '../src/store/database.ts'
import { lockAgainstEdits } from '../src/store/edit-lock.ts'
import { lockStories } from '../src/store/locked-stories.ts'
import type { LanguageLock } from '../src/store/pipeline-lock.ts'
import {
  articlesToCluster,
  closeStoriesBefore,
  joinStory,
  type LanguageToCluster,
  languagesToCluster,
  membershipsOf,
  openStory,
  type Decision as StoredDecision,
} from '../src/store/stories.ts'
import { lastEditId } from '../src/store/story-edits.ts'
import { moveByStream } from '../src/store/stream-moves.ts'
import { type Decision, type Move, type OpenStories, targetOf } from '../src/story/assign.ts'
import { storySettings } from '../src/story/settings.ts'
import type { StoryId } from '../src/story/story.ts'
import { whyMoves } from '../src/story/why.ts'
import { type RunOptions, silent } from './progress.ts'
import { StoryStreams, type Stream, windowBefore, wordsOf } from './story-streams.ts'

export interface ClusterCounts {
  articles: number
  joined: number
  opened: number
  /** Articles that went from one story to another when a later one arrived. */
  moved: number
  closed: number
  /** Languages that another process was at. */
  busy: string[]
}

interface Parts {
  readonly db: Database
  readonly clock: Clock
  readonly lock: LanguageLock
}

const batch = 1_000
const settings = `stories-${storySettings.version}`

/**
 * extracted articles in no story → the open story they join, or a new one, each with its reason; stories around them that turn
 * out to be one, or two, are set right. `streams` is kept from run to run; without it the open stories are read again.
 */
export async function cluster(
  parts: Parts,
  options: RunOptions = {},
  streams: StoryStreams = new StoryStreams(),
): Promise<ClusterCounts> {
  const { progress = silent, signal } = options
  const counts: ClusterCounts = { articles: 0, joined: 0, opened: 0, moved: 0, closed: 0, busy: [] }
  const waiting = await languagesToCluster(parts.db)
  const total = waiting.reduce((sum, { count }) => sum + count, 0)
  progress({ done: 0, total })
  const placed = (row: ArticleRow) =>
    progress({ done: counts.articles, total: Math.max(total, counts.articles), note: row.title })
  for (const { language, oldest } of waiting) {
    if (signal?.aborted) break
    const work = () =>
      clusterLanguage(parts, streams, { language, oldest }, counts, { placed, ...(signal && { signal }) })
    if ((await parts.lock(language, work)).kind === 'busy') counts.busy.push(language)
  }
  counts.closed = await closeStoriesBefore(parts.db, windowBefore(parts.clock.now()))
  return counts
}

async function clusterLanguage(
  parts: Parts,
  streams: StoryStreams,
  { language, oldest }: Pick<LanguageToCluster, 'language' | 'oldest'>,
  counts: ClusterCounts,
  { placed, signal }: { readonly placed: (row: ArticleRow) => void; readonly signal?: AbortSignal },
): Promise<void> {
  try {
    let stream = await streams.refreshed(parts.db, language, oldest)
    while (!signal?.aborted) {
      const rows = await articlesToCluster(parts.db, { language, limit: batch })
      if (rows.length === 0) break
      for (const row of rows) {
        if (signal?.aborted) break
        stream = await place(parts, streams, stream, row, counts)
        placed(row)
      }
    }
  } catch (error) {
    streams.forget(language)
    throw error
  }
}

/** Returns the stream as it is known afterwards. */
async function place(
  parts: Parts,
  streams: StoryStreams,
  known: Stream,
  row: ArticleRow,
  counts: ClusterCounts,
): Promise<Stream> {
  const { db } = parts
  const { language } = known
  const when = whenOf(row)
  const stream = (await lastEditId(db)) === known.edit ? known : await streams.refreshed(db, language, when)
  const late = stream.stories.isLate(when)
  if (!late) stream.stories.advanceTo(when)
  const stories = late ? await streams.around(db, when, language) : stream.stories
  if (await placedByEditor(parts, streams, stories, row, counts)) return stream
  const arrived = stories.arrive({ articleId: row.id, features: wordsOf(row), when })
  const decision = late ? { ...arrived, moves: [] } : arrived
  const vector = late ? null : vectorRow(stories, row, language, streams.vectorSettings)
  const done = await carriedOut(parts, { stream, stories }, decision, row, vector)
  if (done === null) {
    // Somebody else changed these stories meanwhile: what is known here is read again, and the article asked for again.
    streams.noteStale(language, row.id)
    return streams.refreshed(db, language, when)
  }
  stories.settle({ ...decision, moves: done.moves }, done.opened, done.fresh)
  counts.articles += 1
  counts[decision.assignment.kind === 'opens' ? 'opened' : 'joined'] += 1
  counts.moved += done.moves.reduce((sum, { articles }) => sum + articles.length, 0)
  return stream
}

function vectorRow(stories: OpenStories, row: ArticleRow, language: string, made: string): VectorRow {
  const { arrival, bytes, counted } = stories.memory()
  return { language, arrival, articleId: row.id, articleAt: whenOf(row), settings: made, vector: bytes, counted }
}

/** An editor's word brings an article to one that is open no more. */
async function placedByEditor(
  { db, clock }: Parts,
  streams: StoryStreams,
  stories: OpenStories,
  row: ArticleRow,
  counts: ClusterCounts,
): Promise<boolean> {
  const others = [...streams.constraints.linked(row.id)]
  if (others.length === 0 || others.some((id) => stories.isOpen(id))) return false
  const [home] = await membershipsOf(db, others)
  if (home === undefined) return false
  const decision = storedOf(row, null, `an editor put it together with “${home.title}”`)
  const storyId = await db.transaction(async (tx) => {
    await lockAgainstEdits(tx)
    return joinStory(tx, home.storyId, decision, clock.now())
  })
  if (storyId !== null) {
    stories.add({ articleId: row.id, storyId, features: wordsOf(row), when: whenOf(row) })
    counts.articles += 1
    counts.joined += 1
  }
  return true
}

class Stale extends Error {}

interface CarriedOut {
  /** The id of the story that the article opened. */
  readonly opened: StoryId | null
  readonly fresh: readonly StoryId[]
  /** Those that no editor's word stood against. */
  readonly moves: readonly Move[]
}

/** Writes a decision whole or not at all. Null where stories or articles are elsewhere by now. */
async function carriedOut(
  { db, clock }: Parts,
  { stream, stories }: { readonly stream: Stream; readonly stories: OpenStories },
  decision: Decision,
  row: ArticleRow,
  vector: VectorRow | null,
): Promise<CarriedOut | null> {
  const { assignment, moves } = decision
  const now = clock.now()
  const reasons = await reasonsOf(db, decision, row, stories)
  try {
    return await db.transaction(async (tx) => {
      await lockAgainstEdits(tx)
      const touched = [...storiesIn(moves), ...(assignment.kind === 'joins' ? [assignment.storyId] : [])]
      if (touched.length > 0) await lockStories(tx, touched)
      if ((await lastEditId(tx)) !== stream.edit) throw new Stale()
      if (!(await holdsStream(tx, stream.language, stream.token)))
        throw new Error(`another process has taken over the articles in ${stream.language}: this one lost its lock`)
      const stored = storedOf(row, assignment.kind === 'joins' ? assignment.similarity : null, assignment.why.text)
      const own =
        assignment.kind === 'opens'
          ? await openStory(tx, stored, now)
          : await joinStory(tx, assignment.storyId, stored, now)
      if (own === null || (assignment.kind === 'joins' && own !== assignment.storyId)) throw new Stale()
      const fresh: StoryId[] = []
      const done: Move[] = []
      for (const [at, move] of moves.entries()) {
        const known = targetOf(move.to, own, fresh)
        const said = { similarity: move.chance, reason: reasons[at] ?? '', settings }
        const articles = move.all ? 'all' : move.articles
        const moved = await moveByStream(tx, { articles, from: move.from, to: known ?? 'new', ...said }, now)
        if (moved.kind === 'refused' && moved.reason === 'stale') throw new Stale()
        if (moved.kind === 'refused') continue
        if (typeof move.to !== 'string') fresh[move.to.fresh] = moved.to
        done.push(move)
      }
      if (vector !== null) await saveVector(tx, vector)
      return { opened: assignment.kind === 'opens' ? own : null, fresh, moves: done }
    })
  } catch (error) {
    if (error instanceof Stale) return null
    throw error
  }
}

const storiesIn = (moves: readonly Move[]) =>
  moves.flatMap(({ from, to }) => [from, ...(typeof to === 'string' && to !== 'opened' ? [to] : [])])

/** For each move, in an editor's words, what its articles share with those that they go to. */
async function reasonsOf(db: Database, { moves }: Decision, row: ArticleRow, stories: OpenStories): Promise<string[]> {
  const moved = await membershipsOf(
    db,
    moves.flatMap(({ articles }) => articles.slice(0, 1)),
  )
  return moves.map(({ articles, to, with: others, chance }) => {
    const first = moved.find(({ id }) => id === articles[0])
    const shared = first === undefined ? [] : stories.sharedWith(wordsOf(first), others)
    return whyMoves(shared, chance, { arrived: row.title, alone: typeof to !== 'string' && others.length === 0 })
  })
}

function storedOf(row: ArticleRow, similarity: number | null, reason: string): StoredDecision {
  return { articleId: row.id, similarity, reason, settings, articleAt: whenOf(row) }
}

const whenOf = (row: ArticleRow) => row.publishedAt ?? row.discoveredAt
