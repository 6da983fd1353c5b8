import type { ArticleId } from '../src/article/article.ts'
import type { Database } from '../src/store/database.ts'
import { membershipsByTime } from '../src/store/stories.ts'
import { activeConstraints } from '../src/store/story-constraints.ts'
import { type OpenStories, openStories } from '../src/story/assign.ts'
import { constraintsOf } from '../src/story/constraints.ts'
import type { StorySettings } from '../src/story/settings.ts'
import { type StoryId, storyId } from '../src/story/story.ts'
import { type RunOptions, silent } from './progress.ts'
import { languageOf, wordsOf } from './story-streams.ts'

/** An article with its story as stored and as it would be now. Ids of the second kind mean nothing beside each other. */
export interface ReplayedArticle {
  readonly id: ArticleId
  readonly title: string
  readonly stored: StoryId
  readonly now: StoryId
}

const batch = 500

/** all articles in stories, in the order of their time → their stories under other settings; editors are obeyed, nothing is written */
export async function replayCluster(
  db: Database,
  settings: StorySettings,
  { progress = silent, signal }: RunOptions = {},
): Promise<ReplayedArticle[]> {
  const rules = constraintsOf(await activeConstraints(db))
  const streams = new Map<string, OpenStories>()
  const now = new Map<ArticleId, StoryId>()
  const stored: Omit<ReplayedArticle, 'now'>[] = []
  let opened = 0
  const newStory = () => storyId(`replayed ${++opened}`)
  for (let after: { at: Date; id: ArticleId } | null = null; !signal?.aborted; ) {
    const rows = await membershipsByTime(db, { after, limit: batch })
    for (const row of rows) {
      const language = languageOf(row)
      const stream = streams.get(language) ?? openStories({ settings, rules })
      streams.set(language, stream)
      stream.advanceTo(row.articleAt)
      const { settled } = stream.take({ articleId: row.id, features: wordsOf(row), when: row.articleAt }, newStory)
      for (const { articleId, storyId: story } of settled) now.set(articleId, story)
      stored.push({ id: row.id, title: row.title, stored: row.storyId })
    }
    progress({ done: stored.length, total: stored.length, note: rows.at(-1)?.title ?? '' })
    const last = rows.at(-1)
    if (last === undefined) break
    after = { at: last.articleAt, id: last.id }
  }
  return stored.flatMap((article) => {
    const story = now.get(article.id)
    return story === undefined ? [] : [{ ...article, now: story }]
  })
}
