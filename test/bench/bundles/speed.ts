import type { Article } from '../../../src/article/article.ts'
import { bundleOf } from './stories.ts'

export interface SpeedFigures {
  readonly seconds: number
  readonly articles: number
}

/** Bundles of so many stories of so many articles each, of one process: the articles in order, which need have nothing in common. */
export function measureSpeed(articles: readonly Article[], stories: number, size: number): SpeedFigures {
  const some = Array.from({ length: stories }, (_, at) =>
    Array.from({ length: size }, (_, member) => articles[(at * size + member) % articles.length]).flatMap(
      (one) => one ?? [],
    ),
  )
  const began = performance.now()
  for (const [at, members] of some.entries()) bundleOf(`s${at}`, members)
  return { seconds: (performance.now() - began) / 1000, articles: stories * size }
}
