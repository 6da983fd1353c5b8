import type { ArticleId } from '../article/article.ts'
import { type Evaluation, evaluateStories, judgedArticles, type Membership } from '../story/evaluate.ts'
import { groupArticles } from '../story/group.ts'
import { type SizeClass, storySizes } from '../story/story-sizes.ts'
import { type Scattered, worstMerges, worstSplits } from '../story/worst.ts'
import { UserError } from './fail.ts'
import { readClustering } from './read-clustering.ts'
import { type GoldArticle, membershipsOf, readGold, readPrepared } from './stories-of-file.ts'

interface Files {
  readonly gold: string
  readonly in?: string
  readonly found?: string
}

/** A story that the other side has in pieces, the largest of them with some of its titles. */
export interface WorstStory {
  readonly story: string
  readonly articles: number
  /** Pairs lost (splits) or wrongly made (merges). */
  readonly pairs: number
  /** How many pieces there are, shown or not. */
  readonly stories: number
  readonly parts: readonly { readonly story: string; readonly articles: number; readonly titles: readonly string[] }[]
}

export interface EvaluationReport extends Evaluation {
  readonly sizes: readonly SizeClass[]
  readonly splits: readonly WorstStory[]
  readonly merges: readonly WorstStory[]
}

const worstShown = 10
const partsShown = 5
const titlesShown = 2

/** The work of `parallax eval stories`; reads files only. Throws a UserError where nothing can be judged. */
export async function evaluateFiles(files: Files): Promise<EvaluationReport> {
  const { found, gold } = await readSides(files)
  const judged = judgedArticles(found, gold)
  if (gold.length === 0) throw new UserError(`${files.gold}: no line has a "story" to judge by`)
  if (judged.length === 0)
    throw new UserError(
      `${files.found ?? files.in ?? files.gold}: has none of the ${gold.length} articles of ${files.gold}`,
    )
  return reportOn(found, gold)
}

/** A grouping judged by another, with the worst differences. */
export function reportOn(found: readonly Membership[], gold: readonly GoldArticle[]): EvaluationReport {
  const judged = judgedArticles(found, gold)
  const titles = new Map(gold.map(({ id, title }) => [id, title]))
  return {
    ...evaluateStories(found, gold),
    sizes: storySizes(judged),
    splits: worstSplits(judged, worstShown).map((story) => titled(story, titles)),
    merges: worstMerges(judged, worstShown).map((story) => titled(story, titles)),
  }
}

async function readSides(files: Files): Promise<{ found: readonly Membership[]; gold: readonly GoldArticle[] }> {
  if (files.found !== undefined) return { found: await readClustering(files.found), gold: await readGold(files.gold) }
  const articles = await readPrepared(files.in ?? files.gold)
  const gold = files.in === undefined ? articles.gold : await readGold(files.gold)
  return { found: membershipsOf(groupArticles(articles.rows)), gold }
}

function titled({ parts, ...story }: Scattered, titles: ReadonlyMap<ArticleId, string>): WorstStory {
  const shown = parts.slice(0, partsShown).map((part) => ({
    story: part.story,
    articles: part.articles.length,
    titles: part.articles.slice(0, titlesShown).map((id) => titles.get(id) ?? ''),
  }))
  return { ...story, stories: parts.length, parts: shown }
}
