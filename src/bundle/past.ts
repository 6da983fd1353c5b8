import type { Article } from '../article/article.ts'
import { type Reading, readStory, type Statement } from '../fact/readings.ts'
import { independenceGroups } from '../story/independence.ts'
import { storyId } from '../story/story.ts'
import type { BundleDocument, Claim } from './document.ts'
import { chapterClaims, type EarlierChapter } from './earlier-chapters.ts'
import { numberHistory } from './number-history.ts'

/** What the archive says of a story: sentences for its context, the stories that it continues, and the articles that are cited. */
export interface Past {
  readonly claims: readonly Claim[]
  readonly members: Pick<BundleDocument, 'earlier' | 'archive'>
}

/** A story that has been read, the sentences on its page and its earlier chapters → what the archive says of it. */
export function pastOf(
  readings: readonly Reading[],
  shown: readonly Statement[],
  chapters: readonly EarlierChapter[],
): Past {
  if (chapters.length === 0) return { claims: [], members: {} }
  const times = readings.flatMap(({ article }) => article.publishedAt?.getTime() ?? [])
  const began = times.length === 0 ? null : new Date(Math.min(...times))
  const before = chapters.flatMap(({ story, articles }) =>
    readStory({ id: storyId(story), articles }, independenceGroups(articles)),
  )
  const claims = [...chapterClaims(chapters, began), ...numberHistory(shown, readings, before)]
  const cited = new Set(claims.flatMap(({ evidence }) => evidence.map(({ article }) => article)))
  const archive = before
    .filter(({ article }) => cited.has(article.id))
    .map(({ article, group }) => listed(article, group))
  const earlier = chapters.map(({ story, bundle, headline, began: first, ended }) => ({
    ...{ story, bundle, headline, began: first.toISOString(), ended: ended.toISOString() },
  }))
  return { claims, members: { earlier, ...(archive.length === 0 ? {} : { archive }) } }
}

function listed({ id, title, url, source, publishedAt }: Article, group: number): BundleDocument['articles'][number] {
  const at = publishedAt?.toISOString() ?? null
  return { id, title, url, source: source.name, leaning: source.leaning, publishedAt: at, independenceGroup: group }
}
