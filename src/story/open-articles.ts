import type { ArticleId } from '../article/article.ts'
import { weightSteps as scale } from './article-memory.ts'
import { grown } from './grown.ts'
import { Neighbours } from './neighbours.ts'
import type { Shared } from './one-event.ts'
import { PostingLists } from './posting-lists.ts'
import type { Probe } from './probe.ts'
import type { StorySettings } from './settings.ts'
import type { TermHash } from './term-hash.ts'
import type { Sparse, Vector } from './vector.ts'

type LikelyLimits = Pick<
  StorySettings,
  'windowDays' | 'postingsRead' | 'articlesCompared' | 'articlesSurely' | 'termsCompared'
>

/** The first `size` of some terms and their rarities. */
export interface Rated {
  readonly terms: Uint32Array
  readonly rarities: Float64Array
  readonly size: number
}

type Kept = Pick<Vector, 'title' | 'body' | 'names' | 'hasText'>

/**
 * The articles that new ones are compared with, in arrays by slot: an object each would take ten times the memory. Slots are in
 * the order of arrival; forgetting gives new ones, so a slot is good until the next `forget`.
 *
 * Most of its time goes into waiting for memory: each article stands somewhere else. `prefetch` reads what is to be worked with ahead,
 * of all articles in hand: the processor waits for many walks to memory at once, but for each where it works between them.
 */
export class OpenArticles {
  #size = 0
  readonly #slotOf = new Map<ArticleId, number>()
  #ids: ArticleId[] = []
  /**
   * Of each two numbers: how much it has of the terms in hand, 0 between two look-ups, and its day since 1970, NaN where undated.
   * Side by side, as they are read: each is a walk to memory.
   */
  #sharesAndDays = new Float64Array(0)
  /** Of each three numbers: where its terms begin, how many each field has (`sizesOf`), and its number of arrival, 0 where nobody will ask by it. */
  #records = new Uint32Array(0)
  #terms = new Uint32Array(0)
  #weights = new Uint16Array(0)
  #used = 0
  #postings = new PostingLists()
  /** Of the look-up in hand: the postings of one term, and the articles that were met. */
  #read = new Int32Array(0)
  #met = new Int32Array(0)
  readonly #bins = new Uint32Array(1024)
  #likely = new Int32Array(0)
  #likelyShares = new Float64Array(0)
  readonly neighbours = new Neighbours()
  /** Of what was read ahead, so that no compiler leaves the reading out. */
  #prefetched = 0

  get size(): number {
    return this.#size
  }

  slotOf(id: ArticleId): number | undefined {
    return this.#slotOf.get(id)
  }

  idAt(slot: number): ArticleId {
    const id = this.#ids[slot]
    if (id === undefined) throw new RangeError(`no open article ${slot}`)
    return id
  }

  dayAt(slot: number): number {
    return this.#sharesAndDays[2 * slot + 1] ?? Number.NaN
  }

  arrivalAt(slot: number): number {
    return this.#records[slot * recordLength + arrivalAt] ?? 0
  }

  /** The article with this number of arrival, -1 where it is not open. Good while all that are open have one, in order. */
  slotOfArrival(arrival: number): number {
    // As many have come after it at most as its number is behind the last one: mostly exactly so many.
    let from = Math.max(0, this.#size - 1 - (this.arrivalAt(this.#size - 1) - arrival))
    if (from < this.#size && this.arrivalAt(from) === arrival) return from
    let to = this.#size
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.arrivalAt(middle) < arrival) from = middle + 1
      else to = middle
    }
    return from < this.#size && this.arrivalAt(from) === arrival ? from : -1
  }

  /** Adds an article that is not open yet; `probes` are the terms by which it is found. Returns its slot. */
  add(
    { id, day, arrival }: { readonly id: ArticleId; readonly day: number; readonly arrival: number },
    vector: Kept,
    probes: readonly TermHash[],
  ): number {
    const slot = this.#size
    this.#makeRoom(slot + 1, vector)
    this.#size += 1
    this.#slotOf.set(id, slot)
    this.#ids.push(id)
    this.#sharesAndDays[2 * slot + 1] = day
    const record = slot * recordLength
    this.#records[record] = this.#used
    this.#records[record + sizesAt] = sizesOf(vector)
    this.#records[record + arrivalAt] = arrival
    this.#keep(vector.title)
    this.#keep(vector.body)
    this.#keep(vector.names)
    this.neighbours.open(slot)
    for (const term of probes) this.#postings.add(term, slot)
    return slot
  }

  #makeRoom(articles: number, { title, body, names }: Pick<Vector, 'title' | 'body' | 'names'>): void {
    this.#sharesAndDays = grown(this.#sharesAndDays, 2 * articles)
    this.#records = grown(this.#records, recordLength * articles)
    const terms = this.#used + title.terms.length + body.terms.length + names.terms.length
    this.#terms = grown(this.#terms, terms)
    this.#weights = grown(this.#weights, terms)
  }

  #keep({ terms, weights }: Sparse): void {
    this.#terms.set(terms, this.#used)
    for (let at = 0; at < weights.length; at += 1)
      this.#weights[this.#used + at] = Math.round((weights[at] ?? 0) * scale)
    this.#used += terms.length
  }

  /**
   * The articles within the window of `day` that share most of the rarest of these terms, the likeliest first. Reads rare terms
   * first and `postingsRead` postings at most, however many articles are open.
   */
  likely(probes: Rated, day: number, limits: LikelyLimits): Int32Array {
    this.#read = grown(this.#read, limits.postingsRead)
    this.#met = grown(this.#met, limits.postingsRead)
    const slots = this.#read
    const met = this.#met
    const sharesAndDays = this.#sharesAndDays
    this.#prefetched ^= this.#postings.prefetch(probes.terms, probes.size)
    let left = limits.postingsRead
    let size = 0
    for (let probe = 0; probe < probes.size && left > 0; probe += 1) {
      const share = (probes.rarities[probe] ?? 0) ** 2
      const read = this.#postings.newest(probes.terms[probe] ?? 0, left, slots, 0)
      left -= read
      for (let at = 0; at < read; at += 1) {
        const slot = slots[at] ?? 0
        const before = sharesAndDays[2 * slot] ?? 0
        if (before === 0) {
          if (Math.abs(day - (sharesAndDays[2 * slot + 1] ?? 0)) > limits.windowDays) continue
          met[size++] = slot
        }
        sharesAndDays[2 * slot] = before + share
      }
    }
    const likely = this.#mostSharing(size, limits)
    for (let at = 0; at < size; at += 1) sharesAndDays[2 * (met[at] ?? 0)] = 0
    return likely
  }

  /** Of the first `size` that were met those with the largest shares that may be compared, the largest first; of equals the older ones. */
  #mostSharing(size: number, { articlesCompared, articlesSurely, termsCompared }: LikelyLimits): Int32Array {
    const long = this.#meanTerms(size)
    const most = Math.min(articlesCompared, Math.max(articlesSurely, Math.ceil(termsCompared / long)))
    const large = this.#large(size, most)
    const slots = this.#likely
    const shares = this.#likelyShares
    // Mostly some forty, by insertion: a sort that asks a function which comes first takes several times as long.
    for (let at = 1; at < large; at += 1) {
      const slot = slots[at] ?? 0
      const share = shares[at] ?? 0
      let to = at
      for (; to > 0 && comesBefore(share, slot, shares[to - 1] ?? 0, slots[to - 1] ?? 0); to -= 1) {
        slots[to] = slots[to - 1] ?? 0
        shares[to] = shares[to - 1] ?? 0
      }
      slots[to] = slot
      shares[to] = share
    }
    return slots.subarray(0, Math.min(large, most))
  }

  /** How many terms an article of those that were met has, by a few of them. */
  #meanTerms(size: number): number {
    const step = Math.ceil(size / 16)
    let terms = 0
    let read = 0
    for (let at = 0; at < size; at += step) {
      terms += this.#length(this.#met[at] ?? 0)
      read += 1
    }
    return Math.max(1, terms / read)
  }

  #length(slot: number): number {
    const sizes = this.#sizes(slot)
    return titleSize(sizes) + bodySize(sizes) + nameSize(sizes)
  }

  #from(slot: number): number {
    return this.#records[slot * recordLength] ?? 0
  }

  #sizes(slot: number): number {
    return this.#records[slot * recordLength + sizesAt] ?? 0
  }

  /**
   * Fills `#likely` with few more than the `most` largest, found by counting: sorting thousands would take longer than all the rest.
   * Returns how many.
   */
  #large(size: number, most: number): number {
    this.#likely = grown(this.#likely, size)
    this.#likelyShares = grown(this.#likelyShares, size)
    const met = this.#met
    const slots = this.#likely
    const shares = this.#likelyShares
    const bins = this.#bins
    let largest = 0
    for (let at = 0; at < size; at += 1) {
      const slot = met[at] ?? 0
      const share = this.#sharesAndDays[2 * slot] ?? 0
      slots[at] = slot
      shares[at] = share
      largest = Math.max(largest, share)
    }
    if (size <= most) return size
    bins.fill(0)
    const scaled = (bins.length - 1) / largest
    for (let at = 0; at < size; at += 1) {
      const bin = ((shares[at] ?? 0) * scaled) | 0
      bins[bin] = (bins[bin] ?? 0) + 1
    }
    let least = bins.length
    for (let kept = 0; kept < most && least > 0; kept += bins[least] ?? 0) least -= 1
    let large = 0
    for (let at = 0; at < size; at += 1) {
      const share = shares[at] ?? 0
      if (((share * scaled) | 0) < least) continue
      slots[large] = slots[at] ?? 0
      shares[large] = share
      large += 1
    }
    return large
  }

  /** Reads what comparing these articles and offering them as neighbours will. */
  prefetch(slots: Int32Array): void {
    let read = 0
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] ?? 0
      const from = this.#from(slot)
      const end = from + this.#length(slot)
      for (let term = from; term < end; term += termsALine) read ^= this.#terms[term] ?? 0
      for (let term = from; term < end; term += weightsALine) read ^= this.#weights[term] ?? 0
      read ^= this.neighbours.prefetch(slot)
    }
    this.#prefetched ^= read
  }

  /** What the article in the probe and the open one in `slot` have in common. */
  compare(probe: Probe, vector: Vector, day: number, slot: number, into: Shared): void {
    const from = this.#from(slot)
    const sizes = this.#sizes(slot)
    const titleEnd = from + titleSize(sizes)
    const bodyEnd = titleEnd + bodySize(sizes)
    const namesEnd = bodyEnd + nameSize(sizes)
    let title = 0
    let titleInBody = 0
    let bodyInTitle = 0
    let body = 0
    let names = 0
    for (let at = from; at < titleEnd; at += 1) {
      const place = probe.find(this.#terms[at] ?? 0)
      if (place < 0) continue
      const weight = this.#weights[at] ?? 0
      title += weight * probe.title(place)
      bodyInTitle += weight * probe.body(place)
    }
    for (let at = titleEnd; at < bodyEnd; at += 1) {
      const place = probe.find(this.#terms[at] ?? 0)
      if (place < 0) continue
      const weight = this.#weights[at] ?? 0
      body += weight * probe.body(place)
      titleInBody += weight * probe.title(place)
    }
    for (let at = bodyEnd; at < namesEnd; at += 1) {
      const place = probe.find(this.#terms[at] ?? 0)
      if (place >= 0) names += (this.#weights[at] ?? 0) * probe.names(place)
    }
    const apart = Math.abs(day - this.dayAt(slot))
    into.title = title / scale
    into.body = body / scale
    into.names = names / scale
    into.titleInBody = titleInBody / scale
    into.bodyInTitle = bodyInTitle / scale
    into.days = Number.isNaN(apart) ? 0 : Math.floor(apart)
    into.texts = vector.hasText && hasText(sizes)
    into.bothNamed = vector.names.terms.length > 0 && namesEnd > bodyEnd
  }

  /** The terms of an open article, for saying what it shares. */
  termsAt(slot: number): { readonly words: Uint32Array; readonly names: Uint32Array } {
    const from = this.#from(slot)
    const sizes = this.#sizes(slot)
    const bodyEnd = from + titleSize(sizes) + bodySize(sizes)
    return {
      words: this.#terms.subarray(from, bodyEnd),
      names: this.#terms.subarray(bodyEnd, bodyEnd + nameSize(sizes)),
    }
  }

  /**
   * Forgets the articles for which `stays` is false: what is left moves together and the lists of postings are made again, in
   * time proportional to what was open. Returns the new slot of each old one, -1 for those that are gone; null where all stay.
   */
  forget(stays: (slot: number) => boolean): Int32Array | null {
    let first = 0
    while (first < this.#size && stays(first)) first += 1
    if (first === this.#size) return null
    const now = new Int32Array(this.#size).fill(-1)
    let kept = 0
    let used = 0
    this.#slotOf.clear()
    for (let slot = 0; slot < this.#size; slot += 1) {
      if (!stays(slot)) continue
      now[slot] = kept
      used = this.#moveTo(slot, kept, used)
      kept += 1
    }
    this.#size = kept
    this.#used = used
    this.#ids.length = kept
    for (let slot = 0; slot < kept; slot += 1) this.neighbours.renumber(slot, now)
    this.#postings = this.#postings.renumbered(now)
    return now
  }

  #moveTo(slot: number, to: number, used: number): number {
    const from = this.#from(slot)
    const length = this.#length(slot)
    this.#terms.copyWithin(used, from, from + length)
    this.#weights.copyWithin(used, from, from + length)
    const id = this.idAt(slot)
    this.#slotOf.set(id, to)
    this.#ids[to] = id
    this.#sharesAndDays[2 * to + 1] = this.dayAt(slot)
    const record = slot * recordLength
    this.#records.copyWithin(to * recordLength, record, record + recordLength)
    this.#records[to * recordLength] = used
    this.neighbours.move(slot, to)
    return used + length
  }
}

/** Terms and weights that come from memory at once. */
const termsALine = 16
const weightsALine = 32

const recordLength = 3
const sizesAt = 1
const arrivalAt = 2

/** How many terms each field of an article has, and whether it has a text, in one number. */
function sizesOf({ title, body, names, hasText }: Kept): number {
  return title.terms.length | (body.terms.length << 8) | (names.terms.length << 16) | (hasText ? 1 << 24 : 0)
}
const titleSize = (sizes: number) => sizes & 0xff
const bodySize = (sizes: number) => (sizes >>> 8) & 0xff
const nameSize = (sizes: number) => (sizes >>> 16) & 0xff
const hasText = (sizes: number) => (sizes & (1 << 24)) !== 0

/** The larger share first, of equals the older article. */
const comesBefore = (share: number, slot: number, than: number, other: number) =>
  share > than || (share === than && slot < other)
