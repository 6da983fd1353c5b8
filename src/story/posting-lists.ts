import { grown } from './grown.ts'
import type { TermHash } from './term-hash.ts'

/** A block's head: the block before it, how many slots it has, and room for how many. */
const headLength = 3
const firstRoom = 2
const mostRoom = 64
/** Four-byte numbers that come from memory at once. */
const wordsALine = 16

/**
 * Which articles, by their slots, have a term. Most terms have one: it stands in the table itself. Of the others slots lie side by
 * side in blocks, each with twice the room of the one before, so that reading a list does not wait for memory at each step.
 */
export class PostingLists {
  #terms: Uint32Array
  /** Of each term its newest block, or its only slot as `-1 - slot`. */
  #heads: Int32Array
  #distinct = 0
  #blocks: Int32Array<ArrayBuffer>
  #used = 0

  /** Room to begin with: places for terms, a power of two, and what blocks take. */
  constructor(places = 2 ** 12, blocks = 2 ** 12) {
    this.#terms = new Uint32Array(places)
    this.#heads = new Int32Array(places)
    this.#blocks = new Int32Array(blocks)
  }

  add(term: TermHash, slot: number): void {
    if (2 * this.#distinct >= this.#terms.length) this.#rehash()
    const place = this.#place(term)
    if (this.#terms[place] === 0) {
      this.#terms[place] = term
      this.#heads[place] = -1 - slot
      this.#distinct += 1
      return
    }
    const block = this.#roomFor(place)
    const size = this.#blocks[block + 1] ?? 0
    this.#blocks[block + headLength + size] = slot
    this.#blocks[block + 1] = size + 1
  }

  /** Reads what `newest` will of the first `size` terms; see `OpenArticles`. */
  prefetch(terms: Uint32Array, size: number): number {
    let read = 0
    for (let at = 0; at < size; at += 1) {
      const head = this.#heads[this.#place(terms[at] ?? 0)] ?? 0
      if (head < 0) continue
      const end = head + headLength + (this.#blocks[head + 1] ?? 0)
      for (let place = head + wordsALine; place < end; place += wordsALine) read ^= this.#blocks[place] ?? 0
    }
    return read
  }

  /** Fills `into` from `from` on with the newest slots of a term, `most` at the most, and returns how many there are. */
  newest(term: TermHash, most: number, into: Int32Array, from: number): number {
    const place = this.#place(term)
    if (this.#terms[place] === 0) return 0
    let read = 0
    let head = this.#heads[place] ?? 0
    for (; head >= 0 && read < most; head = this.#blocks[head] ?? 0) {
      const first = head + headLength
      for (let at = first + (this.#blocks[head + 1] ?? 0) - 1; at >= first && read < most; at -= 1)
        into[from + read++] = this.#blocks[at] ?? 0
    }
    if (head < 0 && read < most) into[from + read++] = -1 - head
    return read
  }

  /** The lists with the slots that articles have now, without those that are gone (-1). Order stays. */
  renumbered(slotNow: Int32Array): PostingLists {
    const lists = new PostingLists(2 ** Math.ceil(Math.log2(2 * this.#distinct + 2)), this.#used)
    const newestFirst = new Int32Array(slotNow.length)
    for (const term of this.#terms) {
      if (term === 0) continue
      const size = this.newest(term, newestFirst.length, newestFirst, 0)
      for (let at = size - 1; at >= 0; at -= 1) {
        const now = slotNow[newestFirst[at] ?? 0] ?? -1
        if (now >= 0) lists.add(term, now)
      }
    }
    return lists
  }

  /** The newest block of the term in this place, with room. */
  #roomFor(place: number): number {
    const head = this.#heads[place] ?? 0
    const room = head < 0 ? 0 : (this.#blocks[head + 2] ?? 0)
    if (head >= 0 && (this.#blocks[head + 1] ?? 0) < room) return head
    const block = this.#used
    const more = Math.min(mostRoom, Math.max(firstRoom, 2 * room))
    this.#used += headLength + more
    this.#blocks = grown(this.#blocks, this.#used)
    this.#blocks[block] = head
    this.#blocks[block + 1] = 0
    this.#blocks[block + 2] = more
    this.#heads[place] = block
    return block
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
      this.#heads[place] = heads[at] ?? 0
    }
  }
}
