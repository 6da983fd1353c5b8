import type { ArticleId } from '../article/article.ts'
import type { Reading, Statement } from './readings.ts'
import { passagesIn } from './speech.ts'
import { wordsOf } from './stems.ts'
import { type FullNames, fullNamesOf, speakerOf } from './voices.ts'

/** Words between quotation marks that two independent reports of a story or more print. */
export interface SharedQuotation {
  /** As the first statement prints them, without the comma or the full stop at their end. */
  readonly words: string
  /** In full, by the first sentence that names the speaker; null for "he said". */
  readonly speaker: string | null
  /** The sentences in which they stand: one of each article, in the story's order. */
  readonly statements: readonly Statement[]
  /** Independence groups behind them. */
  readonly owners: number
}

/** Two quotations that begin with so many of the same words are one: papers end them where they like. */
const wordsAlike = 6

/** What independent reports of a story quote in the same words; what more of them quote stands first. */
export function quotationsOf(
  readings: readonly Reading[],
  fullNames: FullNames = fullNamesOf(readings),
): readonly SharedQuotation[] {
  const found = new Map<string, { readonly words: string; readonly statements: Map<ArticleId, Statement> }>()
  for (const statement of readings.flatMap(({ statements }) => statements)) {
    for (const passage of passagesIn(statement.sentence.text)) {
      const beginning = beginningOf(passage)
      if (beginning === null) continue
      const known = found.get(beginning) ?? { words: passage.replace(/[,.;]+$/, ''), statements: new Map() }
      found.set(beginning, known)
      if (!known.statements.has(statement.article)) known.statements.set(statement.article, statement)
    }
  }
  const groups = new Map(readings.map(({ article, group }) => [article.id, group]))
  return [...found.values()]
    .map(({ words, statements: printed }): SharedQuotation => {
      const statements = [...printed.values()]
      const owners = new Set(statements.map(({ article }) => groups.get(article))).size
      const speaker = statements.map((one) => speakerOf(one, fullNames)).find((name) => name !== null) ?? null
      return { words, speaker, statements, owners }
    })
    .filter(({ owners }) => owners >= 2)
    .sort((a, b) => b.owners - a.owners)
}

/** Do these words, as far as two papers would print them alike, stand in the text, between quotation marks or not? */
export function repeatsQuotation(text: string, words: string): boolean {
  const beginning = beginningOf(words)
  return beginning !== null && spaced(text).includes(` ${beginning} `)
}

const spoken = new WeakMap<Reading, string>()

/** Do these words stand in the text of the article? Its words are found once. */
export function tellsQuotation(reading: Reading, words: string): boolean {
  const text = spoken.get(reading) ?? spaced(reading.article.text)
  spoken.set(reading, text)
  const beginning = beginningOf(words)
  return beginning !== null && text.includes(` ${beginning} `)
}

const spaced = (text: string) => ` ${wordsOf(text).join(' ')} `

function beginningOf(passage: string): string | null {
  const words = wordsOf(passage)
  return words.length < wordsAlike ? null : words.slice(0, wordsAlike).join(' ')
}
