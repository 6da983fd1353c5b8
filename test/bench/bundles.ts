import { Command, Option } from 'commander'
import type { Article } from '../../src/article/article.ts'
import { isOfArchive } from '../../src/bundle/check-archive.ts'
import { readArticles } from '../../src/cli/read-articles.ts'
import { unsound } from '../bundle/unsound.ts'
import { eventArticles } from '../newsroom/event-articles.ts'
import { framedEvents, measureFrames } from './bundles/frames.ts'
import { measureLedes } from './bundles/ledes.ts'
import { measureLies } from './bundles/lies.ts'
import { measureMembers } from './bundles/members.ts'
import { measurePlanted } from './bundles/planted.ts'
import { sagasIn } from './bundles/sagas.ts'
import { measureSpeed } from './bundles/speed.ts'
import { bundleOf, dataFile, storiesIn, summariesIn } from './bundles/stories.ts'
import { aligned, median, rounded } from './figures.ts'
import { wholeNumber } from './whole-number.ts'

const pieces = ['members', 'frames', 'planted', 'ledes', 'claims', 'lies', 'speed'] as const
type Piece = (typeof pieces)[number]

interface Options {
  readonly runs: number
  readonly only?: Piece
}

interface Line {
  readonly means: string
  readonly figure: number
  readonly bar: string
  readonly passes: boolean
}

export function bundlesBench(): Command {
  return new Command('bundles')
    .description(
      'Whether bundles show the sides that cover a story, how near ledes come to what editors wrote, whether every claim holds, and how long it takes; on DATA_DIR.',
    )
    .option('--runs <n>', 'runs of what is given as a median', wholeNumber, 5)
    .addOption(new Option('--only <piece>', 'one piece alone').choices(pieces))
    .action(benchBundles)
}

async function benchBundles({ runs, only }: Options): Promise<void> {
  const lines: Line[] = []
  for (const piece of only === undefined ? pieces : [only]) lines.push(...(await measured[piece](runs)))
  const passed = lines.every(({ passes }) => passes)
  const rows = lines.map(({ means, figure, bar, passes }) => [means, String(figure), bar, passes ? '' : 'MISSED'])
  print(aligned([['', 'figure', 'bar', ''], ...rows]))
  print(JSON.stringify({ bench: 'bundles', lines, passed }))
  if (!passed) process.exitCode = 1
}

const measured: Record<Piece, (runs: number) => Promise<Line[]>> = {
  members: async () => {
    const { stories, right } = measureMembers(await storiesIn('stories/roundups.jsonl.gz'))
    return [atLeast(0.99, `stories of two sides or more, of ${stories}, with the right members`, right)]
  },
  frames: async () => {
    const { events, found, byLeaning, alone } = measureFrames(framedEvents())
    return [
      atLeast(0.9, `B-cubed F1 of the perspectives of ${events} newsroom events against planted frames`, found.f1),
      known('… their precision', found.precision),
      known('… their recall', found.recall),
      known('… of groups by leaning alone', byLeaning.f1),
      known('… of every article by itself', alone.f1),
    ]
  },
  planted: async () => {
    const found = measurePlanted()
    const { falselySaid, missedContradictions, falseContradictions, reprintsCounted } = found
    for (const line of found.missedOmissions) print(`not told: ${line}`)
    for (const line of falselySaid) print(`not left out: ${line}`)
    for (const line of [...missedContradictions, ...falseContradictions, ...reprintsCounted]) print(line)
    const differing = found.contradictions - missedContradictions.length
    return [
      atLeast(0.8, `recall of ${found.omissions} planted omissions`, found.omissionsTold / found.omissions),
      known(
        `… of all ${found.allOmissions}, those included that were not planted`,
        found.allOmissionsTold / found.allOmissions,
      ),
      atLeast(0.8, `precision of the ${found.said} omissions told`, 1 - falselySaid.length / found.said),
      atLeast(1, `share of ${found.contradictions} contradicting numbers found`, differing / found.contradictions),
      atMost(0, 'contradictions told that are none', falseContradictions.length),
      atMost(0, 'sentences that count a reprint as independent', reprintsCounted.length),
    ]
  },
  ledes: async () => {
    const triples = 'summaries/triples.jsonl.gz'
    const figures = measureLedes(await storiesIn(triples), await summariesIn(triples))
    return [
      atLeast(0.4, `ROUGE-1 F1 of ${figures.stories} ledes against editors’ summaries`, figures.lede),
      known('… of the article’s lede that is nearest to the others', figures.nearest),
      known('… of any of the three, on average', figures.anyOfThree),
      known('… of the best of the three', figures.oracle),
      known('words of a lede', figures.words),
      atMost(
        figures.loadedOfSides,
        'loaded words per 100 in headline and lede, against left and right articles',
        figures.loaded,
      ),
    ]
  },
  claims: async () => {
    const stories = await storiesIn('stories/roundups.jsonl.gz')
    const before = sagasIn(stories)
    let ofPast = 0
    const flaws = [...stories].flatMap(([id, articles]) => {
      const earlier = before(id)
      const document = bundleOf(id, articles, earlier)
      ofPast += document.context.filter(isOfArchive).length
      const archive = earlier.flatMap((chapter) => chapter.articles)
      return unsound(document, articles, archive)
    })
    const newsroom = eventArticles()
    for (const [event, articles] of newsroom) flaws.push(...unsound(bundleOf(event, articles), articles))
    for (const flaw of flaws.slice(0, 20)) print(flaw)
    return [
      atMost(
        0,
        `claims that do not hold, in ${stories.size} bundles of roundups and ${newsroom.size} of the newsroom`,
        flaws.length,
      ),
      known('… claims about earlier chapters among them', ofPast),
    ]
  },
  lies: async () => {
    const { stories, through, incomplete } = measureLies(await storiesIn('stories/roundups.jsonl.gz'), 1000)
    return [
      atMost(0, `sentences of a lying model that reach one of ${stories} bundles`, through),
      atMost(0, 'bundles that it leaves incomplete', incomplete),
    ]
  },
  speed: async (runs) => {
    const articles = await streamOf(4000)
    const timed = (stories: number, size: number) =>
      median(Array.from({ length: runs }, () => measureSpeed(articles, stories, size).seconds))
    return [
      atMost(60, 'seconds for 500 stories of 8 articles', timed(500, 8)),
      atMost(5, 'seconds for one story of 400 articles', timed(1, 400)),
    ]
  },
}

async function streamOf(most: number): Promise<Article[]> {
  const articles: Article[] = []
  for await (const { article } of readArticles(dataFile('stories/stream.jsonl.gz'))) {
    articles.push(article)
    if (articles.length === most) break
  }
  return articles
}

const atLeast = (bar: number, means: string, figure: number): Line => ({
  ...{ means, figure: rounded(figure, 4), bar: `≥ ${bar}`, passes: figure >= bar },
})
const atMost = (bar: number, means: string, figure: number): Line => ({
  ...{ means, figure: rounded(figure, 4), bar: `≤ ${rounded(bar, 3)}`, passes: figure <= bar },
})
const known = (means: string, figure: number): Line => ({ means, figure: rounded(figure, 4), bar: '', passes: true })

const print = (text: string) => process.stdout.write(`${text}\n`)
