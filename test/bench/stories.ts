import { Command, Option } from 'commander'
import { pairModel } from '../../src/story/weights.ts'
import { aligned, rounded } from './figures.ts'
import { type Collection, names, readCollection } from './stories/collections.ts'
import { bCubedOf, type Judged, pairwiseOf } from './stories/judged.ts'
import { newsroomCollection } from './stories/newsroom.ts'
import { pairRows } from './stories/pair-rows.ts'
import { groupedBy, judgedAll, type Quality, qualityOf } from './stories/quality.ts'
import { shuffleAgreement } from './stories/shuffle.ts'
import { type PieceName, pieceNames } from './stories/speed.ts'
import { type SpeedLine, speedLines, speedTable } from './stories/speed-lines.ts'
import { wholeNumber } from './whole-number.ts'

interface StoriesOptions {
  readonly runs: number
  readonly only?: PieceName | 'quality'
}

/** B-cubed F1 of the folds, pairwise F1 where there is a bar. */
const bars: Readonly<Record<string, { readonly bCubed: number; readonly pairwise?: number }>> = {
  roundups: { bCubed: 0.92, pairwise: 0.77 },
  lookalikes: { bCubed: 0.93 },
  headlines: { bCubed: 0.75 },
  newsroom: { bCubed: 0.97 },
}
const agreementBar = 0.95

export function storiesBench(): Command {
  return new Command('stories')
    .description(
      'How well articles become stories, by models that have not seen the stories they are judged on, on the labelled collections of DATA_DIR and the newsroom; and how fast, on a seeded synthetic stream.',
    )
    .option('--runs <n>', 'runs of what is given as a median', wholeNumber, 5)
    .addOption(new Option('--only <piece>', 'one piece alone').choices(['quality', ...pieceNames]))
    .action(benchStories)
}

async function benchStories({ runs, only }: StoriesOptions): Promise<void> {
  const quality = only === undefined || only === 'quality' ? await qualityLines() : []
  const pieces = only === undefined ? pieceNames : pieceNames.filter((name) => name === only)
  const speed: SpeedLine[] = await speedLines(pieces, runs)
  if (speed.length > 0) print(`\n${speedTable(speed)}`)
  const passed = [...quality, ...speed].every(({ passes }) => passes)
  print(JSON.stringify({ bench: 'stories', model: pairModel.version, quality, speed, passed }))
  if (!passed) process.exitCode = 1
}

interface QualityLine {
  readonly collection: string
  readonly figures: Readonly<Record<string, { readonly bCubed: number; readonly pairwise: number }>>
  readonly shuffled: number | null
  readonly passes: boolean
}

async function qualityLines(): Promise<QualityLine[]> {
  const lessons = []
  for (const name of names) {
    const collection = await readCollection(name)
    lessons.push({ collection, rows: pairRows(collection.articles) })
  }
  const newsroom = newsroomCollection()
  const agreed = new Map(
    [...lessons.map(({ collection }) => collection), newsroom]
      .filter(({ name }) => name === 'headlines' || name === 'newsroom')
      .map((collection) => [collection.name, agreementOf(collection)]),
  )
  const lines = qualityOf(lessons).map((quality) => lineOf(quality, agreed.get(quality.collection) ?? null))
  lines.push(newsroomLine(newsroom, agreed.get('newsroom') ?? null))
  print(qualityTable(lines))
  return lines
}

function lineOf({ collection, ...judged }: Quality, shuffled: number | null): QualityLine {
  const { singletons, folds, leftOut, shipped } = judged
  const figures = {
    ...{ folds: figuresOf(folds), leftOut: figuresOf(leftOut), shipped: figuresOf(shipped) },
    singletons: figuresOf(singletons),
  }
  return { collection, figures, shuffled, passes: passes(collection, figures.folds, shuffled) }
}

/** Nobody learned from the newsroom: the shipped model has not seen it. */
function newsroomLine(collection: Collection, shuffled: number | null): QualityLine {
  const shipped = figuresOf(judgedAll(groupedBy(pairModel, collection), collection.gold))
  return { collection: 'newsroom', figures: { shipped }, shuffled, passes: passes('newsroom', shipped, shuffled) }
}

function passes(collection: string, { bCubed, pairwise }: ReturnType<typeof figuresOf>, shuffled: number | null) {
  const bar = bars[collection]
  const agrees = shuffled === null || shuffled >= agreementBar
  return bar !== undefined && bCubed >= bar.bCubed && pairwise >= (bar.pairwise ?? 0) && agrees
}

const figuresOf = (judged: Judged) => ({
  bCubed: rounded(bCubedOf(judged).f1, 3),
  pairwise: rounded(pairwiseOf(judged).f1, 3),
})

const agreementOf = ({ articles }: Collection) =>
  rounded(
    shuffleAgreement(
      articles.map(({ article: { id, publishedAt }, features }) => ({ id, when: publishedAt, features })),
      'shuffled',
    ),
    3,
  )

function qualityTable(lines: readonly QualityLine[]): string {
  const judges = ['folds', 'leftOut', 'shipped', 'singletons'] as const
  const shown = (line: QualityLine, judge: string) => {
    const figures = line.figures[judge]
    return figures === undefined ? '' : `${figures.bCubed.toFixed(3)} / ${figures.pairwise.toFixed(3)}`
  }
  return aligned([
    ['B-cubed / pairwise F1', ...judges, 'shuffled in days', ''],
    ...lines.map((line) => [
      ...[line.collection, ...judges.map((judge) => shown(line, judge))],
      ...[line.shuffled?.toFixed(3) ?? '', line.passes ? '' : 'MISSED'],
    ]),
  ])
}

const print = (text: string) => process.stdout.write(`${text}\n`)
