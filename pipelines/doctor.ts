import { type FeedHealth, healthOf } from '../src/feed/health.ts'
import { treatmentOf } from '../src/feed/treatment.ts'
import type { Clock } from '../src/outside/ports.ts'
import { logChanges } from '../src/store/change-log.ts'
import type { Database } from '../src/store/database.ts'
import { decideFeed, type FeedRow } from '../src/store/feed-health.ts'
import { adoptAddress } from '../src/store/feeds.ts'
import { type RunOptions, silent } from './progress.ts'
import { type SeekingParts, seekSuccessor } from './successor.ts'

export interface DoctorParts extends SeekingParts {
  readonly clock: Clock
}

export type Proposal =
  | { readonly kind: 'adopt-redirect' | 'replace'; readonly url: string; readonly why: string }
  | { readonly kind: 'slow-down'; readonly leastMinutes: number; readonly why: string }
  | { readonly kind: 'stop'; readonly why: string }

export interface Finding {
  readonly feed: FeedRow
  readonly health: FeedHealth
  /** Null where nothing can be done but wait. */
  readonly proposal: Proposal | null
  readonly applied: boolean
}

/** feeds that are not well → what could be done, looked up at their home pages → done, if `apply` says so */
export async function doctor(
  parts: DoctorParts,
  feeds: readonly FeedRow[],
  options: Pick<RunOptions, 'progress' | 'signal'> & { readonly apply: boolean; readonly actor: string },
): Promise<Finding[]> {
  const { progress = silent, signal = new AbortController().signal, apply, actor } = options
  const now = parts.clock.now()
  const unwell = feeds.map((feed) => ({ feed, health: healthOf(feed.facts, now) })).filter(isUnwell)
  const findings: Finding[] = []
  for (const { feed, health } of unwell) {
    if (signal.aborted) break
    progress({ done: findings.length, total: unwell.length, note: feed.url })
    const proposal = await proposalFor(parts, feed, signal)
    if (proposal !== null && apply) await carryOut(parts.db, feed, proposal, { actor, now })
    findings.push({ feed, health, proposal, applied: proposal !== null && apply })
  }
  return findings
}

// Of a paused one nobody knows how it would do.
const isUnwell = ({ feed, health }: { feed: FeedRow; health: FeedHealth }) =>
  feed.pause === null && health.state !== 'healthy'

async function proposalFor(parts: DoctorParts, feed: FeedRow, signal: AbortSignal): Promise<Proposal | null> {
  const treatment = treatmentOf(feed.facts, feed.leastMinutes)
  switch (treatment.kind) {
    case 'none':
      return null
    case 'adopt':
      return { kind: 'adopt-redirect', url: treatment.url, why: 'its server says that it moved there for good' }
    case 'slow-down':
      return { ...treatment, why: 'its server asks for fewer requests' }
    case 'look-for-successor': {
      const sought = await seekSuccessor(parts, feed, signal)
      if (sought.kind === 'found')
        return { kind: 'replace', url: sought.url, why: 'the home page names it, and it is a feed' }
      return treatment.otherwise === 'stop' ? { kind: 'stop', why: 'gone' } : null
    }
  }
}

async function carryOut(
  db: Database,
  feed: FeedRow,
  proposal: Proposal,
  { actor, now }: { actor: string; now: Date },
): Promise<void> {
  if (proposal.kind === 'stop' || proposal.kind === 'slow-down')
    return decideFeed(db, feed.id, proposal, { actor, now })
  await db.transaction(async (tx) => {
    const why = proposal.kind === 'replace' ? 'home-page' : 'redirect'
    const outcome = await adoptAddress(tx, feed.id, { url: proposal.url, why, now })
    const details = { from: feed.url, to: proposal.url }
    const kind = outcome === 'adopted' ? 'moved' : 'stopped'
    await logChanges(tx, [{ at: now, actor, kind, subject: 'feed', subjectId: feed.id, details }])
  })
}
