import type { Article, ArticleId } from '../article/article.ts'
import { creditsOf, fromOneWire } from './credits.ts'
import { type Overlap, overlaps } from './overlap.ts'
import type { IndependenceGroup } from './story.ts'

type Reason = Exclude<IndependenceGroup['reason'], 'alone'>

interface Link {
  readonly first: number
  readonly second: number
  readonly reason: Reason
}

/**
 * The share of the shorter text's own words that also stand in the other one, from which on they are one text. Different
 * reports on one event share next to nothing of their own words, two that took over parts of one agency's up to 0.39; an
 * editor who cuts, swaps, rewords and adds leaves this much in 98 of 100.
 */
const oneText = 0.4
/** Of texts with hardly any own words, the share of all words that both have. */
const oneSpeech = 0.6
/**
 * A long passage: a quarter of the shorter text, or so many words in a row. Where both credit one agency it is the agency's,
 * and they are one from there on; else either may have it from the other, from a third or from a handout.
 */
const longPassage = { share: 0.25, passage: 40 }

/** The stronger reason names the group where several hold it together. */
const byStrength = ['reprint', 'near-duplicate', 'same-owner'] as const satisfies Reason[]

/** Articles of a story → groups that are one piece of reporting each, in order of their first article. */
export function independenceGroups(articles: readonly Article[]): IndependenceGroup[] {
  const links = [...ownerLinks(articles), ...textLinks(articles)]
  const roots = unite(articles.length, links)
  const groups = new Map<number, Article[]>()
  for (const [at, article] of articles.entries()) {
    const root = rootOf(roots, at)
    groups.set(root, [...(groups.get(root) ?? []), article])
  }
  const reasons = reasonsOf(roots, links)
  return [...groups].map(([root, members]) => ({
    members: members.map((member) => member.id),
    reason: reasons.get(root) ?? 'alone',
  }))
}

/** Two articles that have a long passage of their own words in common and are two pieces of reporting all the same. */
export interface SharedPassage {
  readonly articles: readonly [ArticleId, ArticleId]
  /** The share of the shorter one's own words that the other one has, 0 to 1. */
  readonly share: number
  /** The longest run that both have, in words. */
  readonly words: number
}

/** Articles of a story → the pairs that share a long passage and no agency that would account for it. */
export function sharedPassages(articles: readonly Article[]): SharedPassage[] {
  return sharers(articles).flatMap(({ first, second, overlap, wire }) =>
    wire || overlap.mostlySpeech || isOneText(overlap)
      ? []
      : [{ articles: [first.id, second.id], share: overlap.share, words: overlap.passage() }],
  )
}

function reasonsOf(roots: number[], links: readonly Link[]): Map<number, Reason> {
  const reasons = new Map<number, Reason>()
  for (const strongest of byStrength) {
    for (const { first, reason } of links) {
      const root = rootOf(roots, first)
      if (reason === strongest && !reasons.has(root)) reasons.set(root, reason)
    }
  }
  return reasons
}

/** An outlet owns itself; an unknown owner is nobody's. */
function ownerLinks(articles: readonly Article[]): Link[] {
  const firsts = new Map<string, number>()
  return articles.flatMap(({ source }, second) =>
    [`source ${source.id}`, ...(source.owner === null ? [] : [`owner ${source.owner}`])].flatMap((key): Link[] => {
      const first = firsts.get(key)
      if (first === undefined) firsts.set(key, second)
      return first === undefined ? [] : [{ first, second, reason: 'same-owner' }]
    }),
  )
}

function textLinks(articles: readonly Article[]): Link[] {
  return sharers(articles).flatMap(({ overlap, wire }): Link[] => {
    const { first, second } = overlap
    const isOne = isOneText(overlap) || (wire && !overlap.mostlySpeech)
    return isOne ? [{ first, second, reason: wire ? 'reprint' : 'near-duplicate' }] : []
  })
}

const isOneText = ({ share, mostlySpeech }: Overlap) => share >= (mostlySpeech ? oneSpeech : oneText)

interface Sharers {
  readonly first: Article
  readonly second: Article
  readonly overlap: Overlap
  readonly wire: boolean
}

function sharers(articles: readonly Article[]): Sharers[] {
  const credited = articles.map((article) => ({ article, credits: creditsOf(article) }))
  const texts = articles.map(({ text }) => text)
  return overlaps(texts, longPassage).flatMap((overlap) => {
    const [a, b] = [credited[overlap.first], credited[overlap.second]]
    if (a === undefined || b === undefined) return []
    return [{ first: a.article, second: b.article, overlap, wire: fromOneWire(a.credits, b.credits) }]
  })
}

function unite(size: number, links: readonly Link[]): number[] {
  const roots = Array.from({ length: size }, (_, at) => at)
  for (const { first, second } of links) {
    const [a, b] = [rootOf(roots, first), rootOf(roots, second)]
    roots[Math.max(a, b)] = Math.min(a, b)
  }
  return roots
}

function rootOf(roots: number[], at: number): number {
  let root = at
  for (let next = roots[root] ?? root; next !== root; next = roots[root] ?? root) root = next
  roots[at] = root
  return root
}
