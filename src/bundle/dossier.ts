import type { ArticleId } from '../article/article.ts'
import { outletName } from '../article/outlet-name.ts'
import type { Fact } from '../fact/facts.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import type { Standpoint } from '../perspective/perspectives.ts'

/** A sentence that a model may rest on, by its number. */
export interface NumberedSentence {
  readonly number: number
  readonly article: ArticleId
  /** Which group of the press its article stands in, by place. */
  readonly group: number
  readonly text: string
}

/** What a model is given of a story: numbered sentences of its articles, the facts that they share, the groups that they stand in. */
export interface Dossier {
  readonly sentences: readonly NumberedSentence[]
  /** For the model to read; whatever stands in it is data. */
  readonly text: string
}

const sentencesOfArticle = 14
const sentencesInAll = 160
const charactersOfSentence = 400
const factsShown = 20

/** A story that has been read → its dossier. Articles take turns, so that a story of hundreds shows the beginning of each. */
export function dossierOf(
  readings: readonly Reading[],
  facts: readonly Fact[],
  standpoints: readonly Standpoint[],
): Dossier {
  const groupOf = new Map(
    standpoints.flatMap(({ members }, group) => members.map(({ article }): [ArticleId, number] => [article.id, group])),
  )
  const chosen = inTurn(readings.map((reading) => usable(reading).slice(0, sentencesOfArticle)))
  const numbers = new Map<Statement, number>()
  const sentences: NumberedSentence[] = []
  const blocks: string[] = []
  for (const reading of readings) {
    const own = usable(reading).filter((statement) => chosen.has(statement))
    if (own.length === 0) continue
    const group = groupOf.get(reading.article.id) ?? 0
    const lines = own.map((statement) => {
      const number = sentences.length + 1
      numbers.set(statement, number)
      sentences.push({ number, article: reading.article.id, group, text: statement.sentence.text })
      return `[${number}] ${oneLine(statement.sentence.text)}`
    })
    blocks.push(`${headOf(reading, group)}\n${lines.join('\n')}`)
  }
  return { sentences, text: [groupsText(standpoints), factsText(facts, numbers), ...blocks].join('\n\n') }
}

const usable = ({ statements }: Reading) =>
  statements.filter(
    ({ flaws, sentence }) =>
      !flaws.includes('page-furniture') &&
      !flaws.includes('no-sentence') &&
      sentence.text.length <= charactersOfSentence,
  )

function inTurn(lists: readonly (readonly Statement[])[]): ReadonlySet<Statement> {
  const chosen = new Set<Statement>()
  for (let at = 0; at < sentencesOfArticle; at += 1) {
    for (const list of lists) {
      const statement = list[at]
      if (statement !== undefined && chosen.size < sentencesInAll) chosen.add(statement)
    }
  }
  return chosen
}

function headOf({ article, isOpinion }: Reading, group: number): string {
  const day = article.publishedAt?.toISOString().slice(0, 10) ?? 'undated'
  return `ARTICLE of ${outletName(article.source)}, group ${group}, ${day}${isOpinion ? ', opinion' : ''}: ${oneLine(article.title)}`
}

function groupsText(standpoints: readonly Standpoint[]): string {
  const lines = standpoints.map(({ label, members }, group) => {
    const outlets = [...new Set(members.map(({ article }) => outletName(article.source)))]
    return `${group}: ${label} (${outlets.join(', ')})`
  })
  return `GROUPS OF THE PRESS\n${lines.join('\n')}`
}

function factsText(facts: readonly Fact[], numbers: ReadonlyMap<Statement, number>): string {
  const shared = facts
    .filter(({ owners }) => owners > 1)
    .toSorted((a, b) => b.owners - a.owners)
    .map(({ statements, owners }) => ({ owners, cited: statements.flatMap((one) => numbers.get(one) ?? []) }))
    .filter(({ cited }) => cited.length > 1)
    .slice(0, factsShown)
  const lines = shared.map(
    ({ owners, cited }) => `${owners} independent reports: ${cited.map((one) => `[${one}]`).join(' ')}`,
  )
  return `FACTS THAT REPORTS SHARE\n${lines.length === 0 ? 'none' : lines.join('\n')}`
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
