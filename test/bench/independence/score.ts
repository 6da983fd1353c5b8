import type { Pair } from './pairs.ts'

export interface Score {
  readonly pairs: number
  readonly flagged: number
  /** Of the pairs that are taken for one piece, how many are; NaN where none is taken for one. */
  readonly precision: number
  /** Of the pairs that are one piece, how many are taken for one; NaN where none is. */
  readonly recall: number
}

/** Pairs and which of them are taken for one piece → how often that is right. */
export function scoreOf(pairs: readonly Pair[], isTakenForOne: (pair: Pair) => boolean): Score {
  const flagged = pairs.filter(isTakenForOne)
  const right = flagged.filter(({ isOne }) => isOne).length
  const ones = pairs.filter(({ isOne }) => isOne).length
  return { pairs: pairs.length, flagged: flagged.length, precision: right / flagged.length, recall: right / ones }
}
