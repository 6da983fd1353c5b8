import type { Article } from '../article/article.ts'
import { shinglesOf } from '../article/shingles.ts'
import { fromOneWire } from './credits.ts'
import { sharedShingles } from './shingles.ts'
import type { IndependenceGroup } from './story.ts'

type Reason = Exclude<IndependenceGroup['reason'], 'alone'>

interface Link {
  readonly first: number
  readonly second: number
  readonly reason: Reason
}

/** The share of the shorter text's shingles that also stand in the other one, from which on they are one text. */
const oneText = 0.6
/** Two texts that credit the same agency are one from less on: each paper cuts and adds. */
const oneWireText = 0.4
/** Below so many shingles containment means nothing: a teaser or a quotation is contained in many texts. */
const shortText = 20

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
  return [...groups].map(([root, members]) => ({
    members: members.map((member) => member.id),
    reason: reasonOf(links.filter((link) => rootOf(roots, link.first) === root)),
  }))
}

function reasonOf(links: readonly Link[]): IndependenceGroup['reason'] {
  return byStrength.find((reason) => links.some((link) => link.reason === reason)) ?? 'alone'
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
  const texts = articles.map((article) => shinglesOf(article.text))
  return [...sharedShingles(texts)].flatMap(([[first, second], shared]): Link[] => {
    const [a, b] = [articles[first], articles[second]]
    if (a === undefined || b === undefined) return []
    const likeness = likenessOf(shared, texts[first]?.size ?? 0, texts[second]?.size ?? 0)
    const wire = fromOneWire(a, b)
    if (likeness < (wire ? oneWireText : oneText)) return []
    return [{ first, second, reason: wire ? 'reprint' : 'near-duplicate' }]
  })
}

/** Containment in the longer text, so that a cut paragraph hides nothing; Jaccard for short ones. */
function likenessOf(shared: number, a: number, b: number): number {
  return shared / (Math.min(a, b) < shortText ? a + b - shared : Math.min(a, b))
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
