import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Command } from 'commander'
import { type ArchivedFile, archivedFiles } from '../../src/cli/archived-files.ts'
import { decodeFeed } from '../../src/feed/decode.ts'
import { type Answer, type Contender, type ContenderName, contenders } from './conformance/contenders.ts'
import { declaredItems } from './conformance/declared-items.ts'
import { expectationOf } from './conformance/expectation.ts'
import { isSameText } from './conformance/same-text.ts'

const mostMs = 2000
/** Where the set's own test server serves them: some expectations are of links relative to it. */
const servedAt = 'http://127.0.0.1:8097/tests/'

interface Score {
  readonly files: number
  threw: number
  slow: number
  slowestMs: number
  counted: number
  countedRight: number
  /** Expectations of well-formed cases and of those about entities. */
  expected: number
  expectedRight: number
  entities: number
  entitiesRight: number
  real: number
  realRead: number
  readonly failures: string[]
}

export function conformanceBench(): Command {
  return new Command('conformance')
    .description(
      'What parseFeed, rss-parser and feedsmith make of feedparser’s conformance cases and of saved feeds in DATA_DIR.',
    )
    .option('--failures', 'list the cases that differ from what they expect')
    .action(conformance)
}

/** the conformance set and the saved feeds → what each parser makes of them, as a table and a line of JSON */
export async function conformance({ failures }: { readonly failures?: true }): Promise<void> {
  const dataDir = resolve(process.env['DATA_DIR'] ?? '../shared/data')
  const cases = await unpacked(`${dataDir}/feeds/conformance.tar.gz`)
  const real = await unpacked(`${dataDir}/feeds/real.tar.gz`)
  const scores = new Map<string, Score>()
  for (const [name, contender] of Object.entries(contenders)) scores.set(name, await scoreOf(contender, cases, real))
  print(table(scores))
  if (failures) print([...(scores.get('ours' satisfies ContenderName)?.failures ?? [])].join('\n'))
  print(JSON.stringify(Object.fromEntries([...scores].map(([name, score]) => [name, figures(score)]))))
}

/** Whole, however large: what a parser makes of its size is the parser's matter. */
async function unpacked(archive: string): Promise<ArchivedFile[]> {
  const files: ArchivedFile[] = []
  for await (const file of archivedFiles(archive, Number.POSITIVE_INFINITY)) files.push(file)
  return files
}

async function scoreOf(
  contender: Contender,
  cases: readonly ArchivedFile[],
  real: readonly ArchivedFile[],
): Promise<Score> {
  const score: Score = {
    ...{ files: cases.length + real.length, threw: 0, slow: 0, slowestMs: 0, counted: 0, countedRight: 0 },
    ...{ expected: 0, expectedRight: 0, entities: 0, entitiesRight: 0, real: 0, realRead: 0, failures: [] },
  }
  for (const file of cases) judgeCase(score, file, await timed(score, contender, file))
  for (const file of real) judgeReal(score, file, await timed(score, contender, file))
  return score
}

async function timed(score: Score, contender: Contender, { name, bytes }: ArchivedFile): Promise<Answer | null> {
  const start = performance.now()
  const answer = await contender(bytes, servedAt + name).catch(() => {
    score.threw += 1
    return null
  })
  const ms = performance.now() - start
  score.slowestMs = Math.max(score.slowestMs, ms)
  if (ms > mostMs) score.slow += 1
  return answer
}

function judgeCase(score: Score, file: ArchivedFile, answer: Answer | null): void {
  const document = textOf(file)
  judgeItems(score, file, answer)
  const expectation = expectationOf(document)
  if (expectation === null) return
  const { field, values } = expectation
  const kind = file.name.startsWith('entities/') ? 'entities' : 'expected'
  score[kind] += 1
  const found = answer?.[field] ?? ''
  if (answer !== null && values.some((value) => isSameText(value, found))) score[`${kind}Right`] += 1
  else score.failures.push(`${file.name}: ${field} is ${JSON.stringify(found)}, not ${JSON.stringify(values)}`)
}

function judgeReal(score: Score, file: ArchivedFile, answer: Answer | null): void {
  if (!/<(?:[\w.-]+:)?(?:rss|rdf|feed)[\s>]|"https:\\?\/\\?\/jsonfeed\.org/i.test(textOf(file))) return
  score.real += 1
  if (answer !== null) score.realRead += 1
  else score.failures.push(`${file.name}: not read`)
  judgeItems(score, file, answer)
}

function judgeItems(score: Score, file: ArchivedFile, answer: Answer | null): void {
  const declared = declaredItems(textOf(file))
  if (declared === 0) return
  score.counted += 1
  if (answer?.items === declared) score.countedRight += 1
  else score.failures.push(`${file.name}: ${answer?.items ?? 'no'} items, not ${declared}`)
}

const textOf = ({ bytes }: ArchivedFile) => decodeFeed({ url: servedAt, contentType: null, bytes })

const share = (part: number, whole: number) => Number((part / Math.max(1, whole)).toFixed(3))

const figures = (score: Score) => ({
  ...{ files: score.files, threw: score.threw, slow: score.slow, slowestMs: Math.round(score.slowestMs) },
  ...{ countedFiles: score.counted, itemsAsDeclared: share(score.countedRight, score.counted) },
  ...{ expectations: score.expected, asExpected: share(score.expectedRight, score.expected) },
  ...{ entities: score.entities, entitiesAsExpected: share(score.entitiesRight, score.entities) },
  ...{ realFeeds: score.real, realRead: share(score.realRead, score.real) },
})

function table(scores: ReadonlyMap<string, Score>): string {
  const rows = [...scores].map(([name, score]) => [name, ...Object.values(figures(score)).map(String)])
  const first = [...scores.values()][0]
  const head = ['', ...(first === undefined ? [] : Object.keys(figures(first)))]
  const width = (column: number) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0))
  return [head, ...rows].map((row) => row.map((cell, column) => cell.padStart(width(column))).join('  ')).join('\n')
}

const print = (text: string) => process.stdout.write(`${text}\n`)
