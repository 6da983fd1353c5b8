import { type Evaluation, evaluateStories, type Membership } from '../story/evaluate.ts'
import { type Grouped, groupArticles, type Prepared, prepared } from '../story/group.ts'
import { openOutput, refuseOverwriting } from './output.ts'
import { readArticles } from './read-articles.ts'

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
  if (files.gold !== undefined) await judge(grouped, files.gold)
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(
    `${JSON.stringify({ articles: grouped.length, stories, featureSeconds, assignSeconds, peakMemoryMb })}\n`,
  )
}

/** Texts are let go of as soon as their features are made. */
async function readPrepared(path: string): Promise<{ rows: Prepared[]; seconds: number }> {
  const rows: Prepared[] = []
  let milliseconds = 0
  for await (const { article } of readArticles(path)) {
    const begun = performance.now()
    const row = prepared(article)
    milliseconds += performance.now() - begun
    rows.push({ ...row, article: { ...article, text: '' } })
  }
  return { rows, seconds: rounded(milliseconds / 1000) }
}

async function write(grouped: readonly Grouped[], path: string): Promise<void> {
  const output = await openOutput(path)
  for (const { article, storyId } of grouped) await output.line({ id: article.id, story: storyId })
  await output.close()
}

async function judge(grouped: readonly Grouped[], path: string): Promise<void> {
  const gold: Membership[] = []
  for await (const { article, story } of readArticles(path)) if (story !== null) gold.push({ id: article.id, story })
  const found = grouped.map(({ article, storyId }) => ({ id: article.id, story: storyId }))
  process.stderr.write(spoken(evaluateStories(found, gold)))
}

function spoken({ articles, missing, bCubed, pairwise, singletonFloor }: Evaluation): string {
  const scores = [bCubed, pairwise].map(
    ({ precision, recall, f1 }) =>
      `F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})`,
  )
  return [
    `judged ${articles} articles${missing > 0 ? `; ${missing} of gold not in the input` : ''}`,
    `B-cubed  ${scores[0]}; every article by itself: ${singletonFloor.toFixed(3)}`,
    `pairwise ${scores[1]}\n`,
  ].join('\n')
}

const secondsSince = (begun: number) => rounded((performance.now() - begun) / 1000)
const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000
