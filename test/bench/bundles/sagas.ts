import type { EarlierChapter } from '../../../src/bundle/earlier-chapters.ts'
import {
  type Chapter,
  chapterArticle,
  chapterOf,
  continuedBy,
  type EarlierChapters,
  earlierChapters,
} from '../../../src/story/continues.ts'
import { storyId } from '../../../src/story/story.ts'
import { bundleOf, type Stories } from './stories.ts'

const mostChapters = 4
const articlesRead = 4

/** The stories that each story continues, the nearest first, as the pipeline would find them; none for most. */
export function sagasIn(stories: Stories): (id: string) => EarlierChapter[] {
  const chapters = new Map([...stories].flatMap(([id, articles]) => asChapter(id, articles)))
  const ready = earlierChapters([...chapters.values()])
  return (id) => chain(id, chapters, ready).flatMap((earlier) => told(earlier, stories))
}

function asChapter(id: string, articles: readonly ArticleOf[]): [string, Chapter][] {
  const dated = articles.flatMap((article) =>
    article.publishedAt === null ? [] : [chapterArticle(article, 'en', article.publishedAt)],
  )
  return dated.length < 2 ? [] : [[id, chapterOf(storyId(id), 'en', dated.slice(0, articlesRead))]]
}

type ArticleOf = Stories extends ReadonlyMap<string, readonly (infer One)[]> ? One : never

function chain(id: string, chapters: ReadonlyMap<string, Chapter>, ready: EarlierChapters): Chapter[] {
  const found: Chapter[] = []
  for (let at = chapters.get(id); at !== undefined && found.length < mostChapters; ) {
    const next: Chapter | undefined = chapters.get(continuedBy(at, ready)?.to ?? '')
    if (next !== undefined) found.push(next)
    at = next
  }
  return found
}

function told({ id, first, last }: Chapter, stories: Stories): EarlierChapter[] {
  const articles = stories.get(id) ?? []
  if (articles.length === 0) return []
  const { headline, lede } = bundleOf(id, articles)
  const opening = [...lede.evidence, ...headline.evidence].filter(({ quote }) => quote !== undefined)
  return [{ story: id, bundle: null, headline: headline.text, began: first, ended: last, opening, articles }]
}
