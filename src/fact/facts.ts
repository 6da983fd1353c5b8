import type { ArticleId } from '../article/article.ts'
import type { Side } from '../source/leaning.ts'
import { Likeness, likenessOf, type Weighed } from './likeness.ts'
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
/** Sums of the same weights in another order differ by less. */
const rounding = 1e-9

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
  /** Of each draft the weight that it shares with the statement that is looked at; 0 between two looks. */
  readonly #shared: Float64Array

  constructor(likeness: Likeness) {
    this.#likeness = likeness
    this.#shared = new Float64Array(likeness.weighed.length)
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
    const { met, rest } = this.#meet(own)
    for (const number of met) {
      const draft = this.all[number]
      const most = (this.#shared[number] ?? 0) + rest
      this.#shared[number] = 0
      // Most drafts share one word with it, and end here.
      if (draft === undefined || likenessOf(most, own, draft.first) < sameAt - rounding) continue
      const likeness = this.#likeness.between(own, draft.first)
      if (likeness >= sameAt && likeness > (best?.likeness ?? 0)) best = { draft, likeness }
    }
    return best
  }

  /** The drafts that share a feature of few, what they share of these added up; `rest` is the most that they may share of the others. */
  #meet(own: Weighed): { met: readonly number[]; rest: number } {
    const met: number[] = []
    let rest = 0
    for (const feature of own.features) {
      const weight = this.#likeness.weightOf(feature)
      const found = this.#with.get(feature) ?? []
      if (found.length > widestFeature) rest += weight
      else {
        for (const number of found) {
          const before = this.#shared[number] ?? 0
          if (before === 0) met.push(number)
          this.#shared[number] = before + weight
        }
      }
    }
    return { met, rest }
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
