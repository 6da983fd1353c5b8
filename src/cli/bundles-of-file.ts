import { claimsOf } from '../bundle/claims-of.ts'
import { type BundleContext, composeVerified } from '../bundle/compose.ts'
import type { Claim } from '../bundle/document.ts'
import { defaultLinkTemplates } from '../bundle/go-deeper.ts'
import type { Verified } from '../bundle/verify.ts'
import type { SideStates } from '../leaning/coverage.ts'
import { type Side, sideOf } from '../source/leaning.ts'
import { inDateOrder } from '../story/date-order.ts'
import { groupArticles, type Prepared, prepared } from '../story/group.ts'
import { storyId } from '../story/story.ts'
import { ArticleSpill, type Spilled } from './article-spill.ts'
import { openOutput, refuseOverwriting } from './output.ts'
import { readArticles } from './read-articles.ts'

interface Files {
  readonly in: string
  readonly out: string
}

interface Tally {
  bundles: number
  readonly claims: Record<Claim['basis'], number>
  readonly refused: Record<string, number>
}

/** The work of `parallax try bundles`; reads and writes files only. */
export async function tryBundles(files: Files): Promise<void> {
  await refuseOverwriting(files.out, [files.in])
  const begun = performance.now()
  const spill = await ArticleSpill.open()
  try {
    const { articles, stories, sides } = await readStories(files.in, spill)
    const tally = await writeBundles(stories, spill, files.out, { sides, goDeeper: defaultLinkTemplates })
    const seconds = Math.round(performance.now() - begun) / 1000
    const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024)
    process.stdout.write(`${JSON.stringify({ articles, stories: stories.size, ...tally, seconds, peakMemoryMb })}\n`)
  } finally {
    await spill.close()
  }
}

/** Stories in order of their first article in the file; of each article only its place in the spill is kept. */
async function readStories(path: string, spill: ArticleSpill) {
  const rows: { readonly story: string | null; readonly spilled: Spilled }[] = []
  const loose: Prepared[] = []
  const present = new Set<Side>()
  for await (const { article, story } of readArticles(path)) {
    rows.push({ story, spilled: await spill.put(article) })
    if (story === null) loose.push({ ...prepared(article), article: { ...article, text: '' } })
    present.add(sideOf(article.source.leaning))
  }
  const named = new Set(rows.flatMap(({ story }) => story ?? []))
  const found = groupArticles(loose).map((row) => unlike(row.storyId, named))
  const stories = new Map<string, Spilled[]>()
  let next = 0
  for (const { story, spilled } of rows) {
    const id = story ?? found[next++] ?? ''
    const members = stories.get(id)
    if (members === undefined) stories.set(id, [spilled])
    else members.push(spilled)
  }
  return { articles: rows.length, stories, sides: sidesOf(present) }
}

/** A story that was found must not fall together with one that a line names. */
function unlike(id: string, named: ReadonlySet<string>): string {
  return named.has(id) ? unlike(`${id}-found`, named) : id
}

function sidesOf(present: ReadonlySet<Side>): SideStates {
  const state = (side: Side) => (present.has(side) ? 'readable' : 'no-sources')
  return { left: state('left'), center: state('center'), right: state('right') }
}

async function writeBundles(
  stories: ReadonlyMap<string, readonly Spilled[]>,
  spill: ArticleSpill,
  path: string,
  context: BundleContext,
): Promise<Tally> {
  const output = await openOutput(path)
  const tally: Tally = { bundles: 0, claims: { quoted: 0, computed: 0, background: 0, editor: 0 }, refused: {} }
  for (const [id, members] of stories) {
    const articles = await Promise.all(members.map((one) => spill.take(one)))
    const verified = composeVerified({ id: storyId(id), articles: oldestFirst(articles) }, context)
    count(verified, tally)
    await output.line(verified.document)
  }
  await output.close()
  return tally
}

function oldestFirst<T extends { readonly publishedAt: Date | null }>(articles: readonly T[]): readonly T[] {
  return inDateOrder(articles, ({ publishedAt }) => publishedAt)
}

function count({ document, refused }: Verified, tally: Tally): void {
  tally.bundles += 1
  for (const { claim } of claimsOf(document)) tally.claims[claim.basis] += 1
  for (const { reason } of refused) tally.refused[reason] = (tally.refused[reason] ?? 0) + 1
}
