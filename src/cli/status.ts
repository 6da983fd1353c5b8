import { Command } from 'commander'
import { type FeedState, paceFinding } from '../feed/health.ts'
import type { QueueDepths } from '../queue/depths.ts'
import type { SourceId } from '../source/source.ts'
import type { SourcePace } from '../store/feed-health.ts'
import type { Status } from '../store/status.ts'

/** `parallax status`: counts of everything, every discard under its reason. */
export function statusCommand(): Command {
  return new Command('status')
    .description('show what is stored, which feeds fail and why articles were discarded')
    .option('--json', 'print as JSON')
    .action(async (options: { json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { readStatus } = await import('../store/status.ts')
      const { queueDepths } = await import('../queue/depths.ts')
      const { readPaces } = await import('../store/feed-health.ts')
      const status = await withStored(async ({ url, database }) => ({
        ...(await readStatus(database.db)),
        pace: paceOf(await readPaces(database.db, new Date())),
        queue: await queueDepths(url),
      }))
      console.log(options.json ? JSON.stringify(status) : statusText(status))
    })
}

/** Sources that bring less or more than they normally do, and of how many it is known what is normal. */
interface Pace {
  readonly expected: number
  readonly quiet: readonly PaceFinding[]
  readonly flooding: readonly PaceFinding[]
}

interface PaceFinding {
  readonly id: SourceId
  readonly why: string
}

function paceOf(paces: readonly SourcePace[]): Pace {
  const found = (state: FeedState) =>
    paces.flatMap(({ id, normal, counted }) => {
      const finding = paceFinding(counted, normal)
      return finding?.state === state ? [{ id, why: finding.why }] : []
    })
  return { expected: paces.length, quiet: found('quiet'), flooding: found('flooding') }
}

const namedFindings = 10

function paceText({ expected, quiet, flooding }: Pace): string {
  const named = [...quiet, ...flooding].slice(0, namedFindings).map(({ id, why }) => `\n  ${id}: ${why}`)
  const more = quiet.length + flooding.length - named.length
  return `sources quieter than normal ${quiet.length}, flooding ${flooding.length}, of ${expected} whose normal is known${named.join('')}${more > 0 ? `\n  … and ${more} more` : ''}`
}

function statusText(status: Status & { queue: QueueDepths; pace: Pace }): string {
  const listed = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `  ${name.padEnd(20)} ${count}`)
      .join('\n') || '  none'
  return [
    `sources ${status.sources}, feeds ${status.feeds} (${status.feedsFailing} failing), last poll ${status.lastFetchAt?.toISOString() ?? 'never'}`,
    paceText(status.pace),
    `feeds by last outcome\n${listed(status.feedsByOutcome)}`,
    `articles by state\n${listed(status.articlesByState)}`,
    `discarded pages by reason\n${listed(status.rejectedByReason)}`,
    `pages by opt-out\n${listed(status.pagesByOptOut)}`,
    `queue: ${status.queue.waiting} hosts waiting, ${status.queue.active} being visited, ${status.queue.deadLetters} dead letters`,
    `stories ${status.stories}, bundles ${status.bundles}, claims ${status.claims}`,
    ...(status.backgroundHeld === 0
      ? []
      : [`sentences of background that wait for an editor ${status.backgroundHeld}: parallax bundles held`]),
  ].join('\n')
}
