import type { ArticleId } from '../article/article.ts'
import type { StoryId } from './story.ts'

/** An editor's lasting word on two articles: they belong together, or they do not. The order of the two means nothing. */
export interface PairConstraint {
  readonly id: string
  readonly kind: 'must-link' | 'cannot-link'
  readonly articles: readonly [ArticleId, ArticleId]
}

/** An editor's lasting word on a story: no more articles (lock), or it never expires (pin). */
export interface StoryMark {
  readonly id: string
  readonly kind: 'lock' | 'pin'
  readonly story: StoryId
}

export type Constraint = PairConstraint | StoryMark

/** Why a constraint cannot be obeyed beside those that stand. */
export interface Contradiction {
  readonly next: PairConstraint
  /** The fewest standing constraints that it cannot be obeyed with: a cannot-link first, where one is among them. */
  readonly against: readonly PairConstraint[]
}

/**
 * The active constraints, closed: who must be together with whom, and who must not, also through others. `isLocked`, `isPinned`,
 * `linked` and `apartFrom` are what the stream obeys. A released constraint means building it anew. All must-linked articles form a group that is held once, so that
 * every look-up is one of a map; of two groups that are linked the smaller one moves, so that n constraints cost n log n.
 */
export interface Constraints {
  readonly isLocked: (story: StoryId) => boolean
  readonly isPinned: (story: StoryId) => boolean
  /** The others that must be in one story with this article. */
  readonly linked: (article: ArticleId) => Iterable<ArticleId>
  /** False where a cannot-link stands between the two, or between any that must be with them. */
  readonly mayMeet: (article: ArticleId, other: ArticleId) => boolean
  /** The articles that must be in one story with this one, itself among them. */
  together(article: ArticleId): readonly ArticleId[]
  /** The cannot-link between the article, or one that must be with it, and one of `members`, or one that must be with that; else null. */
  forbids(article: ArticleId, members: Iterable<ArticleId>): PairConstraint | null
  /** The articles that this one must not be in one story with: what `forbids` says, asked from the other side. */
  apartFrom(article: ArticleId): ArticleId[]
  /** Why `next` cannot be obeyed beside what stands; null where it can. */
  contradiction(next: Constraint): Contradiction | null
  /** Adds one that contradicts nothing. Saying a thing twice is harmless. @throws RangeError where it contradicts */
  add(next: Constraint): void
}

interface Group {
  members: ArticleId[]
  /** Groups that this one must not meet, and a constraint that says so. */
  readonly apart: Map<Group, PairConstraint>
}

/** @throws RangeError when the rows contradict each other: the store lets no such rows in. */
export function constraintsOf(rows: Iterable<Constraint>): Constraints {
  const constraints = new Closure()
  for (const row of rows) constraints.add(row)
  return constraints
}

class Closure implements Constraints {
  readonly #groups = new Map<ArticleId, Group>()
  readonly #links = new Map<ArticleId, PairConstraint[]>()
  readonly #marked = { lock: new Set<StoryId>(), pin: new Set<StoryId>() }

  readonly isLocked = (story: StoryId): boolean => this.#marked.lock.has(story)

  readonly isPinned = (story: StoryId): boolean => this.#marked.pin.has(story)

  readonly linked = (article: ArticleId): Iterable<ArticleId> => {
    const members = this.#groups.get(article)?.members
    return members === undefined || members.length === 1 ? NOBODY : othersOf(members, article)
  }

  readonly mayMeet = (article: ArticleId, other: ArticleId): boolean => {
    const apart = this.#groups.get(article)?.apart
    if (apart === undefined || apart.size === 0) return true
    const group = this.#groups.get(other)
    return group === undefined || !apart.has(group)
  }

  together(article: ArticleId): readonly ArticleId[] {
    return this.#groups.get(article)?.members ?? [article]
  }

  forbids(article: ArticleId, members: Iterable<ArticleId>): PairConstraint | null {
    const apart = this.#groups.get(article)?.apart
    // Most articles have no such constraint: then the members are not even looked at.
    if (apart === undefined || apart.size === 0) return null
    for (const member of members) {
      const group = this.#groups.get(member)
      const forbidding = group && apart.get(group)
      if (forbidding) return forbidding
    }
    return null
  }

  apartFrom(article: ArticleId): ArticleId[] {
    const apart = this.#groups.get(article)?.apart
    return apart === undefined ? [] : [...apart.keys()].flatMap(({ members }) => members)
  }

  contradiction(next: Constraint): Contradiction | null {
    if ('story' in next) return null
    const [one, other] = next.articles
    if (next.kind === 'cannot-link') {
      if (one === other) return { next, against: [] }
      const group = this.#groups.get(one)
      if (group === undefined || group !== this.#groups.get(other)) return null
      return { next, against: this.#way(one, other) }
    }
    const cannot = this.forbids(one, [other])
    return cannot && { next, against: [cannot, ...this.#ways(next.articles, cannot.articles)] }
  }

  add(next: Constraint): void {
    if ('story' in next) {
      this.#marked[next.kind].add(next.story)
      return
    }
    if (this.contradiction(next)) throw new RangeError(`constraint ${next.id} contradicts those that stand`)
    const [one, other] = next.articles
    if (next.kind === 'must-link') this.#link(next)
    else separate(this.#groupOf(one), this.#groupOf(other), next)
  }

  #groupOf(article: ArticleId): Group {
    const known = this.#groups.get(article)
    if (known) return known
    const group: Group = { members: [article], apart: new Map() }
    this.#groups.set(article, group)
    return group
  }

  #link(next: PairConstraint): void {
    const [one, other] = next.articles
    const [a, b] = [this.#groupOf(one), this.#groupOf(other)]
    if (a === b) return
    for (const end of next.articles) {
      const links = this.#links.get(end)
      if (links) links.push(next)
      else this.#links.set(end, [next])
    }
    const [small, large] = weight(a) < weight(b) ? [a, b] : [b, a]
    for (const member of small.members) {
      large.members.push(member)
      this.#groups.set(member, large)
    }
    for (const [rival, why] of small.apart) {
      rival.apart.delete(small)
      separate(large, rival, why)
    }
  }

  /** The must-links by which the ends of `cannot` follow from the ends of the pair. */
  #ways([one, other]: PairConstraint['articles'], [left, right]: PairConstraint['articles']): PairConstraint[] {
    const isStraight = this.#groups.get(one) === this.#groups.get(left)
    const [toOne, toOther] = isStraight ? [left, right] : [right, left]
    return [...this.#way(one, toOne), ...this.#way(other, toOther)]
  }

  /** The must-links that lead from one article of a group to another: links that close no circle are a tree, so there is one way. */
  #way(from: ArticleId, to: ArticleId): PairConstraint[] {
    const cameBy = new Map<ArticleId, PairConstraint | null>([[from, null]])
    const waiting = [from]
    for (let at = waiting.pop(); at !== undefined && at !== to; at = waiting.pop()) {
      for (const link of this.#links.get(at) ?? []) {
        const next = otherEnd(link, at)
        if (cameBy.has(next)) continue
        cameBy.set(next, link)
        waiting.push(next)
      }
    }
    const way: PairConstraint[] = []
    let at = to
    for (let link = cameBy.get(at); link; link = cameBy.get(at)) {
      way.unshift(link)
      at = otherEnd(link, at)
    }
    return way
  }
}

const NOBODY: readonly ArticleId[] = []

function* othersOf(members: readonly ArticleId[], article: ArticleId): Generator<ArticleId> {
  for (const member of members) if (member !== article) yield member
}

const weight = ({ members, apart }: Group) => members.length + apart.size

const otherEnd = ({ articles: [one, other] }: PairConstraint, end: ArticleId) => (end === one ? other : one)

function separate(one: Group, other: Group, why: PairConstraint): void {
  if (one.apart.has(other)) return
  one.apart.set(other, why)
  other.apart.set(one, why)
}
