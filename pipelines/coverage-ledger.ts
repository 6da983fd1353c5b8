import { mayTell } from '../src/bundle/may-tell.ts'
import { type Standing, standingOfSource } from '../src/leaning/base-rate.ts'
import { type Leaning, type Side, sideOf } from '../src/source/leaning.ts'
import type { SourceId } from '../src/source/source.ts'
import { articleFrom } from '../src/store/article-rows.ts'
import {
  bundleOfStory,
  type DroppedPage,
  droppedBetween,
  type PagesOfSource,
  pagesBetween,
} from '../src/store/coverage-ledger.ts'
import type { Database } from '../src/store/database.ts'
import { resolveStory } from '../src/store/locked-stories.ts'
import { type ShownMember, shownMembers } from '../src/store/shown-stories.ts'
import { articlesOfStory } from '../src/store/stories.ts'
import { type Polled, pollsBetween } from '../src/store/watched-sources.ts'
import type { StoryId } from '../src/story/story.ts'
import { watching } from './watch-coverage.ts'

/** A source, what it did with the story, and from what that is known. */
export interface LedgerSource {
  readonly id: SourceId
  readonly leaning: Leaning
  readonly standing: Standing
  readonly polls: Omit<Polled, 'sourceId'> | null
  readonly pages: Omit<PagesOfSource, 'sourceId'> | null
}

/** What was fetched, extracted, grouped and dropped while a story ran, and why. */
export interface CoverageLedger {
  readonly story: StoryId
  readonly section: string
  readonly from: Date
  readonly to: Date
  readonly members: readonly ShownMember[]
  readonly sources: readonly LedgerSource[]
  /** Sources by side and by what they did. */
  readonly counts: Readonly<Record<Side, Readonly<Record<Standing, number>>>>
  /** Pages that were rejected and, by their titles, may have told of it. */
  readonly dropped: readonly DroppedPage[]
  readonly bundle: {
    readonly id: string
    readonly version: number
    readonly state: string
    /** Claims that the verifier refused, by reason. */
    readonly refused: Readonly<Record<string, number>>
  } | null
}

/** a story → who carried it, who did not, who could not be read, and what became of every page meanwhile; writes nothing */
export async function coverageLedger(db: Database, asked: StoryId, now: Date): Promise<CoverageLedger | null> {
  const id = await resolveStory(db, asked)
  if (id === null) return null
  const rows = await articlesOfStory(db, id)
  const articles = rows.map((row) => articleFrom(row, 'unknown'))
  const { sources: watched, from, to, section } = await (await watching(db, now)).over(articles, rows)
  // What was found before the first hour was announced, too.
  const since = new Date(Math.min(from.getTime(), ...rows.map(({ discoveredAt }) => discoveredAt.getTime())))
  const [pages, polls] = [await pagesBetween(db, id, since, to), await pollsBetween(db, from, to)]
  const members = await shownMembers(db, id)
  const covering = new Set(rows.map(({ sourceId }) => sourceId))
  const sources = watched.map((source) => ({
    ...{ id: source.id, leaning: source.leaning, standing: standingOfSource(source, covering) },
    polls: withoutId(polls.find(({ sourceId }) => sourceId === source.id)),
    pages: withoutId(pages.find(({ sourceId }) => sourceId === source.id)),
  }))
  const tells = mayTell(articles)
  const dropped = (await droppedBetween(db, since, to)).filter(({ title }) => tells(title))
  const bundle = await bundleOfStory(db, id)
  return {
    ...{ story: id, section, from, to, members, sources, counts: countsOf(sources), dropped },
    bundle: bundle && {
      ...{ id: bundle.id, version: bundle.version, state: bundle.state, refused: bundle.document.dropped },
    },
  }
}

function withoutId<Row extends { readonly sourceId: SourceId }>(row: Row | undefined): Omit<Row, 'sourceId'> | null {
  if (row === undefined) return null
  const { sourceId: _, ...rest } = row
  return rest
}

function countsOf(sources: readonly LedgerSource[]): CoverageLedger['counts'] {
  const of = (side: Side) => {
    const own = sources.filter(({ leaning }) => sideOf(leaning) === side)
    const count = (standing: Standing) => own.filter((one) => one.standing === standing).length
    return {
      covering: count('covering'),
      silent: count('silent'),
      unread: count('unread'),
      elsewhere: count('elsewhere'),
    }
  }
  return { left: of('left'), center: of('center'), right: of('right'), unknown: of('unknown') }
}
