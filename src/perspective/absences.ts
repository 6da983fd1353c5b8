import type { Fact } from '../fact/facts.ts'
import { matterOf, shareBorneOut } from '../fact/matter.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { stemsIn } from '../fact/stems.ts'
import type { Voice } from '../fact/voices.ts'

/** A fact that others carry and none of the group's articles does, with the sentence to show it by. */
export interface AbsentFact {
  readonly shown: Statement
  readonly statements: readonly Statement[]
  /** Independent pieces of reporting that say what is shown: a reprint is not another one. */
  readonly owners: number
}

/** Words of a statement that may also stand in one sentence of an article which does not state it. */
const sharedByChance = 0.25
/** Share of the shown words that another report's sentence has where both say the same. */
const sharedByBoth = 0.6
const sharedWithFigure = 0.3

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
    const found = bestShown(fact, others)
    if (found === undefined || members.some((member) => touches(member, found.shown))) continue
    absent.push(found)
  }
  return absent
}

/** The shortest sentence that another owner's sentence bears out; whose sentence does not is not counted. */
function bestShown(fact: Fact, others: readonly Reading[]): AbsentFact | undefined {
  const groups = new Map(others.map((other) => [other.article.id, other.group]))
  return fact.statements
    .filter((one) => isShowable(one, others))
    .sort(byLength)
    .map((shown) => {
      const statements = fact.statements.filter((one) => one === shown || bearsOut(one, shown))
      return { shown, statements, owners: new Set(statements.map((one) => groups.get(one.article))).size }
    })
    .find(({ owners }) => owners >= 2)
}

/** Most of its words, or one of its figures and some of its words: "6,300 households" in a sentence of another shape. */
function bearsOut(one: Statement, shown: Statement): boolean {
  const share = shareBorneOut(shown, one)
  const figures = new Set(one.mentions.figures.filter(isTelling).map(({ value }) => value))
  const sameFigure = shown.mentions.figures.some((figure) => isTelling(figure) && figures.has(figure.value))
  return share >= (sameFigure ? sharedWithFigure : sharedByBoth)
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

/** Does the article come near the statement: one of its figures, some of its words in one sentence, or most anywhere? */
function touches(reading: Reading, shown: Statement): boolean {
  const figures = new Set(shown.mentions.figures.filter(isTelling).map((figure) => figure.value))
  const matter = matterOf(shown)
  const isNear = (stems: ReadonlySet<string>) =>
    matter.filter((stem) => stems.has(stem)).length > Math.max(1, matter.length * sharedByChance)
  const anywhere = stemsIn(`${reading.article.title}\n${reading.article.text}`)
  return (
    matter.filter((stem) => anywhere.has(stem)).length >= matter.length * 0.6 ||
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
