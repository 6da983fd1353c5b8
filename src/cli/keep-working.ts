import { setTimeout as sleep } from 'node:timers/promises'
import { bundle } from '../../pipelines/bundle.ts'
import { cluster } from '../../pipelines/cluster.ts'
import { type ChapterMemory, chapterMemory, continueStories } from '../../pipelines/continue.ts'
import { extract } from '../../pipelines/extract.ts'
import { housekeep } from '../../pipelines/housekeep.ts'
import { type IngestCounts, ingest } from '../../pipelines/ingest.ts'
import { learn } from '../../pipelines/learn.ts'
import { link, type SketchMemory } from '../../pipelines/link.ts'
import { sign } from '../../pipelines/sign.ts'
import { StoryStreams } from '../../pipelines/story-streams.ts'
import { defaultLinkTemplates } from '../bundle/go-deeper.ts'
import type { HostJobs } from '../queue/host-jobs.ts'
import { keepVisiting } from '../queue/visit-hosts.ts'
import { languageLock, withPipelineLock } from '../store/pipeline-lock.ts'
import { followCatalogue } from './follow-catalogue.ts'
import { addLatenessGauges, addQueueGauge } from './gauges.ts'
import { visitingOf, withHostJobs } from './host-visits.ts'
import {
  bundleSummary,
  clusterSummary,
  continueSummary,
  extractSummary,
  ingestSummary,
  linkSummary,
  type Running,
  writingOf,
} from './run-stages.ts'

const REPORT_EVERY_MS = 20_000
const CATALOGUE_EVERY_MS = 3_000
const GROUP_EVERY_MS = 10_000
/** After a restart all open stories are due: some seconds of them a round, that grouping does not wait. */
const CONTINUED_A_ROUND = 1_000
const HOUSEKEEP_EVERY_MS = 6 * 60 * 60_000

/**
 * Feeds, pages, stories and bundles, again and again, until ctrl-C. Any number of processes on any number of machines may do
 * so on one database: they share the hosts and the languages, and one at a time writes bundles.
 */
export async function keepWorking(running: Running): Promise<void> {
  addLatenessGauges(running)
  // What is remembered from one round to the next.
  const [streams, sketches, chapters] = [new StoryStreams(), new Map() as SketchMemory, chapterMemory()]
  const follow = await followCatalogue(running)
  await withHostJobs(running, async (jobs) => {
    addQueueGauge(running.outside.meters, jobs)
    await Promise.all([
      visitHosts(running, jobs),
      again(running, CATALOGUE_EVERY_MS, 'the catalogue', follow),
      again(running, GROUP_EVERY_MS, 'stories', () => groupAndWrite(running, streams)),
      again(running, GROUP_EVERY_MS, 'links between stories', () => linkStories(running, sketches)),
      again(running, GROUP_EVERY_MS, 'earlier stories', () => findEarlier(running, chapters)),
      again(running, HOUSEKEEP_EVERY_MS, 'housekeeping', () => keepHouse(running)),
    ])
  })
}

async function visitHosts(running: Running, jobs: HostJobs): Promise<void> {
  const parts = { ...running.outside, db: running.stored.database.db }
  const polling = ingest(parts)
  const { rawPageDays, licensed } = running.config
  const extracting = extract(parts, { keepRawPages: rawPageDays > 0, licensed })
  const report = () => {
    say('ingest', ingestSummary(polling.counts))
    say('extract', extractSummary(extracting.counts))
  }
  const reporting = again(
    running,
    REPORT_EVERY_MS,
    'report',
    changes(() => visitsOf(polling.counts), report),
  )
  await keepVisiting(jobs, visitingOf(running, { feeds: true, pages: true }, [polling, extracting]))
  await reporting
  report()
}

const visitsOf = ({ feeds, discovered }: IngestCounts) => feeds + discovered

/** `report`, but only where `count` has moved since the last time. */
function changes(count: () => number, report: () => void): () => Promise<void> {
  let last = 0
  return async () => {
    if (count() === last) return
    last = count()
    report()
  }
}

/** Languages that another process is at are left to it. */
async function groupAndWrite({ stored, outside, config, signal }: Running, streams: StoryStreams): Promise<void> {
  const parts = { db: stored.database.db, clock: outside.clock }
  const grouped = await cluster({ ...parts, lock: languageLock(stored.url) }, { signal }, streams)
  if (grouped.articles > 0) say('cluster', clusterSummary(grouped))
  const options = { ...config, goDeeper: defaultLinkTemplates, writing: writingOf(config, outside), signal }
  const written = await withPipelineLock(stored.url, 'bundle', () => bundle(parts, options))
  if (written.kind === 'done' && written.result.created + written.result.updated > 0)
    say('bundle', bundleSummary(written.result))
}

/** Where another process is at it, there is nothing to do here. Apart from grouping, which must not wait for a slow endpoint. */
async function linkStories({ stored, outside, signal }: Running, sketches: SketchMemory): Promise<void> {
  const parts = { ...outside, db: stored.database.db }
  const linked = await withPipelineLock(stored.url, 'link', () => link(parts, sketches, { signal }))
  if (linked.kind === 'done' && linked.result.linked + linked.result.unlinked > 0)
    say('link', linkSummary(linked.result))
}

async function findEarlier({ stored, outside, signal }: Running, chapters: ChapterMemory): Promise<void> {
  const parts = { db: stored.database.db, clock: outside.clock }
  const continued = await withPipelineLock(stored.url, 'continue', () =>
    continueStories(parts, chapters, { signal, atMost: CONTINUED_A_ROUND }),
  )
  if (continued.kind === 'done' && continued.result.continued > 0) say('continue', continueSummary(continued.result))
}

async function keepHouse({ stored, outside, config, signal }: Running): Promise<void> {
  const dropped = await housekeep({ db: stored.database.db, clock: outside.clock }, config)
  if (dropped.length > 0) say('house', `no longer kept: ${dropped.join(', ')}`)
  const learned = await learn({ db: stored.database.db, clock: outside.clock }, signal)
  if (learned > 0) say('house', `what ${learned} sources bring a day`)
  const signed = await sign(stored.database.db, signal)
  if (signed > 0) say('house', `signatures of ${signed} earlier articles`)
}

/**
 * `work` now and every `everyMs`, and never more than a fifth of the time, until the signal. What it throws (the database is
 * away) is logged, and it is tried again.
 */
async function again(
  { signal, outside }: Running,
  everyMs: number,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    const begun = performance.now()
    try {
      await work()
    } catch (error) {
      outside.log.error({ error: error instanceof Error ? error.message : String(error) }, `${name} failed`)
    }
    await sleep(Math.max(everyMs, 4 * (performance.now() - begun)), undefined, { signal }).catch(() => {
      // ctrl-C while waiting.
    })
  }
}

const say = (stage: string, text: string) => process.stderr.write(`${stage.padEnd(8)} ${text}\n`)
