import { grown } from './grown.ts'

/** Lists of terms, first in, first out, side by side in one array: thousands of small ones would keep the collector busy. */
export class TermQueue {
  /** Each list: its length, then its terms. */
  #words = new Uint32Array(2 ** 12)
  #head = 0
  #tail = 0
  #lists = 0

  get lists(): number {
    return this.#lists
  }

  push(terms: Uint32Array): void {
    this.#makeRoom(terms.length + 1)
    this.#words[this.#tail] = terms.length
    this.#words.set(terms, this.#tail + 1)
    this.#tail += terms.length + 1
    this.#lists += 1
  }

  /** Takes the oldest list out; good until the next `push`. Empty where there is none. */
  shift(): Uint32Array {
    if (this.#lists === 0) return none
    this.#lists -= 1
    const from = this.#head + 1
    this.#head = from + (this.#words[this.#head] ?? 0)
    return this.#words.subarray(from, this.#head)
  }

  #makeRoom(more: number): void {
    if (this.#tail + more <= this.#words.length) return
    if (2 * this.#head > this.#words.length) {
      this.#words.copyWithin(0, this.#head, this.#tail)
      this.#tail -= this.#head
      this.#head = 0
    }
    this.#words = grown(this.#words, this.#tail + more)
  }
}

const none = new Uint32Array(0)
