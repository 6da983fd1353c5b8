import type { ArticleId } from '../article/article.ts'
import type { Side } from '../source/leaning.ts'
import { Likeness, type Weighed } from './likeness.ts'
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
  readonly first: Weighed
  readonly members: { readonly statement: Statement; readonly likeness: number }[]
}

/** Sentences that state the same thing, grouped; a sentence joins the fact whose first sentence it is most like. */
export function factsOf(readings: readonly Reading[]): readonly Fact[] {
  const statements = readings.flatMap((reading) => reading.statements.filter(isComparable))
  const likeness = new Likeness(statements)
  const drafts = new Drafts(likeness)
  for (const [at, statement] of statements.entries()) {
    const own = likeness.weighed[at]
    if (own === undefined || own.total === 0) continue
    const best = drafts.nearest(own)
    if (best === undefined) drafts.open(statement, own)
    else best.draft.members.push({ statement, likeness: best.likeness })
  }
  return drafts.all.map((draft) => factOf(draft, readings))
}

function isComparable({ flaws, mentions }: Statement): boolean {
  return !flaws.includes('page-furniture') && !flaws.includes('no-sentence') && mentions.stems.size >= 3
}

/** The facts so far, found by the features of their first sentences: those that share none never meet. */
class Drafts {
  readonly all: Draft[] = []
  readonly #with = new Map<number, number[]>()
  readonly #likeness: Likeness
  /** For each draft the last round of comparisons in which it was met. */
  readonly #metIn: Uint32Array
  #round = 0

  constructor(likeness: Likeness) {
    this.#likeness = likeness
    this.#metIn = new Uint32Array(likeness.weighed.length)
  }

  open(statement: Statement, first: Weighed): void {
    for (const feature of first.features) {
      const found = this.#with.get(feature)
      if (found === undefined) this.#with.set(feature, [this.all.length])
      else found.push(this.all.length)
    }
    this.all.push({ first, members: [{ statement, likeness: 1 }] })
  }

  nearest(own: Weighed): { draft: Draft; likeness: number } | undefined {
    let best: { draft: Draft; likeness: number } | undefined
    this.#round += 1
    for (const feature of own.features) {
      const found = this.#with.get(feature)
      if (found === undefined || found.length > widestFeature) continue
      for (const number of found) {
        const draft = this.#notMetBefore(number)
        if (draft === undefined) continue
        const likeness = this.#likeness.between(own, draft.first)
        if (likeness >= sameAt && likeness > (best?.likeness ?? 0)) best = { draft, likeness }
      }
    }
    return best
  }

  /** Sentences often share several features, and are compared once. */
  #notMetBefore(number: number): Draft | undefined {
    if (this.#metIn[number] === this.#round) return undefined
    this.#metIn[number] = this.#round
    return this.all[number]
  }
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
