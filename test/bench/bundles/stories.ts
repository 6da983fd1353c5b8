import { join, resolve } from 'node:path'
import type { z } from 'zod'
import type { Article } from '../../../src/article/article.ts'
import { composeVerified } from '../../../src/bundle/compose.ts'
import type { BundleDocument } from '../../../src/bundle/document.ts'
import type { EarlierChapter } from '../../../src/bundle/earlier-chapters.ts'
import { filledText, lineObject, lineText, readJsonLines } from '../../../src/cli/json-lines.ts'
import { readArticles } from '../../../src/cli/read-articles.ts'
import { inDateOrder } from '../../../src/story/date-order.ts'
import { storyId } from '../../../src/story/story.ts'

const sides = { left: 'readable', center: 'readable', right: 'readable' } as const

/** Stories by the id that their lines name, oldest articles first. */
export type Stories = ReadonlyMap<string, readonly Article[]>

/** A file of labelled articles, by its path below DATA_DIR. */
export async function storiesIn(path: string): Promise<Stories> {
  const stories = new Map<string, Article[]>()
  for await (const { article, story } of readArticles(dataFile(path))) {
    if (story === null) continue
    const members = stories.get(story)
    if (members === undefined) stories.set(story, [article])
    else members.push(article)
  }
  return new Map([...stories].map(([id, articles]) => [id, inDateOrder(articles, ({ publishedAt }) => publishedAt)]))
}

/** The editors' neutral summary of each event of the triples. */
export async function summariesIn(path: string): Promise<ReadonlyMap<string, string>> {
  const summaries = new Map<string, string>()
  const line = lineObject({ id: filledText, story: filledText, neutralSummary: lineText.nullish() }, '{"id":"1"}')
  for await (const { story, neutralSummary } of readJsonLines(dataFile(path), line satisfies z.ZodType)) {
    if (neutralSummary) summaries.set(story, neutralSummary.replace(/^.*?ARTICLE=>\s*/s, ''))
  }
  return summaries
}

export function bundleOf(
  id: string,
  articles: readonly Article[],
  earlier: readonly EarlierChapter[] = [],
): BundleDocument {
  return composeVerified({ id: storyId(id), articles }, { sides, goDeeper: [], earlier }).document
}

export const dataFile = (path: string) => join(resolve(process.env['DATA_DIR'] ?? '../shared/data'), path)
