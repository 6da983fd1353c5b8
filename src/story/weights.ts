import type { PairModel } from './one-event.ts'

/**
 * How much each sign of a pair counts for one event. Learned by `npm run train` (logistic regression) from the pairs of
 * neighbours in roundups, lookalikes and headlines.
 */
export const pairModel: PairModel = {
  version: 1,
  bias: -6.7867,
  // biome-ignore format: one list a line
  pair: [-0.8124, -2.2210, -13.0281, 1.9093, 0.1091, 0.5350, 3.3566, -6.4193, -3.3909, -7.8139, -4.2298, 12.1211],
  // biome-ignore format: one list a line
  context: [0.0082, -2.8103, 0.7737, -1.1674, 2.8843, 6.5048, -3.2808, -2.8588, 4.5507, -0.5167, 23.5954],
}
