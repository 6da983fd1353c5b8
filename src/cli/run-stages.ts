import { bundle } from '../../pipelines/bundle.ts'
import { cluster } from '../../pipelines/cluster.ts'
import { extract } from '../../pipelines/extract.ts'
import { ingest } from '../../pipelines/ingest.ts'
import { syncSources } from '../../pipelines/sync-sources.ts'
import { defaultLinkTemplates } from '../bundle/go-deeper.ts'
import type { Config } from '../config.ts'
import type { Source } from '../source/source.ts'
import { type LockedPipeline, withPipelineLock } from '../store/pipeline-lock.ts'
import { UserError } from './fail.ts'
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
  const { config, stored, outside, signal } = running
  return underLock(running, 'ingest', async () => {
    const stage = stageProgress('ingest', running.quiet)
    const parts = { ...outside, db: stored.database.db }
    const counts = await ingest(parts, {
      ...options,
      concurrency: config.concurrency,
      signal,
      progress: stage.progress,
    })
    const failed = listed(counts.failed)
    stage.end(
      `${counts.feeds} feeds polled, ${counts.unchanged} unchanged${failed && `, failed: ${failed}`}; ${counts.discovered} new pages`,
    )
    return counts
  })
}

export async function runExtract(running: Running) {
  const { config, stored, outside, signal } = running
  return underLock(running, 'extract', async () => {
    const stage = stageProgress('extract', running.quiet)
    const counts = await extract(
      { ...outside, db: stored.database.db },
      { concurrency: config.concurrency, keepRawPages: config.rawPageDays > 0, signal, progress: stage.progress },
    )
    const [rejected, postponed] = [listed(counts.rejected), listed(counts.postponed)]
    stage.end(
      `${counts.extracted} articles${counts.corrected > 0 ? `, ${counts.corrected} corrected` : ''}${rejected && `, rejected: ${rejected}`}${postponed && `, to be tried again: ${postponed}`}`,
    )
    return counts
  })
}

export async function runCluster(running: Running) {
  const { stored, outside, signal } = running
  return underLock(running, 'cluster', async () => {
    const stage = stageProgress('cluster', running.quiet)
    const counts = await cluster({ db: stored.database.db, clock: outside.clock }, { signal, progress: stage.progress })
    stage.end(`${counts.articles} articles: ${counts.opened} stories opened, ${counts.joined} articles joined one`)
    return counts
  })
}

export async function runBundle(running: Running) {
  const { config, stored, outside, signal } = running
  return underLock(running, 'bundle', async () => {
    const stage = stageProgress('bundle', running.quiet)
    const counts = await bundle(
      { db: stored.database.db, clock: outside.clock },
      { ...config, goDeeper: defaultLinkTemplates, signal, progress: stage.progress },
    )
    const refused = listed(counts.refused)
    stage.end(
      `${counts.created} bundles written, ${counts.updated} updated, ${counts.claims} claims${refused && `, refused: ${refused}`}`,
    )
    return counts
  })
}

/** feeds → articles → stories → bundles, once. */
export async function runAll(running: Running, options: { all?: boolean } = {}) {
  return {
    ingest: await runIngest(running, options),
    extract: await runExtract(running),
    cluster: await runCluster(running),
    bundle: await runBundle(running),
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
