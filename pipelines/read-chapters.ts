import { type ArticleId, articleId } from '../src/article/article.ts'
import type { Evidence } from '../src/bundle/document.ts'
import type { EarlierChapter } from '../src/bundle/earlier-chapters.ts'
import type { ArticleRow } from '../src/store/article-rows.ts'
import { chaptersBefore, type StoredChapter, someArticlesOfStory } from '../src/store/chapters.ts'
import type { Database } from '../src/store/database.ts'
import type { StoryId } from '../src/story/story.ts'

/** Chapters before a story, with what is read of each: their leanings are still to be computed. */
export interface ReadChapter {
  readonly rows: readonly ArticleRow[]
  readonly chapter: Omit<EarlierChapter, 'articles'>
}

const CHAPTERS = 4
const ARTICLES_READ = 12

/** a story → the stories that it continues, the nearest first, with the articles by which they are told */
export async function readChapters(db: Database, id: StoryId): Promise<ReadChapter[]> {
  const chapters: ReadChapter[] = []
  for (const stored of await chaptersBefore(db, id, CHAPTERS)) {
    const opening = openingOf(stored)
    const rows = await someArticlesOfStory(db, stored.id, { cited: citedIn(opening), most: ARTICLES_READ })
    const headline = stored.bundle?.document.headline.text ?? rows[0]?.title
    if (headline === undefined) continue
    const { began, ended, bundle } = stored
    // What readers can't read is not linked to.
    const page = bundle?.isPublished ? bundle.id : null
    chapters.push({ rows, chapter: { story: stored.id, bundle: page, headline, began, ended, opening } })
  }
  return chapters
}

function openingOf({ bundle }: StoredChapter): Evidence[] {
  if (bundle === null) return []
  const { lede, headline } = bundle.document
  return [...lede.evidence, ...headline.evidence].filter(({ quote }) => quote !== undefined)
}

const citedIn = (spans: readonly Evidence[]): ArticleId[] => [
  ...new Set(spans.map(({ article }) => articleId(article))),
]
