import type { PairModel } from './one-event.ts'

/**
 * How much each sign of a pair counts for one event. Learned by `npm run train` (logistic regression) from the pairs of
 * neighbours in roundups, lookalikes and headlines.
 */
export const pairModel: PairModel = {
  version: 3,
  bias: -5.936,
  // biome-ignore format: one list a line
  pair: [-1.9734, 0.4245, -8.9751, 0.6053, 0.3399, -1.5693, 0.1892, -5.9065, -3.1505, -6.7208, -5.5494, 8.9822],
  // biome-ignore format: one list a line
  context: [0.2987, -2.5548, 0.9475, -0.9281, 1.7942, 5.7349, -2.1589, -2.3992, 3.9255, -0.4707, 25.1199],
}
