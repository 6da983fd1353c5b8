import type { TermHash } from './term-hash.ts'
import type { Vector } from './vector.ts'

const places = 4096
const mask = places - 1

/**
 * One article made ready to be compared with many: the weights of its terms in an open-addressing table that fits into a
 * processor's cache. Made once, filled for one article after the other.
 */
export class Probe {
  readonly #terms = new Uint32Array(places)
  readonly #title = new Float32Array(places)
  readonly #body = new Float32Array(places)
  readonly #names = new Float32Array(places)
  readonly #used = new Uint16Array(places)
  #size = 0

  /** Forgets the article before. A vector has a few hundred terms at most: the table never fills. */
  fill({ title, body, names }: Vector): void {
    for (let at = 0; at < this.#size; at += 1) {
      const place = this.#used[at] ?? 0
      this.#terms[place] = 0
      this.#title[place] = 0
      this.#body[place] = 0
      this.#names[place] = 0
    }
    this.#size = 0
    for (const [field, { terms, weights }] of [
      [this.#title, title],
      [this.#body, body],
      [this.#names, names],
    ] as const) {
      for (let at = 0; at < terms.length; at += 1) field[this.#place(terms[at] ?? 0)] = weights[at] ?? 0
    }
  }

  #place(term: TermHash): number {
    let place = term & mask
    while (this.#terms[place] !== term) {
      if (this.#terms[place] === 0) {
        this.#terms[place] = term
        this.#used[this.#size++] = place
        break
      }
      place = (place + 1) & mask
    }
    return place
  }

  /** Where a term of another article stands; -1 where this one does not have it. */
  find(term: TermHash): number {
    let place = term & mask
    for (let held = this.#terms[place]; held !== 0; held = this.#terms[place]) {
      if (held === term) return place
      place = (place + 1) & mask
    }
    return -1
  }

  title(place: number): number {
    return this.#title[place] ?? 0
  }

  body(place: number): number {
    return this.#body[place] ?? 0
  }

  names(place: number): number {
    return this.#names[place] ?? 0
  }
}
