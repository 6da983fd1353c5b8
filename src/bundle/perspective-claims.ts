import type { Standpoint } from '../perspective/perspectives.ts'
import { blindSpotOf } from './blind-spot-claims.ts'
import { quoted } from './claims.ts'
import type { Perspective } from './document.ts'
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
    quotations: standpoint.quotations.map((statement) => quoted(statement)),
  }
}
