import type { TermHash } from './term-hash.ts'

const places = 2 ** 15
const mask = places - 1
/** Beyond so many a text says nothing new; it bounds what a hostile one costs. */
const mostTerms = 2 ** 14

/** Terms of one text with their counts, in order of first appearance: a table that is filled for one text after the other. */
export class TermCounts {
  readonly #table = new Int16Array(places).fill(-1)
  readonly terms = new Uint32Array(mostTerms)
  readonly counts = new Float32Array(mostTerms)
  size = 0

  clear(): void {
    for (let at = 0; at < this.size; at += 1) {
      let place = (this.terms[at] ?? 0) & mask
      // Every term's way leads over places that are cleared as well.
      while (this.#table[place] !== -1) {
        this.#table[place] = -1
        place = (place + 1) & mask
      }
    }
    this.size = 0
  }

  add(term: TermHash, count: number): void {
    const at = this.#at(term)
    if (at >= 0) this.counts[at] = (this.counts[at] ?? 0) + count
  }

  set(term: TermHash, count: number): void {
    const at = this.#at(term)
    if (at >= 0) this.counts[at] = count
  }

  /** Which of the terms it is; -1 where it is none of them. */
  indexOf(term: TermHash): number {
    return this.#table[this.#placeOf(term)] ?? -1
  }

  #at(term: TermHash): number {
    const place = this.#placeOf(term)
    const known = this.#table[place] ?? -1
    if (known !== -1 || this.size === mostTerms) return known
    this.#table[place] = this.size
    this.terms[this.size] = term
    this.counts[this.size] = 0
    this.size += 1
    return this.size - 1
  }

  /** Where the table has the term, or has room for it. */
  #placeOf(term: TermHash): number {
    let place = term & mask
    for (let at = this.#table[place] ?? -1; at !== -1 && this.terms[at] !== term; at = this.#table[place] ?? -1)
      place = (place + 1) & mask
    return place
  }
}
