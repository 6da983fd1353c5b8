import pLimit from 'p-limit'
import type { Article } from '../src/article/article.ts'
import { claimsOf } from '../src/bundle/claims-of.ts'
import { archiveOf, composeWithDossier } from '../src/bundle/compose.ts'
import type { LinkTemplate } from '../src/bundle/go-deeper.ts'
import { verifyBundle } from '../src/bundle/verify.ts'
import type { SideStates } from '../src/leaning/coverage.ts'
import { sideStatesOf } from '../src/leaning/side-states.ts'
import type { Clock } from '../src/outside/ports.ts'
import type { Leaning } from '../src/source/leaning.ts'
import { isOpinionPage, type RatedSource, type SourceLeaning, sourceLeaning } from '../src/source/leaning-of-page.ts'
import type { SourceId } from '../src/source/source.ts'
import { type ArticleRow, articleFrom } from '../src/store/article-rows.ts'
import { countToBundle, type DueStory, saveBundle, storiesToBundle } from '../src/store/bundles.ts'
import type { Database } from '../src/store/database.ts'
import { ratedSources } from '../src/store/ratings.ts'
import { feedHealthBySource } from '../src/store/sources.ts'
import { articlesOfStory } from '../src/store/stories.ts'
import { type RunOptions, silent } from './progress.ts'
import { readChapters } from './read-chapters.ts'
import { type Watching, watching } from './watch-coverage.ts'
import {
  type ModelCounts,
  type ModelWriting,
  modelCounts,
  type WrittenBundle,
  writtenByModel,
} from './write-by-model.ts'

export interface BundleOptions extends RunOptions {
  /** Stories of fewer sources are kept, and get no bundle until another source joins. */
  readonly minSources: number
  readonly publish: 'auto' | 'reviewed'
  readonly goDeeper: readonly LinkTemplate[]
  /** Who writes instead of the extractive writer where what is written holds. */
  readonly writing?: ModelWriting | null
}

export interface BundleCounts {
  created: number
  updated: number
  /** Bundles of changed stories that read as before: no new version. */
  unchanged: number
  claims: number
  /** Claims that the verifier refused, by reason. */
  refused: Record<string, number>
  /** What the model did; all zero without one. */
  model: ModelCounts
}

/** Stories that a model is asked about at a time: it takes seconds to answer. */
const MODEL_STORIES = 4
const BATCH = 100
const WRITER = 'extractive-1'

/** changed stories → perspectives → claims → a new version of their bundles */
export async function bundle(
  { db, clock }: { db: Database; clock: Clock },
  options: BundleOptions,
): Promise<BundleCounts> {
  const { progress = silent, signal, minSources } = options
  const counts: BundleCounts = { created: 0, updated: 0, unchanged: 0, claims: 0, refused: {}, model: modelCounts() }
  const sides = await sideStates(db, clock.now())
  const watch = await watching(db, clock.now())
  const total = await countToBundle(db, minSources)
  progress({ done: 0, total })
  let after: DueStory | undefined
  let done = 0
  for (;;) {
    const batch = await storiesToBundle(db, { minSources, limit: BATCH, after: after?.id })
    const turns = pLimit(options.writing ? MODEL_STORIES : 1)
    let failed = false
    const written = await Promise.allSettled(
      batch.map((story) =>
        turns(async () => {
          // Nothing is begun after a failure, and what was begun ends before it is told: the lock goes with it.
          if (signal?.aborted || failed) return
          try {
            await writeOne({ db, clock }, story, { ...options, sides, watch, now: clock.now() }, counts)
          } catch (error) {
            failed = true
            throw error
          }
          done += 1
          progress({ done, total: Math.max(total, done) })
        }),
      ),
    )
    for (const one of written) if (one.status === 'rejected') throw one.reason
    if (signal?.aborted) return counts
    after = batch.at(-1)
    if (!after) return counts
  }
}

interface Writing extends BundleOptions {
  readonly sides: SideStates
  readonly watch: Watching
  readonly now: Date
}

async function writeOne(
  parts: { readonly db: Database; readonly clock: Clock },
  story: DueStory,
  writing: Writing,
  counts: BundleCounts,
): Promise<void> {
  const { sides, goDeeper, publish, now } = writing
  const { db } = parts
  const rows = await articlesOfStory(db, story.id)
  const chapters = await readChapters(db, story.id)
  const allRows = [...rows, ...chapters.flatMap((one) => one.rows)]
  const rated = await ratedSources(db, [...new Set(allRows.map((row) => row.sourceId))])
  const bySource = new Map([...rated].map(([id, source]) => [id, sourceLeaning(source, now)]))
  const opinionArticles = new Set(allRows.filter((row) => standsInOpinion(row, rated)).map(({ id }) => id))
  const asArticle = (row: ArticleRow) => articleFrom(row, leaningFor(row, bySource, opinionArticles))
  const articles = rows.map(asArticle)
  const leanings = { bySource, opinionArticles }
  const versions = new Map(allRows.map(({ id, version }) => [id, version]))
  const earlier = chapters.map(({ chapter, rows: read }) => ({ ...chapter, articles: read.map(asArticle) }))
  const draft = composeWithDossier(
    { id: story.id, articles },
    { sides, goDeeper, leanings, versions, earlier, watch: await writing.watch.over(articles, rows) },
  )
  const { document, background } = await asWritten(
    parts,
    draft,
    { articles, archive: archiveOf({ earlier }) },
    writing,
    counts,
  )
  // Stopped while the model was asked: the next run writes it.
  if (writing.signal?.aborted && writing.writing) return
  const { outcome } = await saveBundle(db, {
    ...{ story, document, background, versions, publish: publish === 'auto', now },
    writer: document.writer === undefined ? WRITER : `model ${document.writer.model}`,
  })
  counts[outcome] += 1
  if (outcome === 'unchanged') return
  counts.claims += claimsOf(document).length
  for (const [reason, count] of Object.entries(document.dropped))
    counts.refused[reason] = (counts.refused[reason] ?? 0) + count
}

/** With what the model wrote, if one does; whoever wrote it, what comes out was verified. */
async function asWritten(
  parts: { readonly db: Database; readonly clock: Clock },
  draft: ReturnType<typeof composeWithDossier>,
  { articles, archive }: { readonly articles: readonly Article[]; readonly archive: readonly Article[] },
  { writing, signal }: Writing,
  counts: BundleCounts,
): Promise<WrittenBundle> {
  if (!writing) return { document: draft.document }
  const written = await writtenByModel(parts, draft, writing, counts.model, signal)
  if (written.document === draft.document) return written
  return { ...written, document: verifyBundle(written.document, articles, archive).document }
}

function standsInOpinion(row: ArticleRow, rated: ReadonlyMap<SourceId, RatedSource>): boolean {
  const source = rated.get(row.sourceId)
  return source !== undefined && isOpinionPage(row, source.opinion)
}

/** That of its outlet, or of its outlet's opinion pages where it stands on them and they are rated. */
function leaningFor(
  { id, sourceId }: ArticleRow,
  bySource: ReadonlyMap<SourceId, SourceLeaning>,
  opinionArticles: ReadonlySet<string>,
): Leaning {
  const leanings = bySource.get(sourceId)
  const used = opinionArticles.has(id) ? (leanings?.opinion ?? leanings?.news) : leanings?.news
  return used?.leaning ?? 'unknown'
}

async function sideStates(db: Database, now: Date): Promise<SideStates> {
  const health = await feedHealthBySource(db)
  const rated = await ratedSources(
    db,
    health.map(({ sourceId }) => sourceId),
  )
  const leaningOf = (id: SourceId) => {
    const source = rated.get(id)
    return source === undefined ? 'unknown' : sourceLeaning(source, now).news.leaning
  }
  return sideStatesOf(health.map(({ sourceId, answering }) => ({ answering, leaning: leaningOf(sourceId) })))
}
