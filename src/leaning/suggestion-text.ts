import type { RatedLeaning } from '../source/leaning.ts'
import type { RatedSide } from './coverage.ts'
import type { Suggestion } from './suggest.ts'

/** Words tell a side and not how far out: the step next to the center is the least that is said by it. */
export const valueOfSide = {
  left: 'lean-left',
  center: 'center',
  right: 'lean-right',
} as const satisfies Record<RatedSide, RatedLeaning>

/** Evidence as an editor reads it. */
export interface ShownEvidence {
  readonly articles: number
  readonly 'on stories that others told': number
  readonly words: readonly string[]
  readonly cites: readonly string[]
}

export function shownEvidence({
  articles,
  evidence: { words, cites, sharedStories },
}: Pick<Extract<Suggestion, { kind: 'suggests' }>, 'articles' | 'evidence'>): ShownEvidence {
  return {
    articles,
    'on stories that others told': sharedStories,
    words: words.map(({ word, count, z }) => `“${word}” ${count} times (z ${z.toFixed(1)})`),
    cites: cites.map(({ name, side, articles: count }) => `${name} (${side}) in ${count}`),
  }
}
