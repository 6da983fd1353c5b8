import { outletName } from '../article/outlet-name.ts'
import type { Disagreement } from '../fact/accounts.ts'
import type { Point } from '../fact/points.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import type { Standpoint } from '../perspective/perspectives.ts'
import { computed, evidenceOf, readable } from './claims.ts'
import type { FactRow } from './document.ts'
import { capitalised, inWords } from './english.ts'

const mostRows = 12

/**
 * What two independent reports or more state: who carries it, on which sides, who leaves it out, and which difference
 * is about it. One row of each sentence: its other numbers and names are read with it.
 */
export function factTableOf(
  points: readonly Point[],
  readings: readonly Reading[],
  standpoints: readonly Standpoint[],
  disagreements: readonly Disagreement[],
): FactRow[] {
  const by = new Map(readings.map((reading) => [reading.article.id, reading]))
  const told = new Set<string>()
  const rows: FactRow[] = []
  for (const point of points) {
    if (rows.length === mostRows) break
    if (point.kind === 'term') continue
    const statements = onePerGroup(point.statements, by)
    const shown = statements.find(({ flaws }) => flaws.length === 0)
    if (shown === undefined || statements.some(({ sentence }) => told.has(sentence.text))) continue
    for (const { sentence } of statements) told.add(sentence.text)
    const dispute = disagreements.findIndex((one) => isAbout(one, point, statements))
    rows.push({
      claim: rowClaim(point, shown, statements, by),
      owners: statements.length,
      sides: [...new Set(statements.flatMap(({ article }) => by.get(article)?.side ?? []))],
      leftOutBy: standpoints.flatMap(({ absentPoints }, at) =>
        absentPoints.some((one) => one.point === point) ? [at] : [],
      ),
      disputedBy: dispute < 0 ? null : dispute,
    })
  }
  return rows
}

/** One of the sentences gives the number as an account that others contradict. */
function isAbout({ accounts }: Disagreement, { kind, key }: Point, statements: readonly Statement[]): boolean {
  const [value] = key.split(' ')
  return accounts.some(
    (account) =>
      kind === 'figure' &&
      account.key.split(' ')[0] === value &&
      account.quantities.some(({ statement }) => statements.includes(statement)),
  )
}

function rowClaim(point: Point, shown: Statement, statements: readonly Statement[], by: ReadonlyMap<string, Reading>) {
  const source = by.get(shown.article)?.article.source
  const writer = source === undefined ? 'one of them' : outletName(source)
  const text = `${capitalised(inWords(statements.length))} independent reports have ${point.words}; ${writer} writes: ${shownWords(shown)}`
  const ordered = [shown, ...statements.filter((one) => one !== shown)]
  return computed(text, 'shared-point', [point.words], ordered.map(evidenceOf))
}

/** Words that hold quotation marks themselves stand without: a quotation inside a quotation would have to be rewritten. */
function shownWords({ sentence }: Statement): string {
  const words = readable(sentence.text)
  return /["“”„]/.test(words) ? words : `“${words}”`
}

function onePerGroup(statements: readonly Statement[], by: ReadonlyMap<string, Reading>): readonly Statement[] {
  const first = new Map<number, Statement>()
  const fit = [...statements].sort((a, b) => a.flaws.length - b.flaws.length)
  for (const one of fit) {
    const group = by.get(one.article)?.group
    if (group !== undefined && !first.has(group)) first.set(group, one)
  }
  return [...first.values()]
}
