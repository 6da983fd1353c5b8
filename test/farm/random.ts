/** Numbers from 0 to below 1, one after the other. */
export type Random = () => number

/** The same seed gives the same numbers on every machine: FNV-1a of the seed, then mulberry32. */
export function randomFrom(seed: string): Random {
  let state = 0x811c9dc5
  for (let at = 0; at < seed.length; at += 1) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

/** A whole number from `least` to `most`. */
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))

/** A copy in another order. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const order = list.map((value) => ({ value, rank: random() }))
  return order.sort((a, b) => a.rank - b.rank).map(({ value }) => value)
}
