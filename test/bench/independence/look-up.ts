import { performance } from 'node:perf_hooks'
import type { Signature } from '../../../src/article/signature.ts'
import { median, rounded } from '../figures.ts'
import { Buckets, sharingWithAll } from './buckets.ts'

export interface LookUp {
  readonly signatures: number
  /** Medians of one look-up. */
  readonly bucketsUs: number
  readonly comparingUs: number
  /** Others that share a band, on average. */
  readonly candidates: number
}

const asked = 500
const compared = 50

/** One signature looked up among all, by buckets and by comparing with each; both find the same, or it throws. */
export function lookUpAmong(signatures: readonly Signature[]): LookUp {
  const buckets = new Buckets(signatures)
  const places = spread(signatures.length, asked)
  const found = places.map((at) => timed(() => buckets.sharing(at)))
  const slowly = spread(signatures.length, compared).map((at) => {
    const all = timed(() => sharingWithAll(signatures, at))
    if (!same(all.result, buckets.sharing(at))) throw new Error(`signature ${at}: the buckets find something else`)
    return all
  })
  return {
    signatures: signatures.length,
    bucketsUs: rounded(1000 * median(found.map(({ ms }) => ms)), 1),
    comparingUs: rounded(1000 * median(slowly.map(({ ms }) => ms)), 1),
    candidates: rounded(found.reduce((sum, { result }) => sum + result.size, 0) / found.length, 2),
  }
}

const spread = (length: number, count: number) =>
  Array.from({ length: Math.min(length, count) }, (_, at) => Math.floor((at * length) / Math.min(length, count)))

function timed<Result>(work: () => Result): { result: Result; ms: number } {
  const start = performance.now()
  const result = work()
  return { result, ms: performance.now() - start }
}

const same = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>) =>
  a.size === b.size && [...a].every(([place, bands]) => b.get(place) === bands)
