import { loadedIn } from '../../../src/fact/loaded-words.ts'
import { sideOf } from '../../../src/source/leaning.ts'
import { rouge1 } from './rouge.ts'
import { bundleOf, type Stories } from './stories.ts'

export interface LedeFigures {
  readonly stories: number
  /** Mean ROUGE-1 F1 against the editors' neutral summaries: of our ledes, and of what one would take instead. */
  readonly lede: number
  readonly nearest: number
  readonly anyOfThree: number
  readonly oracle: number
  /** Loaded words per 100 words: of our headlines and ledes, of titles and ledes of left and right articles. */
  readonly loaded: number
  readonly loadedOfSides: number
  readonly words: number
}

/** Our lede of each event beside the articles' own, by how near each comes to what editors wrote of it. */
export function measureLedes(stories: Stories, summaries: ReadonlyMap<string, string>): LedeFigures {
  const rows = [...stories].flatMap(([id, articles]) => {
    const summary = summaries.get(id)
    if (summary === undefined) return []
    const { headline, lede } = bundleOf(id, articles)
    const texts = articles.map(({ text }) => text)
    const scores = texts.map((text) => rouge1(text, summary))
    const toOthers = texts.map((text, at) =>
      meanOf(texts.filter((_, other) => other !== at).map((other) => rouge1(text, other))),
    )
    const partial = articles.filter(({ source }) => ['left', 'right'].includes(sideOf(source.leaning)))
    return [
      {
        lede: rouge1(lede.text, summary),
        nearest: scores[toOthers.indexOf(Math.max(...toOthers))] ?? 0,
        anyOfThree: meanOf(scores),
        oracle: Math.max(...scores),
        ours: `${headline.text} ${lede.text}`,
        sides: partial.map(({ title, text }) => `${title} ${text}`).join(' '),
        words: wordsOf(lede.text).length,
      },
    ]
  })
  const mean = (value: (row: (typeof rows)[number]) => number) => meanOf(rows.map(value))
  return {
    stories: rows.length,
    ...{ lede: mean((row) => row.lede), nearest: mean((row) => row.nearest) },
    ...{ anyOfThree: mean((row) => row.anyOfThree), oracle: mean((row) => row.oracle) },
    loaded: loadedPerHundred(rows.map((row) => row.ours)),
    loadedOfSides: loadedPerHundred(rows.map((row) => row.sides)),
    words: mean((row) => row.words),
  }
}

function loadedPerHundred(texts: readonly string[]): number {
  const words = texts.flatMap(wordsOf)
  return (100 * loadedIn(words)) / words.length
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{Letter}\p{Number}'’-]+/gu) ?? []
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
