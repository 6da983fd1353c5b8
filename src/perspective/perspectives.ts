import type { ArticleId } from '../article/article.ts'
import type { Fact } from '../fact/facts.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { type Voice, voicesOf } from '../fact/voices.ts'
import { type AbsentFact, absentFacts, absentVoices, mentions } from './absences.ts'
import { type Group, groupsOf } from './groups.ts'
import { openingNames } from './openings.ts'
import { ownLead, ownSentences, usedOpening } from './own-sentences.ts'
import { ownWordsOf, type Vocabulary, vocabularyOf, type WordUse } from './word-use.ts'

/** What is found of one group of a story: values to be worded by the bundle, nothing that readers see yet. */
export interface Standpoint extends Group {
  readonly others: readonly Reading[]
  readonly lead: Statement | null
  /** An opening of a member that stands elsewhere in the bundle. */
  readonly usedOpening: Statement | null
  /** Names that stand in the members' titles or opening sentences, and hardly in the others'. */
  readonly openingNames: readonly WordUse[]
  readonly ownWords: readonly WordUse[]
  /** Voices that members quote and that no other article so much as names. */
  readonly ownVoices: readonly Voice[]
  readonly absentFacts: readonly AbsentFact[]
  readonly absentVoices: readonly Voice[]
  readonly quotations: readonly Statement[]
}

/**
 * A story's articles → its groups, each with what it says in its own way and what it leaves out. Sentences that are
 * `used` elsewhere in the bundle are not shown again.
 */
export function standpointsOf(
  readings: readonly Reading[],
  facts: readonly Fact[],
  used: readonly Statement[],
): readonly Standpoint[] {
  const voices = voicesOf(readings)
  const vocabularies = new Map(readings.map((reading) => [reading.article.id, vocabularyOf(reading)]))
  const shown = [...used]
  return groupsOf(readings).map((group) => {
    const others = readings.filter((reading) => !group.members.includes(reading))
    const standpoint = standpointOf(group, others, facts, voices, vocabularies, shown)
    shown.push(...standpoint.quotations, ...(standpoint.lead === null ? [] : [standpoint.lead]))
    return standpoint
  })
}

function standpointOf(
  group: Group,
  others: readonly Reading[],
  facts: readonly Fact[],
  voices: readonly Voice[],
  vocabularies: ReadonlyMap<ArticleId, Vocabulary>,
  used: readonly Statement[],
): Standpoint {
  const vocabularyOfAll = (readings: readonly Reading[]) =>
    readings.flatMap(({ article }) => vocabularies.get(article.id) ?? [])
  const lead = ownLead(group.members, others, used)
  return {
    ...group,
    others,
    lead,
    usedOpening: usedOpening(group.members, used),
    openingNames: openingNames(group.members, others),
    ownWords: ownWordsOf(vocabularyOfAll(group.members), vocabularyOfAll(others)),
    ownVoices: others.length === 0 ? [] : voices.filter((voice) => isOwnVoice(voice, group.members, others)),
    absentFacts: absentFacts(facts, group.members, others),
    absentVoices: absentVoices(voices, group.members),
    quotations: ownSentences(group.members, others, lead === null ? used : [...used, lead]),
  }
}

function isOwnVoice(voice: Voice, members: readonly Reading[], others: readonly Reading[]): boolean {
  const quoting = members.some((member) => voice.articles.includes(member.article.id))
  return quoting && !others.some((other) => mentions(other, voice))
}
