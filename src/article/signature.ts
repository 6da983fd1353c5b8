import { fingerprintsOf, mixed } from './fingerprints.ts'
import { allWordsOf, fewestOwnRuns, ownWordsOf } from './own-words.ts'

/** 32-bit hashes, one a band: texts that share one may be one text. Empty where a text has too few words to tell. */
export type Signature = readonly number[]

/** To be raised with every change of what a text's signature is, so that stored ones are made again. */
export const signatureMethod = 1

const bands = 64
const rowsPerBand = 2
const hashes = bands * rowsPerBand

const seeds = Int32Array.from({ length: hashes }, (_, at) => mixed(at + 1))
const factors = Int32Array.from({ length: hashes }, (_, at) => mixed(at + 1 + hashes) | 1)

/**
 * Text → its signature: MinHash (Broder 1997, "On the resemblance and containment of documents") over the runs of five of its
 * own words, in bands (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3.4). Two texts of resemblance
 * s share a band with probability 1 - (1 - s²)^64: 0.98 at a quarter, 0.006 at a hundredth. Rows of two, because a paper prints a third of a
 * report or adds as much again: of 3,000 edited reports 64 bands of two find 0.985, 64 of three 0.912, 48 of four 0.760, for
 * 2.3, 0.05 and 0.01 candidates among 9,000 reports. SimHash (64 bits) finds 0.845 only at a distance of 22 bits,
 * which takes 78 of 9,000 for one text, and is beyond what bands of bits can look up.
 */
export function signatureOf(text: string): Signature {
  const own = fingerprintsOf(ownWordsOf(text))
  const runs = new Set(own.length < fewestOwnRuns ? fingerprintsOf(allWordsOf(text)) : own)
  return runs.size === 0 ? [] : bandsOf(leastHashes(runs))
}

function leastHashes(runs: ReadonlySet<number>): Uint32Array {
  const least = new Uint32Array(hashes).fill(0xffffffff)
  for (const run of runs) {
    for (let at = 0; at < hashes; at += 1) {
      const product = Math.imul(run ^ (seeds[at] ?? 0), factors[at] ?? 1)
      const hash = (product ^ (product >>> 15)) >>> 0
      if (hash < (least[at] ?? 0)) least[at] = hash
    }
  }
  return least
}

/** The band's number is hashed along, so that only equal bands meet. */
function bandsOf(least: Uint32Array): Signature {
  return Array.from({ length: bands }, (_, band) => {
    const rows = least.subarray(band * rowsPerBand, (band + 1) * rowsPerBand)
    return rows.reduce((hash, row) => mixed(Math.imul(hash, 0x9e3779b1) ^ row), band + 1)
  })
}
