import { Command } from 'commander'
import type { QueueDepths } from '../queue/depths.ts'
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
      const status = await withStored(async ({ url, database }) => ({
        ...(await readStatus(database.db)),
        queue: await queueDepths(url),
      }))
      console.log(options.json ? JSON.stringify(status) : statusText(status))
    })
}

function statusText(status: Status & { queue: QueueDepths }): string {
  const listed = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `  ${name.padEnd(20)} ${count}`)
      .join('\n') || '  none'
  return [
    `sources ${status.sources}, feeds ${status.feeds} (${status.feedsFailing} failing), last poll ${status.lastFetchAt?.toISOString() ?? 'never'}`,
    `feeds by last outcome\n${listed(status.feedsByOutcome)}`,
    `articles by state\n${listed(status.articlesByState)}`,
    `discarded pages by reason\n${listed(status.rejectedByReason)}`,
    `pages by opt-out\n${listed(status.pagesByOptOut)}`,
    `queue: ${status.queue.waiting} hosts waiting, ${status.queue.active} being visited, ${status.queue.deadLetters} dead letters`,
    `stories ${status.stories}, bundles ${status.bundles}, claims ${status.claims}`,
  ].join('\n')
}
