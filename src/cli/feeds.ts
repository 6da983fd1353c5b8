import { Command, Option } from 'commander'
import { type FeedHealth, feedStates, healthOf } from '../feed/health.ts'
import type { FeedChoice, FeedRow, PollShown } from '../store/feed-health.ts'
import type { Pause } from '../store/pauses.ts'
import { UserError } from './fail.ts'
import { operator } from './operator.ts'
import { printable } from './printable.ts'

interface ListOptions extends FeedChoice {
  readonly state?: string
  readonly json?: boolean
}

/** `parallax feeds …`: how the feeds do, and what to do for those that are not well. */
export function feedsCommand(): Command {
  return new Command('feeds')
    .description('see how the feeds do, and mend those that are not well')
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(doctorCommand())
}

function listCommand(): Command {
  return new Command('list')
    .description('list the declared feeds with their state and why')
    .addOption(new Option('--state <state>', 'only feeds of this state').choices([...feedStates, 'paused']))
    .option('--source <id>', 'only feeds of this source')
    .option('--json', 'print as JSON, one document')
    .action(async ({ state, json, source }: ListOptions) => {
      const feeds = (await judgedFeeds({ source })).filter((judged) => state === undefined || stateOf(judged) === state)
      console.log(json ? JSON.stringify(feeds.map(shown)) : listText(feeds))
    })
}

function showCommand(): Command {
  return new Command('show')
    .description('show one feed: its state, what is remembered of it, and its last 50 polls')
    .argument('<feed>', 'its address or its id, as `feeds list` prints them')
    .option('--json', 'print as JSON')
    .action(async (name: string, { json }: { json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { lastPolls } = await import('../store/feed-health.ts')
      const [judged] = await judgedFeeds({ feed: name })
      if (judged === undefined) throw new UserError(`no declared feed ${name}: \`parallax feeds list\` names them`)
      const polls = await withStored(({ database }) => lastPolls(database.db, judged.feed.id))
      console.log(json ? JSON.stringify({ ...shown(judged), polls }) : `${listText([judged])}\n\n${pollsText(polls)}`)
    })
}

function doctorCommand(): Command {
  return new Command('doctor')
    .description('propose what could be done for feeds that are not well; looks for moved feeds at home pages')
    .option('--apply', 'do what is proposed: adopt addresses, ask less often, stop what is gone')
    .option('--source <id>', 'only feeds of this source')
    .option('--json', 'print as JSON')
    .action(async ({ apply = false, source, json }: FeedChoice & { apply?: boolean; json?: boolean }) => {
      const { withRunning } = await import('./with-parts.ts')
      const { readFeeds } = await import('../store/feed-health.ts')
      const { doctor } = await import('../../pipelines/doctor.ts')
      const { stageProgress } = await import('./stage-progress.ts')
      await withRunning({}, async ({ stored, outside, signal }) => {
        const { db } = stored.database
        const feeds = await readFeeds(db, { source }, outside.clock.now())
        const stage = stageProgress('doctor')
        const actor = operator()
        const findings = await doctor({ ...outside, db }, feeds, { apply, actor, signal, progress: stage.progress })
        stage.end(`${findings.length} of ${feeds.length} feeds are not well`)
        const rows = findings.map(({ feed, health, proposal, applied }) => ({
          ...shown({ feed, health }),
          proposal,
          applied,
        }))
        console.log(json ? JSON.stringify(rows) : rows.map(findingText).join('\n') || 'Every feed is well.')
      })
    })
}

interface Judged {
  readonly feed: FeedRow
  readonly health: FeedHealth
}

async function judgedFeeds(choice: FeedChoice): Promise<Judged[]> {
  const { withStored } = await import('./with-parts.ts')
  const { readFeeds } = await import('../store/feed-health.ts')
  const now = new Date()
  const feeds = await withStored(({ database }) => readFeeds(database.db, choice, now))
  return feeds.map((feed) => ({ feed, health: healthOf(feed.facts, now) }))
}

/** Over how a feed does stands that its source is paused. */
const stateOf = ({ feed, health }: Judged) => (feed.pause === null ? health.state : 'paused')

function shown(judged: Judged) {
  const { feed, health } = judged
  const { id, sourceId, url, declaredUrl, lastOutcome, lastCheckedAt, nextCheckAt, leastMinutes, facts } = feed
  const { adoptedWhy, unverified, pause } = feed
  return {
    ...{ id, source: sourceId, url, declaredUrl, adoptedWhy, unverified, state: stateOf(judged), why: health.why },
    ...{ paused: pause && { at: pause.pausedAt, actor: pause.actor, reason: pause.reason }, lastOutcome },
    ...{ lastCheckedAt, nextCheckAt, leastMinutes, lastNewAt: facts.lastNewAt, failing: facts.failing },
    sourceItemsADay: facts.source.items / Math.max(1, facts.source.days),
  }
}

const listText = (feeds: readonly Judged[]) =>
  feeds
    .map((judged) => {
      const { feed, health } = judged
      const last = feed.lastCheckedAt === null ? 'never polled' : `polled ${minute(feed.lastCheckedAt)}`
      const next = feed.pause === null ? `next ${minute(feed.nextCheckAt)}` : pauseText(feed.pause)
      const said = [feed.sourceId, health.why, ...originText(feed), `${last}, ${next}`].join('; ')
      return `${stateOf(judged).padEnd(9)} ${feed.id.padStart(5)}  ${feed.url}\n                 ${said}`
    })
    .join('\n') || 'No feeds: `parallax sources sync` brings those of sources.yaml into the database.'

function pauseText({ pausedAt, actor, reason }: Pause): string {
  return `paused ${minute(pausedAt)} by ${actor}${reason === null ? '' : ` (${printable(reason)})`}`
}

/** Where the address comes from, if the catalogue does not vouch for it. */
function originText({ url, declaredUrl, adoptedWhy, unverified }: FeedRow): string[] {
  if (url === declaredUrl) return unverified ? ['the address is a guess'] : []
  const how = adoptedWhy === 'home-page' ? 'found at the home page in place of' : 'redirected for good from'
  return [`${how} ${unverified ? 'the guess ' : ''}${declaredUrl}`]
}

const pollsText = (polls: readonly PollShown[]) =>
  polls
    .map(
      ({ at, outcome, status, itemsNew, items, bytes, tookMs, detail, challenge }) =>
        `${at.slice(0, 19)}Z  ${outcome.padEnd(18)} ${String(status ?? '–').padStart(3)}  ${itemsNew ?? '–'}/${items ?? '–'} new  ${bytes ?? '–'} B  ${tookMs} ms${detail === null ? '' : `  ${detail}`}${challenge === null ? '' : ` (${challenge})`}`,
    )
    .join('\n') || 'Not polled yet.'

interface Shown extends ReturnType<typeof shown> {
  readonly proposal: {
    readonly kind: string
    readonly why: string
    readonly url?: string
    readonly leastMinutes?: number
  } | null
  readonly applied: boolean
}

function findingText({ state, url, why, proposal, applied }: Shown): string {
  const head = `${state.padEnd(9)} ${url}\n          ${why}`
  if (proposal === null) return `${head}\n          nothing to do but wait`
  const what =
    proposal.url ??
    (proposal.leastMinutes === undefined ? '' : `no more often than every ${proposal.leastMinutes} minutes`)
  return `${head}\n          ${applied ? 'done' : 'proposed'}: ${proposal.kind} ${what} (${proposal.why})`
}

const minute = (date: Date) => `${date.toISOString().slice(0, 16)}Z`
