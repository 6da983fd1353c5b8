import type { Reading } from '../fact/readings.ts'
import { openingWords, wordsIn } from './opening.ts'

/** More reports than this change little. */
const mostReports = 40
const worthOfTitles = 0.4

interface Counted {
  readonly words: ReadonlyMap<string, number>
  readonly size: number
}

/**
 * How near a text comes to what all reports say: the mean over the reports of the words that both have, against the length of
 * both, and the same against all their titles. The choice that is nearest to all others loses least, whichever of them is right
 * (minimum Bayes risk, Kumar and Byrne 2004). One report of each independence group speaks.
 */
export class Consensus {
  readonly #reports: readonly Counted[]
  readonly #titles: Counted

  constructor(readings: readonly Reading[]) {
    const first = new Map(readings.map((reading) => [reading.group, reading] as const).reverse())
    const speaking = readings.filter((reading) => first.get(reading.group) === reading).slice(0, mostReports)
    this.#reports = speaking.map(({ article }) => counted(openingWords(article)))
    this.#titles = counted(speaking.flatMap(({ article }) => wordsIn(article.title)))
  }

  /** 0 to 1.4. */
  with(text: string): number {
    const words = counted(wordsIn(text))
    const sum = this.#reports.reduce((total, report) => total + overlap(words, report), 0)
    return sum / Math.max(1, this.#reports.length) + worthOfTitles * overlap(words, this.#titles)
  }
}

function counted(words: readonly string[]): Counted {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { words: counts, size: words.length }
}

/** Twice the words that both have over the words of both, each counted as often as both have it. */
function overlap(one: Counted, other: Counted): number {
  let shared = 0
  for (const [word, count] of one.words) shared += Math.min(count, other.words.get(word) ?? 0)
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size)
}
