import { grown } from './grown.ts'
import type { TermHash } from './term-hash.ts'

/** Which articles, by their slots, have a term: linked lists in two arrays, the newest article first. */
export class PostingLists {
  #terms = new Uint32Array(2 ** 12)
  #heads = new Int32Array(2 ** 12)
  #distinct = 0
  /** Of each posting its slot and, beside it, the next posting: a walk through a list waits for memory once a step. */
  #links = new Int32Array(2 ** 13)
  #size = 0

  add(term: TermHash, slot: number): void {
    if (2 * this.#distinct >= this.#terms.length) this.#rehash()
    this.#links = grown(this.#links, 2 * this.#size + 2)
    const place = this.#place(term)
    if (this.#terms[place] === 0) {
      this.#terms[place] = term
      this.#heads[place] = -1
      this.#distinct += 1
    }
    this.#links[2 * this.#size] = slot
    this.#links[2 * this.#size + 1] = this.#heads[place] ?? -1
    this.#heads[place] = this.#size
    this.#size += 1
  }

  /** The first posting of a term, -1 for none; then `slotAt` and `after`. */
  first(term: TermHash): number {
    const place = this.#place(term)
    return this.#terms[place] === 0 ? -1 : (this.#heads[place] ?? -1)
  }

  slotAt(posting: number): number {
    return this.#links[2 * posting] ?? -1
  }

  after(posting: number): number {
    return this.#links[2 * posting + 1] ?? -1
  }

  /** The lists with the slots that articles have now, without those that are gone (-1). Order stays. */
  renumbered(slotNow: Int32Array): PostingLists {
    const lists = new PostingLists()
    const oldestFirst: number[] = []
    for (let place = 0; place < this.#terms.length; place += 1) {
      if (this.#terms[place] === 0) continue
      oldestFirst.length = 0
      for (let at = this.#heads[place] ?? -1; at >= 0; at = this.after(at)) {
        const now = slotNow[this.slotAt(at)] ?? -1
        if (now >= 0) oldestFirst.push(now)
      }
      while (oldestFirst.length > 0) lists.add(this.#terms[place] ?? 0, oldestFirst.pop() ?? 0)
    }
    return lists
  }

  #place(term: TermHash): number {
    const mask = this.#terms.length - 1
    let place = (Math.imul(term, 0x9e3779b1) >>> 0) & mask
    while (this.#terms[place] !== 0 && this.#terms[place] !== term) place = (place + 1) & mask
    return place
  }

  #rehash(): void {
    const [terms, heads] = [this.#terms, this.#heads]
    this.#terms = new Uint32Array(2 * terms.length)
    this.#heads = new Int32Array(2 * terms.length)
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at] ?? 0
      if (term === 0) continue
      const place = this.#place(term)
      this.#terms[place] = term
      this.#heads[place] = heads[at] ?? -1
    }
  }
}
