import { type PollFailure, robotsFailure } from '../src/feed/failure-class.ts'
import type { Host } from '../src/feed/host.ts'
import { validatorsToSend } from '../src/feed/validators.ts'
import { gather } from '../src/gather.ts'
import type { Clock, FeedReader, Fetched, Fetcher, Log, Meters, RobotsGate } from '../src/outside/ports.ts'
import type { Database } from '../src/store/database.ts'
import { type DueFeed, dueFeedsOf } from '../src/store/feeds.ts'
import type { ByHost } from './by-host.ts'
import { healGuess } from './heal-guess.ts'
import { outcomeOf, type Poll } from './poll.ts'
import { type RunOptions, silent } from './progress.ts'
import { type Saved, savePolls } from './save-polls.ts'

export interface IngestParts {
  readonly db: Database
  readonly fetcher: Fetcher
  readonly robots: RobotsGate
  readonly reader: FeedReader
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
  const save = gather((polls: readonly Poll[]) => savePolls(db, polls), { most: POLLS_AT_ONCE, waitMs: 20 })

  async function visit(host: Host, signal: AbortSignal): Promise<void> {
    const saving: Promise<unknown>[] = []
    for (const feed of await dueFeeds(host)) {
      const poll = signal.aborted ? null : await pollFeed(parts, feed, signal)
      if (poll === null) break
      // The next feed is asked while this one is stored.
      saving.push(keep(poll, signal).catch((error: unknown) => error))
    }
    // Only now: a feed that cannot be stored must not cost its neighbours their turn.
    const errors = (await Promise.all(saving)).filter((error) => error !== undefined)
    if (errors.length > 0) throw errors[0]
  }

  async function keep(poll: Poll, signal: AbortSignal): Promise<void> {
    tell(parts, poll)
    const saved = await save(poll)
    if (saved.kind === 'failed') throw saved.error
    count(counts, poll, saved)
    await healGuess(parts, poll, signal)
    progress({ done: counts.feeds, total: Math.max(total, counts.feeds), note: poll.feed.url })
  }
  return { visit, counts }
}

/** Null where `signal` ended it. */
async function pollFeed(parts: IngestParts, feed: DueFeed, signal: AbortSignal): Promise<Poll | null> {
  try {
    const asked = await ask(parts, feed, signal)
    return { feed, at: parts.clock.now(), ...(asked.kind === 'body' ? await readBody(parts, feed, asked) : asked) }
  } catch (error) {
    if (signal.aborted) return null
    throw error
  }
}

type Unstamped<T> = T extends unknown ? Omit<T, 'feed' | 'at'> : never
type Told = Unstamped<Poll>

/** robots.txt first: it is asked once a day and host. */
async function ask({ robots, fetcher }: IngestParts, feed: DueFeed, signal: AbortSignal): Promise<Told | Body> {
  const { url, memory } = feed
  const asking = feed.userAgent === null ? {} : { userAgent: feed.userAgent }
  const answer = await robots.ask(url, feed.userAgent ?? undefined)
  if (answer.kind === 'disallowed') return withheld('robots', 'robots.txt forbids this feed')
  if (answer.kind === 'unreachable')
    return withheld(robotsFailure(answer.reason), `robots.txt: ${answer.reason}`, answer.retryAfterSeconds)
  const validators = validatorsToSend(memory.validators, { address: url, count: memory.polls })
  const fetched = await fetcher.fetch(
    { url, wants: 'feed', validators, restMs: answer.crawlDelayMs, ...asking },
    signal,
  )
  return fetched.kind === 'unchanged' ? { ...fetched, status: 304 } : fetched
}

const withheld = (reason: PollFailure, detail: string, retryAfterSeconds: number | null = null): Told => ({
  ...{ kind: 'failed', reason, status: null, detail, challenge: null, retryAfterSeconds, tookMs: 0, wireBytes: 0 },
})

async function readBody({ reader }: IngestParts, feed: DueFeed, body: Body): Promise<Told> {
  const { url, contentType, bytes, ...answered } = body
  const known = { bodyHash: feed.memory.validators.bodyHash, marks: feed.itemMarks }
  const reading = await reader.read({ url, contentType, bytes, known })
  switch (reading.kind) {
    case 'same':
      return { ...answered, kind: 'unchanged' }
    case 'feed':
      return { ...answered, ...reading, kind: 'read' }
    case 'not-a-feed': {
      const { status, tookMs, wireBytes } = answered
      const { reason } = reading
      const unread = { status, challenge: null, retryAfterSeconds: null, tookMs, wireBytes }
      return { kind: 'failed', reason, detail: `not a feed: ${reason}`, ...unread }
    }
  }
}

function tell({ log, meters }: IngestParts, poll: Poll): void {
  meters.polled({
    ...{ outcome: outcomeOf(poll), bytes: poll.wireBytes },
    parseMs: poll.kind === 'read' ? poll.parseMs : null,
    lateMs: poll.at.getTime() - poll.feed.nextCheckAt.getTime(),
  })
  if (poll.kind !== 'failed') return
  const { feed, status, detail } = poll
  log.warn({ feed: feed.url, source: feed.sourceId, reason: outcomeOf(poll), status, detail }, 'feed failed')
}

function count(counts: IngestCounts, poll: Poll, saved: Extract<Saved, { kind: 'saved' }>): void {
  counts.feeds += 1
  if (poll.kind === 'unchanged') counts.unchanged += 1
  if (poll.kind === 'failed') add(counts.failed, { [outcomeOf(poll)]: 1 })
  counts.discovered += saved.discovered
  counts.known += saved.known
  add(counts.skipped, saved.skipped)
}

function add(counts: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [reason, count] of Object.entries(more)) counts[reason] = (counts[reason] ?? 0) + count
}
