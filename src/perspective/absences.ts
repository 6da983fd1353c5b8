import type { Fact } from '../fact/facts.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { stemsIn } from '../fact/stems.ts'
import type { Voice } from '../fact/voices.ts'

/** A fact that others carry and none of the group's articles does, with the sentence to show it by. */
export interface AbsentFact {
  readonly shown: Statement
  readonly statements: readonly Statement[]
  /** Independent pieces of reporting that carry it: a reprint is not another one. */
  readonly owners: number
}

/** Words of a statement that may also stand in one sentence of an article which does not state it. */
const sharedByChance = 0.25

/** Facts with two independent owners elsewhere that no member carries or comes near. */
export function absentFacts(
  facts: readonly Fact[],
  members: readonly Reading[],
  others: readonly Reading[],
): readonly AbsentFact[] {
  const carriedByMember = new Set(members.map((member) => member.article.id))
  const absent: AbsentFact[] = []
  for (const fact of [...facts].sort((a, b) => b.owners - a.owners)) {
    if (fact.owners < 2 || fact.carriers.some((id) => carriedByMember.has(id))) continue
    const shown = fact.statements.filter((one) => isShowable(one, others)).sort(byLength)[0]
    if (shown === undefined || members.some((member) => touches(member, shown))) continue
    absent.push({ shown, statements: fact.statements, owners: fact.owners })
  }
  return absent
}

/** Voices whom others quote and whose name no member so much as mentions. */
export function absentVoices(voices: readonly Voice[], members: readonly Reading[]): readonly Voice[] {
  return voices.filter((voice) => voice.owners >= 2 && !members.some((member) => mentions(member, voice)))
}

export function mentions({ article }: Reading, { name }: Voice): boolean {
  const last = name.split(' ').at(-1) ?? name
  return article.text.includes(last) || article.title.includes(last)
}

function isShowable({ sentence, mentions: found, flaws, article }: Statement, others: readonly Reading[]): boolean {
  const reading = others.find((other) => other.article.id === article)
  if (flaws.length > 0 || reading?.isOpinion !== false || /["“”]/.test(sentence.text)) return false
  return found.figures.length + found.names.length > 0
}

/**
 * Does the article come near the statement: one of its figures, or some of its words in one sentence? Names are left
 * out, since the same names stand in every article of a story.
 */
function touches(reading: Reading, { mentions: found }: Statement): boolean {
  const figures = new Set(found.figures.filter(isTelling).map((figure) => figure.value))
  const names = stemsIn(found.names.map((name) => name.text).join(' '))
  const matter = [...found.stems].filter((stem) => !names.has(stem))
  const isNear = (stems: ReadonlySet<string>) =>
    matter.filter((stem) => stems.has(stem)).length > Math.max(1, matter.length * sharedByChance)
  return (
    isNear(stemsIn(reading.article.title)) ||
    reading.statements.some(
      ({ mentions: own }) => isNear(own.stems) || own.figures.some((figure) => figures.has(figure.value)),
    )
  )
}

function isTelling({ sort, value }: Statement['mentions']['figures'][number]): boolean {
  return sort !== 'year' && sort !== 'day' && (Number(value) > 3 || value.includes('.'))
}

function byLength(a: Statement, b: Statement): number {
  return a.sentence.text.length - b.sentence.text.length
}
