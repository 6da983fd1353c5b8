import type { RatedLeaning } from '../source/leaning.ts'
import type { RatedSide } from './coverage.ts'
import type { FactEvidence } from './evidence.ts'
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
  readonly facts: readonly string[]
}

export function shownEvidence({
  articles,
  side,
  evidence: { words, cites, facts, sharedStories },
}: Pick<Extract<Suggestion, { kind: 'suggests' }>, 'articles' | 'side' | 'evidence'>): ShownEvidence {
  return {
    articles,
    'on stories that others told': sharedStories,
    words: words.map(({ word, count, z }) => `“${word}” ${count} times (z ${z.toFixed(1)})`),
    cites: cites.map(({ name, side: of, articles: count }) => `${name} (${of}) in ${count}`),
    facts: factLines(side, facts),
  }
}

/** Whose tellings a side's choice is held against, as a sentence names both. */
const tellingsOf = {
  left: { own: 'left-hand tellings', rivals: 'right-hand ones' },
  center: { own: 'tellings of the center', rivals: 'those of left and right' },
  right: { own: 'right-hand tellings', rivals: 'left-hand ones' },
} as const satisfies Record<RatedSide, { own: string; rivals: string }>

function factLines(side: RatedSide, { stories, own, rivals, examples }: FactEvidence): string[] {
  if (stories === 0) return ['no story that rated outlets of two sides told, too']
  const names = tellingsOf[side]
  return [
    `on ${stories} ${stories === 1 ? 'story' : 'stories'} that rated outlets of two sides told, too, it carries ${own.carried} of ${own.of} facts that ${names.own} carry and ${names.rivals} leave out, and ${rivals.carried} of ${rivals.of} the other way round`,
    ...examples.map(({ sentence, article }) => `“${sentence}” (${article})`),
  ]
}
