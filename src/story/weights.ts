import type { PairModel } from './one-event.ts'

/**
 * How much each sign of a pair counts for one event. Learned by `npm run train` (logistic regression) from the pairs of
 * neighbours in roundups, lookalikes and headlines.
 */
export const pairModel: PairModel = {
  version: 1,
  bias: -6.5277,
  // biome-ignore format: one list a line
  pair: [-0.9704, -2.2065, -12.3212, 0.7300, -0.1739, 0.3908, 1.7624, -6.1593, -3.4864, -8.3467, -4.6195, 12.8018],
  // biome-ignore format: one list a line
  context: [0.1642, -2.0711, 0.6226, -0.4995, 1.8224, 3.7795, -2.1438, -1.2712, 4.2472, -0.4736, 25.3547],
}
