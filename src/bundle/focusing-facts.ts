import type { ArticleId } from '../article/article.ts'
import type { Fact } from '../fact/facts.ts'
import type { Mentions } from '../fact/mentions.ts'
import type { Point } from '../fact/points.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { type FullNames, fullNamesOf } from '../fact/voices.ts'
import type { Shares } from './centrality.ts'
import { giversIn, type RankedFact, ranked, sharedIn, surnameAlone } from './rank-facts.ts'
import { addsNothing, newShare, repeats } from './repeats.ts'

/** A fact with the sentence that states it best and sentences of other reports that state the same. */
export interface FocusingFact {
  readonly statement: Statement
  readonly corroboration: readonly Statement[]
}

const most = 3
/** What a fact loses when everything it says was said before it. */
const staleness = 1.5

/** What a story's facts are chosen among. */
export interface FactGround {
  readonly readings: readonly Reading[]
  readonly shares: Shares
  readonly points: readonly Point[]
  /** What stands above the facts: the headline and the lede's statements. */
  readonly said: readonly Mentions[]
  readonly fullNames?: FullNames
}

/** Three facts: specific, corroborated, understood alone, unlike each other and unlike what was said already. */
export function focusingFacts(
  facts: readonly Fact[],
  { readings, shares, points, said, fullNames = fullNamesOf(readings) }: FactGround,
): readonly FocusingFact[] {
  const by = new Map(readings.map((reading): [ArticleId, Reading] => [reading.article.id, reading]))
  const above = new Set(said.flatMap((one) => [...one.stems]))
  const shared = sharedIn(points, new Set(said))
  const ground = { readings: by, shares, fullNames, above, givers: giversIn(readings), shared }
  const isSaid = ({ statement }: RankedFact) => said.some((one) => addsNothing(statement.mentions, one))
  let left = facts.flatMap((fact) => ranked(fact, ground)).filter((one) => !isSaid(one))
  const chosen: RankedFact[] = []
  while (chosen.length < most) {
    const told = chosen.map(({ statement }) => statement.mentions)
    left = left.filter(({ statement }) => !told.some((other) => repeats(statement.mentions, other)))
    const next = bestOf(left, [...said, ...told])
    if (next === undefined) break
    chosen.push(next)
  }
  return introducedFirst(chosen, fullNames)
}

function bestOf(left: readonly RankedFact[], before: readonly Mentions[]): RankedFact | undefined {
  const worth = ({ score, statement }: RankedFact) => score + staleness * newShare(statement.mentions, before)
  return left.reduce<RankedFact | undefined>((best, one) => {
    if (best === undefined || one.tier < best.tier) return one
    return one.tier === best.tier && worth(one) > worth(best) ? one : best
  }, undefined)
}

/** "Kallas said" comes after "harbour master Edith Kallas"; otherwise the best stays first. */
function introducedFirst(facts: readonly FocusingFact[], fullNames: ReadonlyMap<string, string>): FocusingFact[] {
  const loose = (fact: FocusingFact) => surnameAlone(fact.statement, fullNames)
  return [...facts.filter((fact) => !loose(fact)), ...facts.filter(loose)]
}
