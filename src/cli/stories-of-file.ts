import { evaluateStories, type Membership } from '../story/evaluate.ts'
import { type Grouped, groupArticles, type Prepared, prepared } from '../story/group.ts'
import { figuresText } from './evaluation-text.ts'
import { openOutput, refuseOverwriting } from './output.ts'
import { type ArticleLine, readArticles } from './read-articles.ts'

interface Files {
  readonly in: string
  readonly out: string
  readonly gold?: string
}

/** The work of `parallax try stories`; reads and writes files only. */
export async function tryStories(files: Files): Promise<void> {
  await refuseOverwriting(files.out, [files.in, ...(files.gold === undefined ? [] : [files.gold])])
  const { rows, seconds: featureSeconds } = await readPrepared(files.in)
  const begun = performance.now()
  const grouped = groupArticles(rows)
  const assignSeconds = secondsSince(begun)
  await write(grouped, files.out)
  const stories = new Set(grouped.map((row) => row.storyId)).size
  if (files.gold !== undefined)
    process.stderr.write(figuresText(evaluateStories(membershipsOf(grouped), await readGold(files.gold))))
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(
    `${JSON.stringify({ articles: grouped.length, stories, featureSeconds, assignSeconds, peakMemoryMb })}\n`,
  )
}

/** An article whose true story its file names. */
export interface GoldArticle extends Membership {
  readonly title: string
}

/**
 * The articles of a file, and those of them that name their story. Texts are let go of as soon as their features are made.
 * `seconds` is what the features took.
 */
export async function readPrepared(path: string): Promise<{ rows: Prepared[]; gold: GoldArticle[]; seconds: number }> {
  const rows: Prepared[] = []
  const gold: GoldArticle[] = []
  let milliseconds = 0
  for await (const line of readArticles(path)) {
    const begun = performance.now()
    const row = prepared(line.article)
    milliseconds += performance.now() - begun
    rows.push({ ...row, article: { ...line.article, text: '' } })
    gold.push(...goldOf(line))
  }
  return { rows, gold, seconds: rounded(milliseconds / 1000) }
}

/** The articles of a file that name their story. */
export async function readGold(path: string): Promise<GoldArticle[]> {
  const gold: GoldArticle[] = []
  for await (const line of readArticles(path)) gold.push(...goldOf(line))
  return gold
}

const goldOf = ({ article: { id, title }, story }: ArticleLine): GoldArticle[] =>
  story === null ? [] : [{ id, story, title }]

export const membershipsOf = (grouped: readonly Grouped[]): Membership[] =>
  grouped.map(({ article, storyId }) => ({ id: article.id, story: storyId }))

async function write(grouped: readonly Grouped[], path: string): Promise<void> {
  const output = await openOutput(path)
  for (const { article, storyId } of grouped) await output.line({ id: article.id, story: storyId })
  await output.close()
}

const secondsSince = (begun: number) => rounded((performance.now() - begun) / 1000)
const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000
