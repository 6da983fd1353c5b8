import { createHash } from 'node:crypto'
import type { PollFailure } from '../src/feed/failure-class.ts'
import type { Host } from '../src/feed/host.ts'
import { parseFeed } from '../src/feed/parse.ts'
import type { ParsedFeed } from '../src/feed/parsed.ts'
import { gather } from '../src/gather.ts'
import type { Clock, Fetched, Fetcher, Log, Meters, Validators } from '../src/outside/ports.ts'
import type { Database } from '../src/store/database.ts'
import { type DueFeed, dueFeedsOf } from '../src/store/feeds.ts'
import type { ByHost } from './by-host.ts'
import { type RunOptions, silent } from './progress.ts'
import { type Saved, savePolls } from './save-polls.ts'

export interface IngestParts {
  readonly db: Database
  readonly fetcher: Fetcher
  readonly clock: Clock
  readonly log: Log
  readonly meters: Meters
}

export interface IngestCounts {
  feeds: number
  /** Feeds whose server or body said that nothing is new. */
  unchanged: number
  /** Feeds that gave nothing readable, under their reasons. */
  failed: Record<string, number>
  /** Pages seen for the first time. */
  discovered: number
  /** Entries whose page was known already. */
  known: number
  /** Entries without a usable address. */
  skipped: Record<string, number>
}

type Body = Extract<Fetched, { kind: 'body' }>
type Failure = Extract<Fetched, { kind: 'failed' }>

/** One poll of one feed, before anything of it is stored. */
export type Poll = { readonly feed: DueFeed; readonly at: Date } & (
  | { readonly kind: 'unchanged'; readonly status: number; readonly tookMs: number }
  | {
      readonly kind: 'changed'
      readonly status: number
      readonly tookMs: number
      readonly bytes: number
      readonly parseMs: number
      readonly validators: Validators
      readonly bodyHash: string
      readonly parsed: Extract<ParsedFeed, { kind: 'feed' }>
    }
  | ({
      readonly kind: 'failed'
      readonly outcome: Failure['reason'] | 'not-a-feed'
      readonly cause: PollFailure
    } & Pick<Failure, 'status' | 'detail' | 'retryAfterSeconds' | 'tookMs'>)
)

const POLLS_AT_ONCE = 200
const HOSTS_AT_ONCE = 500

/** a host's due feeds → polls → entries → articles discovered */
export function ingest(
  parts: IngestParts,
  options: Pick<RunOptions, 'progress'> & { total?: number } = {},
): ByHost<IngestCounts> {
  const { db, clock } = parts
  const { progress = silent, total = 0 } = options
  const counts: IngestCounts = { feeds: 0, unchanged: 0, failed: {}, discovered: 0, known: 0, skipped: {} }
  // Hundreds of hosts are visited at a time: what each asks of the database goes there together.
  const dueFeeds = gather(
    async (hosts: readonly Host[]) => {
      const feeds = await dueFeedsOf(db, hosts, clock.now())
      return hosts.map((host) => feeds.get(host) ?? [])
    },
    { most: HOSTS_AT_ONCE, waitMs: 5 },
  )
  const save = gather((polls: readonly Poll[]) => savePolls(db, polls), { most: POLLS_AT_ONCE, waitMs: 10 })

  async function visit(host: Host, signal: AbortSignal): Promise<void> {
    const errors: unknown[] = []
    for (const feed of await dueFeeds(host)) {
      const poll = signal.aborted ? null : await pollFeed(parts, feed, signal)
      if (poll === null) return
      tell(parts, poll)
      const saved = await save(poll)
      if (saved.kind === 'failed') errors.push(saved.error)
      else count(counts, poll, saved)
      progress({ done: counts.feeds, total: Math.max(total, counts.feeds), note: feed.url })
    }
    // Only now: a feed that cannot be stored must not cost its neighbours their turn.
    if (errors.length > 0) throw errors[0]
  }
  return { visit, counts }
}

/** Null where `signal` ended it. */
async function pollFeed({ fetcher, clock }: IngestParts, feed: DueFeed, signal: AbortSignal): Promise<Poll | null> {
  const { etag, lastModified, userAgent, url } = feed
  try {
    const fetched = await fetcher.fetch(
      { url, wants: 'feed', validators: { etag, lastModified }, ...(userAgent === null ? {} : { userAgent }) },
      signal,
    )
    return { feed, at: clock.now(), ...(await readingOf(feed, fetched)) }
  } catch (error) {
    if (signal.aborted) return null
    throw error
  }
}

type Unstamped<T> = T extends unknown ? Omit<T, 'feed' | 'at'> : never

async function readingOf(feed: DueFeed, fetched: Fetched): Promise<Unstamped<Poll>> {
  switch (fetched.kind) {
    case 'unchanged':
      return { kind: 'unchanged', status: 304, tookMs: fetched.tookMs }
    case 'failed':
      return { ...fetched, outcome: fetched.reason, cause: fetched.reason }
    case 'body':
      return readBody(feed, fetched)
  }
}

async function readBody(feed: DueFeed, body: Body): Promise<Unstamped<Poll>> {
  const { url, contentType, bytes, status, tookMs } = body
  const bodyHash = createHash('sha256').update(bytes).digest('hex')
  if (bodyHash === feed.bodyHash) return { kind: 'unchanged', status, tookMs }
  const begun = performance.now()
  const parsed = await parseFeed({ url, contentType, bytes }, new Set(feed.knownItems.split(' ')))
  const parseMs = performance.now() - begun
  if (parsed.kind === 'feed')
    return {
      kind: 'changed',
      status,
      tookMs,
      bytes: bytes.length,
      parseMs,
      validators: body.validators,
      bodyHash,
      parsed,
    }
  const detail = `not a feed: ${parsed.reason}`
  return {
    kind: 'failed',
    outcome: 'not-a-feed',
    cause: parsed.reason,
    status,
    detail,
    retryAfterSeconds: null,
    tookMs,
  }
}

function tell({ log, meters }: IngestParts, poll: Poll): void {
  meters.polled({
    outcome: poll.kind === 'failed' ? poll.outcome : poll.kind,
    ...(poll.kind === 'changed' ? { bytes: poll.bytes, parseMs: poll.parseMs } : { bytes: null, parseMs: null }),
    lateMs: poll.at.getTime() - poll.feed.nextCheckAt.getTime(),
  })
  if (poll.kind !== 'failed') return
  const { feed, outcome: reason, status, detail } = poll
  log.warn({ feed: feed.url, source: feed.sourceId, reason, status, detail }, 'feed failed')
}

function count(counts: IngestCounts, poll: Poll, saved: Extract<Saved, { kind: 'saved' }>): void {
  counts.feeds += 1
  if (poll.kind === 'unchanged') counts.unchanged += 1
  else if (poll.kind === 'failed') add(counts.failed, { [poll.outcome]: 1 })
  else {
    counts.discovered += saved.discovered
    counts.known += saved.known
    add(counts.skipped, saved.skipped)
  }
}

function add(counts: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [reason, count] of Object.entries(more)) counts[reason] = (counts[reason] ?? 0) + count
}
