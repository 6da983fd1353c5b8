import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Command } from 'commander'
import { shinglesOf } from '../../src/article/shingles.ts'
import { signatureOf } from '../../src/article/signature.ts'
import { type ArticleLine, readArticles } from '../../src/cli/read-articles.ts'
import { independenceGroups, sharedPassages } from '../../src/story/independence.ts'
import { aligned, median, rounded } from './figures.ts'
import { edits } from './independence/editor.ts'
import { type LookUp, lookUpAmong } from './independence/look-up.ts'
import { newsroomPairs } from './independence/newsroom-pairs.ts'
import { editedPairs, type Half, halfOf, halves, type Pair, reportPairs } from './independence/pairs.ts'
import { type Score, scoreOf } from './independence/score.ts'
import { wholeNumber } from './whole-number.ts'

interface IndependenceOptions {
  readonly pairs: number
  readonly signatures: number
  readonly flagged?: true
}

const bars = { precision: 0.98, recall: 0.9 }

export function independenceBench(): Command {
  return new Command('independence')
    .description(
      'Which articles are one piece of reporting: reports in DATA_DIR and their copies by a seeded editor against different reports on one event, and the newsroom’s reprints; then the look-up of one signature among many.',
    )
    .option('--pairs <n>', 'pairs of each kind in each half', wholeNumber, 500)
    .option('--signatures <n>', 'signatures among which one is looked up', wholeNumber, 10_000)
    .option(
      '--flagged',
      'list the pairs that are judged wrongly, and the different reports with a long passage in common',
    )
    .action(benchIndependence)
}

/** the reports of DATA_DIR and the newsroom → precision and recall of pairs, and the look-up's time, as tables and a line of JSON */
async function benchIndependence({ pairs: count, signatures, flagged }: IndependenceOptions): Promise<void> {
  const dataDir = resolve(process.env['DATA_DIR'] ?? '../shared/data')
  const roundups = await linesIn(`${dataDir}/stories/roundups.jsonl.gz`)
  const stream = await linesIn(`${dataDir}/stories/stream.jsonl.gz`)
  const ofHalf = new Map(halves.map((half) => [half, halfPairs(half, { roundups, stream, count })]))
  const judge = ofHalf.get('judge') ?? []
  print(pairTable(ofHalf))
  print(`\n${editTable(judge)}`)
  if (flagged) print(`\n${listed(judge)}`)
  const newsroom = scoreOf(newsroomPairs(), isTakenForOne)
  print(`\nthe newsroom: ${JSON.stringify(figuresOf(newsroom))}`)
  const lookUps = lookUpsAmong([...stream, ...roundups].slice(0, signatures))
  const judged = scoreOf(judge, isTakenForOne)
  const passed =
    judged.precision >= bars.precision &&
    judged.recall >= bars.recall &&
    newsroom.precision === 1 &&
    newsroom.recall === 1
  print(JSON.stringify({ judged: figuresOf(judged), newsroom: figuresOf(newsroom), lookUps, passed }))
  if (!passed) process.exitCode = 1
}

async function linesIn(path: string): Promise<ArticleLine[]> {
  const lines: ArticleLine[] = []
  for await (const line of readArticles(path)) lines.push(line)
  return lines
}

interface Supply {
  readonly roundups: readonly ArticleLine[]
  readonly stream: readonly ArticleLine[]
  readonly count: number
}

/** Half of the edited reports are of either file. */
function halfPairs(half: Half, { roundups, stream, count }: Supply): Pair[] {
  const inHalf = (lines: readonly ArticleLine[]) =>
    lines.filter(({ article, story }) => halfOf(story ?? article.id) === half)
  const reportsOf = (lines: readonly ArticleLine[]) => inHalf(lines).map(({ article }) => article)
  return [
    ...editedPairs(reportsOf(roundups), Math.ceil(count / 2), `${half} roundups`),
    ...editedPairs(reportsOf(stream), Math.floor(count / 2), `${half} stream`),
    ...reportPairs(inHalf(roundups), count, `${half} reports`),
  ]
}

const isTakenForOne = ({ first, second }: Pair) => independenceGroups([first, second]).length === 1
const sharesPassage = ({ first, second }: Pair) => sharedPassages([first, second]).length === 1

/** As one would do it: runs of five words of whole texts, most of the shorter one's in the longer. */
function isContained({ first, second }: Pair): boolean {
  const [shorter, longer] = [shinglesOf(first.text), shinglesOf(second.text)].sort((a, b) => a.size - b.size)
  if (shorter === undefined || longer === undefined) return false
  return [...shorter].filter((shingle) => longer.has(shingle)).length >= leastContained * shorter.size
}
const leastContained = 0.6

function isCandidate({ first, second }: Pair): boolean {
  const bands = signatureOf(first.text)
  return signatureOf(second.text).some((band, at) => bands[at] === band)
}

const deciders = {
  Parallax: isTakenForOne,
  'six tenths of all runs of five words': isContained,
  'a band of the signature in common': isCandidate,
}

function pairTable(ofHalf: ReadonlyMap<Half, readonly Pair[]>): string {
  const rows = [...ofHalf].flatMap(([half, pairs]) => [
    ...Object.entries(deciders).map(([name, decides]) => {
      const { flagged, precision, recall } = figuresOf(scoreOf(pairs, decides))
      return [`${half}: ${name}`, ...[pairs.length, flagged, precision, recall].map(String)]
    }),
    [
      `${half}: different reports with a long passage in common`,
      '',
      String(pairs.filter((pair) => !pair.isOne && sharesPassage(pair)).length),
      '',
      '',
    ],
  ])
  return aligned([['', 'pairs', 'flagged', 'precision', 'recall'], ...rows])
}

function editTable(pairs: readonly Pair[]): string {
  const rows = edits.map((edit) => {
    const edited = pairs.filter((pair) => pair.edits.includes(edit))
    return [edit, String(edited.length), ...[isTakenForOne, isCandidate].map((decides) => recallOf(edited, decides))]
  })
  return aligned([['recall by edit', 'pairs', 'Parallax', 'a band in common'], ...rows])
}

const recallOf = (pairs: readonly Pair[], decides: (pair: Pair) => boolean) =>
  String(figuresOf(scoreOf(pairs, decides)).recall)

function listed(pairs: readonly Pair[]): string {
  const line = (pair: Pair) => {
    const { first, second, isOne, edits: done } = pair
    if (isTakenForOne(pair)) return isOne ? [] : [`taken for one: ${first.id}, ${second.id}`]
    if (isOne) return [`not found: ${first.id} (${done.join(', ')})`]
    const [passage] = sharedPassages([first, second])
    if (passage === undefined) return []
    const { share, words } = passage
    return [`a passage in common: ${first.id}, ${second.id} (${rounded(share, 2)} of the shorter, ${words} words)`]
  }
  return pairs.flatMap(line).join('\n')
}

/** Among a tenth, a third and all of them, so that the growth is seen. */
function lookUpsAmong(lines: readonly ArticleLine[]): LookUp[] {
  const timed = lines.map(({ article }) => {
    const start = performance.now()
    const signature = signatureOf(article.text)
    return { signature, ms: performance.now() - start }
  })
  const signatures = timed.map(({ signature }) => signature)
  const lookUps = [10, 3, 1].map((part) => lookUpAmong(signatures.slice(0, Math.ceil(signatures.length / part))))
  print(`\none signature: ${rounded(median(timed.map(({ ms }) => ms)), 2)} ms`)
  const rows = lookUps.map((one) =>
    [one.signatures, one.bucketsUs, one.comparingUs, rounded(one.comparingUs / one.bucketsUs, 1), one.candidates].map(
      String,
    ),
  )
  print(aligned([['signatures', 'buckets µs', 'comparing µs', 'times', 'candidates'], ...rows]))
  return lookUps
}

const figuresOf = ({ pairs, flagged, precision, recall }: Score) => ({
  ...{ pairs, flagged },
  ...{ precision: rounded(precision, 3), recall: rounded(recall, 3) },
})

const print = (text: string) => process.stdout.write(`${text}\n`)
