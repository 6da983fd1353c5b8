import { type Article, articleId } from '../../../src/article/article.ts'
import type { ArticleLine } from '../../../src/cli/read-articles.ts'
import { sourceId } from '../../../src/source/source.ts'
import { randomFrom, shuffled } from '../../farm/random.ts'
import { type Edit, editedReport, paragraphsOf } from './editor.ts'
import { grouped } from './grouped.ts'

/** Two articles of different outlets, and whether they are one piece of reporting. */
export interface Pair {
  readonly first: Article
  readonly second: Article
  readonly isOne: boolean
  /** What the editor did; of different reports nothing. */
  readonly edits: readonly Edit[]
}

/** Thresholds are chosen by the first half and judged by the second: no report stands in both. */
export const halves = ['choose', 'judge'] as const
export type Half = (typeof halves)[number]

export const halfOf = (key: string): Half => (randomFrom(`half of ${key}`)() < 0.5 ? 'choose' : 'judge')

/** Fewer make no report of which an editor could cut and swap anything. */
const fewestParagraphs = 5

/** Reports → up to `count` of them, each with its copy by the seeded editor, who takes new words from another of the reports. */
export function editedPairs(reports: readonly Article[], count: number, seed: string): Pair[] {
  const long = reports.filter(({ text }) => paragraphsOf(text).length >= fewestParagraphs)
  const chosen = shuffled(long, randomFrom(seed))
  return chosen.slice(0, count).flatMap((first, at) => {
    const other = chosen[(at + Math.ceil(chosen.length / 2)) % chosen.length]
    if (other === undefined || other === first) return []
    const { title, text, edits } = editedReport(first, other, randomFrom(`${seed} ${first.id}`))
    const source = { ...first.source, id: sourceId('another paper'), name: 'Another paper' }
    return [
      { first, second: { ...first, id: articleId(`${first.id} edited`), source, title, text }, isOne: true, edits },
    ]
  })
}

/** Articles with their stories → up to `count` pairs of different outlets' reports on one event. */
export function reportPairs(lines: readonly ArticleLine[], count: number, seed: string): Pair[] {
  const told = lines.filter(({ story }) => story !== null)
  const stories = [...grouped(told, ({ story }) => story).values()]
  const pairs = stories.flatMap((story) => pairsOf(story.map(({ article }) => article)))
  return shuffled(pairs, randomFrom(seed)).slice(0, count)
}

/** Each pair of articles of different outlets, as different reports. */
export function pairsOf(articles: readonly Article[]): Pair[] {
  return articles.flatMap((first, at) =>
    articles
      .slice(at + 1)
      .filter((second) => second.source.id !== first.source.id)
      .map((second) => ({ first, second, isOne: false, edits: [] })),
  )
}
