import { claimsOf } from '../src/bundle/claims-of.ts'
import { composeBundle } from '../src/bundle/compose.ts'
import type { LinkTemplate } from '../src/bundle/go-deeper.ts'
import type { SideStates } from '../src/leaning/coverage.ts'
import { sideStatesOf } from '../src/leaning/side-states.ts'
import type { Clock } from '../src/outside/ports.ts'
import { currentLeaning } from '../src/source/current-leaning.ts'
import type { Leaning } from '../src/source/leaning.ts'
import type { SourceId } from '../src/source/source.ts'
import { articleFrom } from '../src/store/article-rows.ts'
import { countToBundle, type DueStory, saveBundle, storiesToBundle } from '../src/store/bundles.ts'
import type { Database } from '../src/store/database.ts'
import { ratingsOf } from '../src/store/ratings.ts'
import { feedHealthBySource } from '../src/store/sources.ts'
import { articlesOfStory } from '../src/store/stories.ts'
import { type RunOptions, silent } from './progress.ts'

export interface BundleOptions extends RunOptions {
  /** Stories of fewer sources are kept, and get no bundle until another source joins. */
  readonly minSources: number
  readonly publish: 'auto' | 'reviewed'
  readonly goDeeper: readonly LinkTemplate[]
}

export interface BundleCounts {
  created: number
  updated: number
  claims: number
  /** Claims that the verifier refused, by reason. */
  refused: Record<string, number>
}

const BATCH = 100
const WRITER = 'extractive-1'

/** changed stories → perspectives → claims → a new version of their bundles */
export async function bundle(
  { db, clock }: { db: Database; clock: Clock },
  options: BundleOptions,
): Promise<BundleCounts> {
  const { progress = silent, signal, minSources } = options
  const counts: BundleCounts = { created: 0, updated: 0, claims: 0, refused: {} }
  const sides = await sideStates(db, clock.now())
  const total = await countToBundle(db, minSources)
  progress({ done: 0, total })
  let after: DueStory | undefined
  let done = 0
  for (;;) {
    const batch = await storiesToBundle(db, { minSources, limit: BATCH, after: after?.id })
    for (const story of batch) {
      if (signal?.aborted) return counts
      await writeOne(db, story, { ...options, sides, now: clock.now() }, counts)
      done += 1
      progress({ done, total: Math.max(total, done) })
    }
    after = batch.at(-1)
    if (!after) return counts
  }
}

interface Writing extends BundleOptions {
  readonly sides: SideStates
  readonly now: Date
}

async function writeOne(db: Database, story: DueStory, writing: Writing, counts: BundleCounts): Promise<void> {
  const { sides, goDeeper, publish, now } = writing
  const rows = await articlesOfStory(db, story.id)
  const leanings = await leaningsOf(db, [...new Set(rows.map((row) => row.sourceId))], now)
  const articles = rows.map((row) => articleFrom(row, leanings.get(row.sourceId) ?? 'unknown'))
  const document = composeBundle({ id: story.id, articles }, { sides, goDeeper })
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  const { version } = await saveBundle(db, {
    ...{ story, document, versions, writer: WRITER, publish: publish === 'auto', now },
  })
  counts[version === 1 ? 'created' : 'updated'] += 1
  counts.claims += claimsOf(document).length
  for (const [reason, count] of Object.entries(document.dropped))
    counts.refused[reason] = (counts.refused[reason] ?? 0) + count
}

/** The leanings that hold at `now`, by the rule of src/source/current-leaning.ts. */
async function leaningsOf(db: Database, ids: readonly SourceId[], now: Date): Promise<Map<SourceId, Leaning>> {
  const ratings = await ratingsOf(db, ids)
  return new Map(ids.map((id) => [id, currentLeaning(ratings.get(id) ?? [], now).leaning]))
}

async function sideStates(db: Database, now: Date): Promise<SideStates> {
  const health = await feedHealthBySource(db)
  const leanings = await leaningsOf(
    db,
    health.map(({ sourceId }) => sourceId),
    now,
  )
  return sideStatesOf(
    health.map(({ sourceId, answering }) => ({ answering, leaning: leanings.get(sourceId) ?? 'unknown' })),
  )
}
