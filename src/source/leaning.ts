/** Where a source stands, from left to right; `unknown` is a value of its own, never a default for center. */
export const leanings = ['left', 'lean-left', 'center', 'lean-right', 'right', 'unknown'] as const
export type Leaning = (typeof leanings)[number]

/** The five steps that a rater can state, in order. Nobody rates a source as unknown: a rating is then missing. */
export const ratedLeanings = ['left', 'lean-left', 'center', 'lean-right', 'right'] as const satisfies Leaning[]
export type RatedLeaning = (typeof ratedLeanings)[number]

export const sides = ['left', 'center', 'right', 'unknown'] as const
export type Side = (typeof sides)[number]

const sideByLeaning = {
  left: 'left',
  'lean-left': 'left',
  center: 'center',
  'lean-right': 'right',
  right: 'right',
  unknown: 'unknown',
} as const satisfies Record<Leaning, Side>

/** The side of the press that a leaning counts towards. */
export function sideOf(leaning: Leaning): Side {
  return sideByLeaning[leaning]
}

export const leaningLabels = {
  left: 'Left',
  'lean-left': 'Lean left',
  center: 'Center',
  'lean-right': 'Lean right',
  right: 'Right',
  unknown: 'Unknown leaning',
} as const satisfies Record<Leaning, string>

export const sideLabels = {
  left: 'Left',
  center: 'Center',
  right: 'Right',
  unknown: 'Unknown leaning',
} as const satisfies Record<Side, string>
