import type { Clock } from '../src/outside/ports.ts'
import { type ArticleRow, articleFrom } from '../src/store/article-rows.ts'
import type { Database } from '../src/store/database.ts'
import {
  articlesToCluster,
  closeStoriesBefore,
  countToCluster,
  type Decision,
  joinStory,
  openStory,
  rememberedMemberships,
} from '../src/store/stories.ts'
import { type Assignment, type OpenStories, openStories } from '../src/story/assign.ts'
import { featuresOf } from '../src/story/features.ts'
import { type StorySettings, storySettings } from '../src/story/settings.ts'
import { type RunOptions, silent } from './progress.ts'

export interface ClusterCounts {
  articles: number
  joined: number
  opened: number
  closed: number
}

const BATCH = 200
const DAY_MS = 86_400_000

/** extracted articles in no story → the open story they join, or a new one; each with its reason */
export async function cluster(
  { db, clock }: { db: Database; clock: Clock },
  options: RunOptions = {},
): Promise<ClusterCounts> {
  const { progress = silent, signal } = options
  const counts: ClusterCounts = { articles: 0, joined: 0, opened: 0, closed: 0 }
  const { count: total, oldest } = await countToCluster(db)
  progress({ done: 0, total })
  const stories = oldest === null ? openStories() : await reopened(db, oldest, storySettings)
  while (!signal?.aborted) {
    const batch = await articlesToCluster(db, { limit: BATCH })
    if (batch.length === 0) break
    for (const row of batch) {
      if (signal?.aborted) break
      await place(db, stories, row, clock.now(), counts)
      progress({ done: counts.articles, total: Math.max(total, counts.articles), note: row.title })
    }
  }
  counts.closed = await closeStoriesBefore(db, before(clock.now(), storySettings))
  return counts
}

/** The state that the stream had when its last decision was stored: told again what it had been told. */
async function reopened(db: Database, first: Date, settings: StorySettings): Promise<OpenStories> {
  const stories = openStories(settings)
  const since = before(first, settings)
  let afterSeq = '0'
  for (;;) {
    const rows = await rememberedMemberships(db, { since, counted: settings.countedArticles, afterSeq, limit: BATCH })
    for (const row of rows)
      stories.add({ articleId: row.id, storyId: row.storyId, features: wordsOf(row), when: row.articleAt })
    const last = rows.at(-1)
    if (!last) return stories
    afterSeq = last.seq
  }
}

async function place(
  db: Database,
  stories: OpenStories,
  row: ArticleRow,
  now: Date,
  counts: ClusterCounts,
): Promise<void> {
  const [features, when] = [wordsOf(row), whenOf(row)]
  stories.advanceTo(when)
  const assignment = stories.assign(features, when)
  const decision = decisionOf(row, assignment)
  const storyId = await db.transaction(async (tx) => {
    if (assignment.kind === 'opens') return openStory(tx, decision, now)
    return (await joinStory(tx, assignment.storyId, decision, now)) ? assignment.storyId : null
  })
  counts.articles += 1
  if (storyId === null) return
  counts[assignment.kind === 'opens' ? 'opened' : 'joined'] += 1
  stories.add({ articleId: row.id, storyId, features, when })
}

function decisionOf(row: ArticleRow, assignment: Assignment): Decision {
  return {
    articleId: row.id,
    similarity: assignment.kind === 'joins' ? assignment.similarity : null,
    reason: assignment.why.text,
    settings: `stories-${storySettings.version}`,
    articleAt: whenOf(row),
  }
}

/** The words decide, never the leaning: a story must not fall apart by side. */
const wordsOf = (row: ArticleRow) => featuresOf(articleFrom(row, 'unknown'))

const whenOf = (row: ArticleRow) => row.publishedAt ?? row.discoveredAt

/** A day more than the window: it is left by whole days. */
const before = (at: Date, { windowDays }: StorySettings) => new Date(at.getTime() - (windowDays + 1) * DAY_MS)
