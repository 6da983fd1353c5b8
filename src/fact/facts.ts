import type { ArticleId } from '../article/article.ts'
import type { Side } from '../source/leaning.ts'
import { likeness, type Weighed, weigh } from './likeness.ts'
import type { Reading, Statement } from './readings.ts'

/** One statement that articles of a story share, or that one of them makes alone. */
export interface Fact {
  /** In the story's order; each article at most once, with the sentence that is most like the others. */
  readonly statements: readonly Statement[]
  readonly carriers: readonly ArticleId[]
  readonly sides: readonly Side[]
  /** Independence groups among the carriers: how many pieces of reporting stand behind it. */
  readonly owners: number
}

const sameAt = 0.42
/** A feature of more sentences than this finds no candidates: it would compare everything with everything. */
const widestFeature = 60

interface Draft {
  readonly members: { readonly statement: Statement; readonly weighed: Weighed; readonly likeness: number }[]
}

/** Sentences that state the same thing, grouped; a sentence joins the fact whose first sentence it is most like. */
export function factsOf(readings: readonly Reading[]): readonly Fact[] {
  const statements = readings.flatMap((reading) => reading.statements.filter(isComparable))
  const weighed = weigh(statements)
  const drafts: Draft[] = []
  const draftsWith = new Map<number, number[]>()
  for (const [at, statement] of statements.entries()) {
    const own = weighed[at]
    if (own === undefined || own.total === 0) continue
    const best = nearest(own, drafts, draftsWith)
    if (best === undefined) open(statement, own, drafts, draftsWith)
    else best.draft.members.push({ statement, weighed: own, likeness: best.likeness })
  }
  return drafts.map((draft) => factOf(draft, readings))
}

function isComparable({ flaws, mentions }: Statement): boolean {
  return !flaws.includes('page-furniture') && !flaws.includes('no-sentence') && mentions.stems.size >= 3
}

function open(statement: Statement, weighed: Weighed, drafts: Draft[], draftsWith: Map<number, number[]>): void {
  for (const feature of weighed.features) {
    const found = draftsWith.get(feature)
    if (found === undefined) draftsWith.set(feature, [drafts.length])
    else found.push(drafts.length)
  }
  drafts.push({ members: [{ statement, weighed, likeness: 1 }] })
}

function nearest(own: Weighed, drafts: readonly Draft[], draftsWith: ReadonlyMap<number, readonly number[]>) {
  let best: { draft: Draft; likeness: number } | undefined
  for (const number of candidates(own, draftsWith)) {
    const draft = drafts[number]
    const first = draft?.members[0]
    if (draft === undefined || first === undefined) continue
    const found = likeness(own, first.weighed)
    if (found >= sameAt && found > (best?.likeness ?? 0)) best = { draft, likeness: found }
  }
  return best
}

function candidates(own: Weighed, draftsWith: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (const feature of own.features) {
    const found = draftsWith.get(feature) ?? []
    if (found.length <= widestFeature) for (const number of found) numbers.add(number)
  }
  return numbers
}

function factOf(draft: Draft, readings: readonly Reading[]): Fact {
  const best = new Map<ArticleId, { statement: Statement; likeness: number }>()
  for (const member of draft.members) {
    const known = best.get(member.statement.article)
    if (known === undefined || member.likeness > known.likeness) best.set(member.statement.article, member)
  }
  const carrying = readings.filter((reading) => best.has(reading.article.id))
  return {
    statements: [...best.values()].map((member) => member.statement),
    carriers: carrying.map((reading) => reading.article.id),
    sides: [...new Set(carrying.map((reading) => reading.side))],
    owners: new Set(carrying.map((reading) => reading.group)).size,
  }
}
