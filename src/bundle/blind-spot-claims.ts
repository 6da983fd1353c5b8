import type { Voice } from '../fact/voices.ts'
import type { Standpoint } from '../perspective/perspectives.ts'
import { articlesOf, computed, evidenceOf, readable } from './claims.ts'
import type { Claim } from './document.ts'
import { capitalised, inWords, shareOf } from './english.ts'

const mostAbsentFacts = 2

/** What others report and the group does not, whom it leaves out, how much of it is opinion. */
export function blindSpotOf(standpoint: Standpoint): Claim[] {
  return [
    ...standpoint.absentFacts.slice(0, mostAbsentFacts).map((fact) => {
      const text = `${reporting(fact.owners)} ${leftOutBy(standpoint)}: “${readable(fact.shown.sentence.text)}”`
      const shownFirst = [fact.shown, ...fact.statements.filter((one) => one !== fact.shown)]
      return computed(text, 'absent-facts', [], [...shownFirst.map(evidenceOf), ...articlesOf(standpoint.members)])
    }),
    ...standpoint.absentVoices.slice(0, 1).map((voice) => absentVoiceClaim(voice, standpoint)),
    ...opinionClaim(standpoint),
  ]
}

function absentVoiceClaim(voice: Voice, { members }: Standpoint): Claim {
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

function opinionClaim({ members }: Standpoint): Claim[] {
  const opinions = members.filter((member) => member.isOpinion).length
  if (opinions === 0) return []
  const text =
    members.length === 1
      ? 'The one article here is an opinion piece.'
      : `${capitalised(shareOf(opinions, members.length))} ${opinions === 1 ? 'is an opinion piece' : 'are opinion pieces'}.`
  return [computed(text, 'opinion-share', [], articlesOf(members))]
}

function reporting(count: number): string {
  return count === 1 ? 'Another report carries' : `${capitalised(inWords(count))} independent reports carry`
}

function leftOutBy({ members }: Standpoint): string {
  if (members.length === 1) return 'what this one leaves out'
  return members.length === 2 ? 'what neither of these does' : `what none of these ${inWords(members.length)} does`
}
