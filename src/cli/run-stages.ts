import { type BundleCounts, bundle } from '../../pipelines/bundle.ts'
import { type ClusterCounts, cluster } from '../../pipelines/cluster.ts'
import { type ContinueCounts, continueStories } from '../../pipelines/continue.ts'
import { type ExtractCounts, extract } from '../../pipelines/extract.ts'
import { type IngestCounts, ingest } from '../../pipelines/ingest.ts'
import { type LinkCounts, link } from '../../pipelines/link.ts'
import { syncSources } from '../../pipelines/sync-sources.ts'
import type { ModelWriting } from '../../pipelines/write-by-model.ts'
import { defaultLinkTemplates } from '../bundle/go-deeper.ts'
import type { Config } from '../config.ts'
import type { Source } from '../source/source.ts'
import { countToExtract } from '../store/articles.ts'
import { countDueFeeds, makeAllFeedsDue } from '../store/feeds.ts'
import { type LockedPipeline, languageLock, withPipelineLock } from '../store/pipeline-lock.ts'
import { UserError } from './fail.ts'
import { visitDue } from './host-visits.ts'
import type { Outside, Stored } from './parts.ts'
import { stageProgress } from './stage-progress.ts'

export interface Running {
  readonly config: Config
  readonly stored: Stored
  readonly outside: Outside
  readonly signal: AbortSignal
  /** No progress on stderr. */
  readonly quiet?: boolean
}

/** sources.yaml → rows. */
export async function runSync(running: Running, sources: readonly Source[]) {
  return underLock(running, 'sync-sources', async () => {
    const stage = stageProgress('sources', running.quiet)
    const counts = await syncSources(running.stored.database.db, sources, running.outside.clock.now())
    stage.end(
      `${counts.sources} sources, ${counts.feeds} feeds (${counts.added} new, ${counts.changed} changed, ${counts.retired} retired)`,
    )
    return counts
  })
}

export async function runIngest(running: Running, options: { all?: boolean } = {}) {
  const { stored, outside } = running
  const { db } = stored.database
  const stage = stageProgress('ingest', running.quiet)
  if (options.all) await makeAllFeedsDue(db, outside.clock.now())
  const total = await countDueFeeds(db, outside.clock.now())
  const polling = ingest({ ...outside, db }, { total, progress: stage.progress })
  await visitDue(running, { feeds: true, pages: false }, polling)
  stage.end(ingestSummary(polling.counts))
  return polling.counts
}

export function ingestSummary({ feeds, unchanged, failed, discovered }: IngestCounts): string {
  const failures = listed(failed)
  return `${feeds} feeds polled, ${unchanged} unchanged${failures && `, failed: ${failures}`}; ${discovered} new pages`
}

export async function runExtract(running: Running) {
  const { config, stored, outside } = running
  const { db } = stored.database
  const stage = stageProgress('extract', running.quiet)
  const total = await countToExtract(db, outside.clock.now())
  const keepRawPages = config.rawPageDays > 0
  const { licensed } = config
  const extracting = extract({ ...outside, db }, { total, keepRawPages, licensed, progress: stage.progress })
  await visitDue(running, { feeds: false, pages: true }, extracting)
  stage.end(extractSummary(extracting.counts))
  return extracting.counts
}

export function extractSummary(counts: ExtractCounts): string {
  const [rejected, postponed] = [listed(counts.rejected), listed(counts.postponed)]
  return `${counts.extracted} articles${counts.corrected > 0 ? `, ${counts.corrected} corrected` : ''}${rejected && `, rejected: ${rejected}`}${postponed && `, to be tried again: ${postponed}`}`
}

export async function runCluster(running: Running) {
  const { stored, outside, signal } = running
  const parts = { ...outside, db: stored.database.db }
  const stage = stageProgress('cluster', running.quiet)
  const counts = await cluster({ ...parts, lock: languageLock(stored.url) }, { signal, progress: stage.progress })
  stage.end(clusterSummary(counts))
  if (counts.busy.length > 0)
    throw new UserError(
      `another process is grouping the articles in ${counts.busy.join(', ')} on this database: wait for it, or stop it`,
      1,
    )
  const linked = await underLock(running, 'link', () => link(parts, new Map(), { signal }))
  if (!running.quiet && linked.linked + linked.unlinked > 0)
    process.stderr.write(`${'link'.padEnd(8)} ${linkSummary(linked)}\n`)
  const continued = await underLock(running, 'continue', () => continueStories(parts, undefined, { signal }))
  if (!running.quiet && continued.continued > 0)
    process.stderr.write(`${'continue'.padEnd(8)} ${continueSummary(continued)}\n`)
  return counts
}

export function clusterSummary({ articles, opened, joined, moved }: ClusterCounts): string {
  const second = moved === 0 ? '' : `, ${moved} moved at second look`
  return `${articles} articles: ${opened} stories opened, ${joined} articles joined one${second}`
}

export function linkSummary({ linked, unlinked, undecided }: LinkCounts): string {
  return `${linked} links between stories of different languages, ${unlinked} taken back, ${undecided} left open`
}

export function continueSummary({ continued }: ContinueCounts): string {
  return `${continued} stories continue an earlier one`
}

export async function runBundle(running: Running) {
  const { config, stored, outside, signal } = running
  return underLock(running, 'bundle', async () => {
    const stage = stageProgress('bundle', running.quiet)
    const counts = await bundle(
      { db: stored.database.db, clock: outside.clock },
      {
        ...config,
        goDeeper: defaultLinkTemplates,
        writing: writingOf(config, outside),
        signal,
        progress: stage.progress,
      },
    )
    stage.end(bundleSummary(counts))
    return counts
  })
}

export function bundleSummary({ created, updated, claims, refused, model }: BundleCounts): string {
  const [refusals, failures, untrue] = [listed(refused), listed(model.failed), listed(model.refused)]
  const written = model.written > 0 ? `, ${model.written} of them by the model` : ''
  const held = model.held > 0 ? `; ${model.held} sentences of background held for an editor` : ''
  const replaced = untrue && `; sentences of the model replaced: ${untrue}`
  const silent = failures && `; bundles without the model: ${failures}`
  return `${created} bundles written, ${updated} updated, ${claims} claims${written}${refusals && `, refused: ${refusals}`}${held}${replaced}${silent}`
}

/** Which model writes, as configured. */
export function writingOf({ model: configured }: Config, { model, log }: Outside): ModelWriting | null {
  if (configured === null || model === null) return null
  const { background, tokensADay } = configured
  return { model, log, background, tokensADay }
}

/** feeds → articles → stories → bundles, once. Rejects with an AbortError where ctrl-C came before the end. */
export async function runAll(running: Running, options: { all?: boolean } = {}) {
  const { signal } = running
  const unlessAborted = async <T>(counts: Promise<T>): Promise<T> => {
    const counted = await counts
    signal.throwIfAborted()
    return counted
  }
  return {
    ingest: await unlessAborted(runIngest(running, options)),
    extract: await unlessAborted(runExtract(running)),
    cluster: await unlessAborted(runCluster(running)),
    bundle: await unlessAborted(runBundle(running)),
  }
}

async function underLock<T>({ stored }: Running, pipeline: LockedPipeline, work: () => Promise<T>): Promise<T> {
  const outcome = await withPipelineLock(stored.url, pipeline, work)
  if (outcome.kind === 'done') return outcome.result
  throw new UserError(`another process is running ${pipeline} on this database: wait for it, or stop it`, 1)
}

const listed = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([reason, count]) => `${count} ${reason}`)
    .join(', ')
