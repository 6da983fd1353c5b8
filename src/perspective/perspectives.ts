import type { ArticleId } from '../article/article.ts'
import type { Disagreement } from '../fact/accounts.ts'
import type { Fact } from '../fact/facts.ts'
import { type Point, pointsOf } from '../fact/points.ts'
import { quotationsOf, type SharedQuotation } from '../fact/quotations.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { type FullNames, fullNamesOf, type Voice } from '../fact/voices.ts'
import {
  type AbsentFact,
  type AbsentPoint,
  absentFacts,
  absentPoints,
  absentQuotations,
  absentVoices,
  mentionedBy,
} from './absences.ts'
import { type Charge, chargedIn, chargesIn } from './charges.ts'
import { demandOf } from './demands.ts'
import type { Group } from './groups.ts'
import { type Loadedness, loadednessOf, loadedShareOf } from './loadedness.ts'
import { openingNames } from './openings.ts'
import { ownLead, ownSpeech, ownWriting, stemSharesOf } from './own-sentences.ts'
import { ownWordsOf, vocabularyOf, type WordUse, writtenWords } from './word-use.ts'

export interface Absences {
  readonly absentFacts: readonly AbsentFact[]
  readonly absentPoints: readonly AbsentPoint[]
  readonly absentVoices: readonly Voice[]
  readonly absentQuotations: readonly SharedQuotation[]
}

/** What is found of one group of a story: values to be worded by the bundle, nothing that readers see yet. */
export interface Standpoint extends Group, Absences {
  readonly others: readonly Reading[]
  /** The opening sentence that is most the group's own, unless it stands elsewhere in the bundle. */
  readonly lead: Statement | null
  /** What an opinion piece of the group asks for. */
  readonly demand: Statement | null
  /** Names that stand in the members' titles or opening sentences, and hardly in the others'. */
  readonly openingNames: readonly WordUse[]
  readonly ownWords: readonly WordUse[]
  /** Whom members quote, most quoted first. */
  readonly voices: readonly Voice[]
  /** Those of them whom no other article so much as names. */
  readonly ownVoices: readonly Voice[]
  /** Whom members blame or credit more than others do. */
  readonly charges: readonly Charge[]
  /** Where the members' language judges more than the others'. */
  readonly loadedness: Loadedness | null
  readonly quotations: readonly Statement[]
  /** Sentences of the members themselves that are most the group's own, where few are quoted. */
  readonly writing: readonly Statement[]
}

/** What was found of the story as a whole. */
interface Stated {
  readonly facts: readonly Fact[]
  readonly voices: readonly Voice[]
  readonly disagreements?: readonly Disagreement[]
  readonly points?: readonly Point[]
  readonly fullNames?: FullNames
  readonly sharedQuotations?: readonly SharedQuotation[]
}

/**
 * A story's groups → each with what it says in its own way and what it leaves out. Sentences that are
 * `used` elsewhere in the bundle are not shown again.
 */
export function standpointsOf(
  groups: readonly Group[],
  readings: readonly Reading[],
  stated: Stated,
  used: readonly Statement[],
): readonly Standpoint[] {
  const { facts, voices, disagreements = [], points = pointsOf(readings), fullNames = fullNamesOf(readings) } = stated
  const { sharedQuotations = quotationsOf(readings, fullNames) } = stated
  const disputed = giversOf(disagreements)
  const written = new Map(readings.map((reading) => [reading, writtenWords(reading)]))
  const vocabularies = eachOf(readings, (one) => vocabularyOf(one, written.get(one) ?? []))
  const shares = eachOf(readings, (one) => loadedShareOf(written.get(one) ?? []))
  const charged = eachOf(readings, chargedIn)
  const shown = [...used]
  return groups.map((group): Standpoint => {
    const { members } = group
    const isMember = new Set(members)
    const others = readings.filter((reading) => !isMember.has(reading))
    const elsewhere = stemSharesOf(others)
    const lead = ownLead(members, elsewhere, shown)
    if (lead !== null) shown.push(lead)
    const demand = demandOf(members, shown)
    if (demand !== null) shown.push(demand)
    const quotations = ownSpeech(members, elsewhere, shown, fullNames)
    shown.push(...quotations)
    const writing = ownWriting(members, elsewhere, shown, quotations)
    shown.push(...writing)
    return {
      ...group,
      others,
      lead,
      demand,
      quotations,
      writing,
      openingNames: openingNames(members, others),
      ownWords: ownWordsOf(vocabularies(members), vocabularies(others)),
      ...voicesIn(members, others, voices),
      charges: chargesIn(charged(members), charged(others), fullNames),
      loadedness: loadednessOf(shares(members), shares(others)),
      ...absencesOf(members, others, { facts, points, disputed, voices, sharedQuotations }),
    }
  })
}

interface Ground {
  readonly facts: readonly Fact[]
  readonly points: readonly Point[]
  readonly voices: readonly Voice[]
  readonly sharedQuotations: readonly SharedQuotation[]
  /** Numbers that another number for the same thing stands against, and the articles that give any of these. */
  readonly disputed: ReadonlyMap<string, ReadonlySet<ArticleId>>
}

/** Each number that is disputed → the articles that give it, or another one in its place. */
export function giversOf(disagreements: readonly Disagreement[]): ReadonlyMap<string, ReadonlySet<ArticleId>> {
  const givers = new Map<string, Set<ArticleId>>()
  for (const { accounts } of disagreements) {
    const articles = accounts.flatMap(({ quantities }) => quantities.map(({ statement }) => statement.article))
    for (const { key } of accounts) givers.set(key, new Set([...(givers.get(key) ?? []), ...articles]))
  }
  return givers
}

/** What the others have and the members leave out. */
export function absencesOf(members: readonly Reading[], others: readonly Reading[], ground: Ground): Absences {
  return {
    absentFacts: absentFacts(ground.facts, members, others),
    absentPoints: absentPoints(ground.points, members, others, ground.disputed),
    absentVoices: absentVoices(ground.voices, members),
    absentQuotations: absentQuotations(ground.sharedQuotations, ground.voices, members, others),
  }
}

function voicesIn(members: readonly Reading[], others: readonly Reading[], all: readonly Voice[]) {
  const ids = new Set(members.map(({ article }) => article.id))
  const voices = all.filter((voice) => voice.articles.some((id) => ids.has(id)))
  const isOwn = (voice: Voice) => others.length > 0 && !mentionedBy(others, voice)
  return { voices, ownVoices: voices.filter(isOwn) }
}

/** What is found of each article once, for those of a group and for the others of the same story. */
function eachOf<T>(
  readings: readonly Reading[],
  find: (reading: Reading) => T,
): (some: readonly Reading[]) => readonly T[] {
  const found = new Map(readings.map((reading) => [reading, find(reading)]))
  return (some) =>
    some.flatMap((one) => {
      const known = found.get(one)
      return known === undefined ? [] : [known]
    })
}
