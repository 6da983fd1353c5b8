import TfIdf from 'natural/lib/natural/tfidf/tfidf.js'
import type { Row } from './grouping.ts'

type Vector = Map<string, number>

interface Story {
  readonly id: string
  readonly centroid: Vector
}

const joinAt = 0.25

/** What one would write in an afternoon: natural's TfIdf, and the cosine with the centroid of every story. */
export class ObviousScript {
  readonly #tfidf = new TfIdf()
  readonly #stories: Story[] = []

  take(words: string[]): string {
    this.#tfidf.addDocument(words)
    const terms = this.#tfidf.listTerms(this.#tfidf.documents.length - 1)
    const vector = new Map(terms.map(({ term, tfidf }) => [term, tfidf]))
    let best: Story | null = null
    let similarity = 0
    for (const story of this.#stories) {
      const found = cosine(vector, story.centroid)
      if (found > similarity) [best, similarity] = [story, found]
    }
    if (best === null || similarity < joinAt) {
      best = { id: `s${this.#stories.length}`, centroid: new Map() }
      this.#stories.push(best)
    }
    for (const [term, weight] of vector) best.centroid.set(term, (best.centroid.get(term) ?? 0) + weight)
    return best.id
  }
}

function cosine(a: Vector, b: Vector): number {
  let dot = 0
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0)
  return dot / (length(a) * length(b))
}

function length(vector: Vector): number {
  let squares = 0
  for (const weight of vector.values()) squares += weight * weight
  return Math.sqrt(squares)
}

/** The words of title and text as a tokeniser would give them. */
export function wordsOf({ features: { title, lead, body } }: Row): string[] {
  return [title, lead, body].flatMap(({ texts, counts }) =>
    texts.flatMap((term, at) => Array(counts[at] ?? 0).fill(term)),
  )
}
