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

/**
 * The articles that new ones are compared with, in arrays by slot: an object each would take ten times the memory. Slots are in
 * the order of arrival; forgetting gives new ones, so a slot is good until the next `forget`.
 */
export class OpenArticles {
  #size = 0
  readonly #slotOf = new Map<ArticleId, number>()
  #ids: ArticleId[] = []
  /** Days since 1970, NaN where undated. */
  #days = new Float64Array(0)
  #hasText = new Uint8Array(0)
  /** Numbers of arrival; 0 where nobody will ask by it. */
  #arrivals = new Uint32Array(0)
  /** Where an article's terms begin, and how many each field has. */
  #from = new Float64Array(0)
  #titles = new Uint8Array(0)
  #bodies = new Uint8Array(0)
  #names = new Uint8Array(0)
  #terms = new Uint32Array(0)
  #weights = new Uint16Array(0)
  #used = 0
  #postings = new PostingLists()
  /** Of the terms in hand, how much each article has; zero between two look-ups. */
  #shares = new Float64Array(0)
  /** Of the look-up in hand: the postings of one term, and the articles that were met. */
  #read = new Int32Array(0)
  #met = new Int32Array(0)
  readonly #bins = new Uint32Array(1024)
  readonly neighbours = new Neighbours()

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
    return this.#days[slot] ?? Number.NaN
  }

  arrivalAt(slot: number): number {
    return this.#arrivals[slot] ?? 0
  }

  /** The article with this number of arrival, -1 where it is not open. Good while all that are open have one, in order. */
  slotOfArrival(arrival: number): number {
    let [from, to] = [0, this.#size]
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((this.#arrivals[middle] ?? 0) < arrival) from = middle + 1
      else to = middle
    }
    return from < this.#size && this.#arrivals[from] === arrival ? from : -1
  }

  /** Adds an article that is not open yet; `probes` are the terms by which it is found. Returns its slot. */
  add(
    { id, day, arrival }: { readonly id: ArticleId; readonly day: number; readonly arrival: number },
    vector: Pick<Vector, 'title' | 'body' | 'names' | 'hasText'>,
    probes: readonly TermHash[],
  ): number {
    const slot = this.#size
    this.#makeRoom(slot + 1, vector)
    this.#size += 1
    this.#slotOf.set(id, slot)
    this.#ids.push(id)
    this.#days[slot] = day
    this.#arrivals[slot] = arrival
    this.#hasText[slot] = vector.hasText ? 1 : 0
    this.#from[slot] = this.#used
    this.#titles[slot] = this.#keep(vector.title)
    this.#bodies[slot] = this.#keep(vector.body)
    this.#names[slot] = this.#keep(vector.names)
    this.neighbours.open(slot)
    for (const term of probes) this.#postings.add(term, slot)
    return slot
  }

  #makeRoom(articles: number, { title, body, names }: Pick<Vector, 'title' | 'body' | 'names'>): void {
    this.#days = grown(this.#days, articles)
    this.#arrivals = grown(this.#arrivals, articles)
    this.#hasText = grown(this.#hasText, articles)
    this.#from = grown(this.#from, articles)
    this.#titles = grown(this.#titles, articles)
    this.#bodies = grown(this.#bodies, articles)
    this.#names = grown(this.#names, articles)
    const terms = this.#used + title.terms.length + body.terms.length + names.terms.length
    this.#terms = grown(this.#terms, terms)
    this.#weights = grown(this.#weights, terms)
  }

  #keep({ terms, weights }: Sparse): number {
    this.#terms.set(terms, this.#used)
    for (let at = 0; at < weights.length; at += 1)
      this.#weights[this.#used + at] = Math.round((weights[at] ?? 0) * scale)
    this.#used += terms.length
    return terms.length
  }

  /**
   * The articles within the window of `day` that share most of the rarest of these terms, the likeliest first. Reads rare terms
   * first and `postingsRead` postings at most, however many articles are open.
   */
  likely(probes: Rated, day: number, limits: LikelyLimits): number[] {
    if (this.#shares.length < this.#size) this.#shares = new Float64Array(2 * this.#size)
    this.#read = grown(this.#read, limits.postingsRead)
    this.#met = grown(this.#met, limits.postingsRead)
    const slots = this.#read
    const met = this.#met
    let left = limits.postingsRead
    let size = 0
    for (let probe = 0; probe < probes.size && left > 0; probe += 1) {
      const share = (probes.rarities[probe] ?? 0) ** 2
      const read = this.#postings.newest(probes.terms[probe] ?? 0, left, slots, 0)
      left -= read
      for (let at = 0; at < read; at += 1) {
        const slot = slots[at] ?? 0
        const before = this.#shares[slot] ?? 0
        if (before === 0) {
          if (Math.abs(day - (this.#days[slot] ?? 0)) > limits.windowDays) continue
          met[size++] = slot
        }
        this.#shares[slot] = before + share
      }
    }
    const likely = this.#mostSharing(size, limits)
    for (let at = 0; at < size; at += 1) this.#shares[met[at] ?? 0] = 0
    return likely
  }

  /** Of the first `size` that were met those with the largest shares that may be compared, the largest first; of equals the older ones. */
  #mostSharing(size: number, { articlesCompared, articlesSurely, termsCompared }: LikelyLimits): number[] {
    const shares = this.#shares
    const long = this.#meanTerms(size)
    const most = Math.min(articlesCompared, Math.max(articlesSurely, Math.ceil(termsCompared / long)))
    const large = this.#large(size, most)
    large.sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b)
    if (large.length > most) large.length = most
    return large
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
    return (this.#titles[slot] ?? 0) + (this.#bodies[slot] ?? 0) + (this.#names[slot] ?? 0)
  }

  /** Few more than the `most` largest, found by counting: sorting thousands would take longer than all the rest. */
  #large(size: number, most: number): number[] {
    const met = this.#met
    const shares = this.#shares
    const bins = this.#bins
    if (size <= most) return Array.from(met.subarray(0, size))
    let largest = 0
    for (let at = 0; at < size; at += 1) largest = Math.max(largest, shares[met[at] ?? 0] ?? 0)
    bins.fill(0)
    const scaled = (bins.length - 1) / largest
    for (let at = 0; at < size; at += 1) {
      const bin = ((shares[met[at] ?? 0] ?? 0) * scaled) | 0
      bins[bin] = (bins[bin] ?? 0) + 1
    }
    let least = bins.length
    for (let kept = 0; kept < most && least > 0; kept += bins[least] ?? 0) least -= 1
    const large: number[] = []
    for (let at = 0; at < size; at += 1) {
      const slot = met[at] ?? 0
      if ((((shares[slot] ?? 0) * scaled) | 0) >= least) large.push(slot)
    }
    return large
  }

  /** What the article in the probe and the open one in `slot` have in common. */
  compare(probe: Probe, vector: Vector, day: number, slot: number, into: Shared): void {
    const from = this.#from[slot] ?? 0
    const titleEnd = from + (this.#titles[slot] ?? 0)
    const bodyEnd = titleEnd + (this.#bodies[slot] ?? 0)
    const namesEnd = bodyEnd + (this.#names[slot] ?? 0)
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
    const apart = Math.abs(day - (this.#days[slot] ?? 0))
    into.title = title / scale
    into.body = body / scale
    into.names = names / scale
    into.titleInBody = titleInBody / scale
    into.bodyInTitle = bodyInTitle / scale
    into.days = Number.isNaN(apart) ? 0 : Math.floor(apart)
    into.texts = vector.hasText && this.#hasText[slot] === 1
    into.bothNamed = vector.names.terms.length > 0 && namesEnd > bodyEnd
  }

  /** The terms of an open article, for saying what it shares. */
  termsAt(slot: number): { readonly words: Uint32Array; readonly names: Uint32Array } {
    const from = this.#from[slot] ?? 0
    const bodyEnd = from + (this.#titles[slot] ?? 0) + (this.#bodies[slot] ?? 0)
    return {
      words: this.#terms.subarray(from, bodyEnd),
      names: this.#terms.subarray(bodyEnd, bodyEnd + (this.#names[slot] ?? 0)),
    }
  }

  /**
   * Forgets the articles for which `stays` is false: what is left moves together and the lists of postings are made again, in
   * time proportional to what was open. Returns the new slot of each old one, -1 for those that are gone.
   */
  forget(stays: (slot: number) => boolean): Int32Array {
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
    const from = this.#from[slot] ?? 0
    const length = this.#length(slot)
    this.#terms.copyWithin(used, from, from + length)
    this.#weights.copyWithin(used, from, from + length)
    const id = this.idAt(slot)
    this.#slotOf.set(id, to)
    this.#ids[to] = id
    for (const column of [this.#days, this.#arrivals, this.#hasText, this.#titles, this.#bodies, this.#names])
      column[to] = column[slot] ?? 0
    this.#from[to] = used
    this.neighbours.move(slot, to)
    return used + length
  }
}
