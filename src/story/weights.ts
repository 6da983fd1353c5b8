import type { PairModel } from './one-event.ts'

/**
 * How much each sign of a pair counts for one event. Learned by `npm run train` (logistic regression) from the pairs of
 * neighbours in roundups, lookalikes and headlines.
 */
export const pairModel: PairModel = {
  version: 2,
  bias: -5.2665,
  // biome-ignore format: one list a line
  pair: [-0.4394, -2.5455, -5.6749, 3.5548, -0.1939, 1.4597, -1.2140, -7.2029, -3.1884, -4.8049, -4.2459, 7.0220],
  // biome-ignore format: one list a line
  context: [0.2509, -2.4506, 0.8910, -0.9424, 2.2768, 4.5476, -2.7656, -1.0486, 3.9948, -0.7417, 20.1825],
}
