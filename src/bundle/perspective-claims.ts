import { outletName } from '../article/outlet-name.ts'
import type { Statement } from '../fact/readings.ts'
import type { Standpoint } from '../perspective/perspectives.ts'
import { blindSpotOf } from './blind-spot-claims.ts'
import { computed, evidenceOf, quoted, readable } from './claims.ts'
import type { Claim, Perspective } from './document.ts'
import { capitalised } from './english.ts'
import { framingOf } from './framing-claims.ts'

/** What was found of a group, worded: every sentence a claim. */
export function perspectiveOf(standpoint: Standpoint, headline: string): Perspective {
  return {
    label: standpoint.label,
    reason: standpoint.reason,
    members: standpoint.members.map((member) => member.article.id),
    owners: standpoint.owners,
    framing: framingOf(standpoint, headline),
    blindSpot: blindSpotOf(standpoint),
    quotations: [
      ...standpoint.quotations.map((statement) => quoted(statement)),
      ...standpoint.writing.flatMap((statement) => writingClaim(statement, standpoint)),
    ],
  }
}

function writingClaim(statement: Statement, { members }: Standpoint): Claim[] {
  const source = members.find(({ article }) => article.id === statement.article)?.article.source
  if (source === undefined) return []
  const text = `${capitalised(outletName(source))} writes: “${readable(statement.sentence.text)}”`
  return [computed(text, 'own-sentence', [source.name], [evidenceOf(statement)])]
}
