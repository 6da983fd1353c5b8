import { outletName } from '../article/outlet-name.ts'
import type { Voice } from '../fact/voices.ts'
import type { AbsentFact, AbsentFigure } from '../perspective/absences.ts'
import type { LoadedShare } from '../perspective/loadedness.ts'
import type { Standpoint } from '../perspective/perspectives.ts'
import { articlesOf, computed, evidenceOf, readable } from './claims.ts'
import type { Claim } from './document.ts'
import { capitalised, inWords } from './english.ts'

const mostFacts = 2

/** What two independent reports elsewhere have and the group has nowhere: facts, else a number, and a voice. Mostly nothing. */
export function blindSpotOf(standpoint: Standpoint): Claim[] {
  const facts = standpoint.absentFacts.slice(0, mostFacts)
  return [
    ...facts.map((fact) => factClaim(fact, standpoint)),
    ...standpoint.absentFigures.slice(0, facts.length === 0 ? 1 : 0).map((figure) => figureClaim(figure, standpoint)),
    ...loadedClaim(standpoint),
    ...standpoint.absentVoices.slice(0, 1).map((voice) => voiceClaim(voice, standpoint)),
  ]
}

function factClaim({ shown, statements }: AbsentFact, standpoint: Standpoint): Claim {
  const { members } = standpoint
  const text = `${reporting(statements.length)} carry ${leftOutBy(standpoint)}: “${readable(shown.sentence.text)}”`
  return computed(text, 'absent-facts', [], [...statements.map(evidenceOf), ...articlesOf(members)])
}

/** The number is what the reports share, the sentence around it is one report's. */
function figureClaim({ text: figure, shown, statements }: AbsentFigure, { members, others }: Standpoint): Claim {
  const nowhere =
    members.length === 1 ? 'this one does not' : members.length === 2 ? 'neither of these does' : 'none of these does'
  const source = others.find(({ article }) => article.id === shown.article)?.article.source
  const writer = source === undefined ? 'one of them' : outletName(source)
  const words = readable(shown.sentence.text)
  const text = `${reporting(statements.length)} give a figure of ${figure} and ${nowhere}; ${writer} writes: “${words}”`
  return computed(text, 'absent-figures', [figure], [...statements.map(evidenceOf), ...articlesOf(members)])
}

/** How loaded the group's language is against the story's mean. */
function loadedClaim({ loadedness, members, others }: Standpoint): Claim[] {
  if (loadedness === null) return []
  const { members: own, story } = loadedness
  const perHundred = ({ loaded, words }: LoadedShare) => ((100 * loaded) / words).toFixed(1)
  const here = members.length === 1 ? 'this article has' : `these ${inWords(members.length)} articles have`
  const text = `In its outlet’s own words ${here} ${perHundred(own)} loaded words in a hundred; the story as a whole has ${perHundred(story)}.`
  const counts = [own, story].map(({ loaded, words }) => `${loaded} of ${words}`)
  const plural = members.length === 1 ? text : text.replace('its outlet’s', 'their outlets’')
  return [computed(plural, 'loaded-share', counts, articlesOf([...members, ...others]))]
}

function voiceClaim(voice: Voice, { members }: Standpoint): Claim {
  const where = members.length === 1 ? 'this article' : 'these articles'
  const text = `${voice.name}, whom ${inWords(voice.owners)} independent reports quote, is not mentioned in ${where}.`
  const evidence = voice.articles.flatMap((id) =>
    voice.statements
      .filter((one) => one.article === id)
      .slice(0, 1)
      .map(evidenceOf),
  )
  return computed(text, 'absent-voices', [voice.name], [...evidence, ...articlesOf(members)])
}

function reporting(count: number): string {
  return `${capitalised(inWords(count))} independent reports`
}

function leftOutBy({ members }: Standpoint): string {
  if (members.length === 1) return 'what this one leaves out'
  return members.length === 2 ? 'what neither of these does' : `what none of these ${inWords(members.length)} does`
}
