import { Command } from 'commander'
import type { TestedFeed } from '../../pipelines/test-feeds.ts'
import { readConfig } from '../config.ts'
import type { Source } from '../source/source.ts'
import { loadCatalogue } from './catalogue-file.ts'
import { UserError } from './fail.ts'
import { wholeNumber } from './whole-number.ts'

/** `parallax sources test`: asks each feed once. */
export function testCommand(): Command {
  return new Command('test')
    .description(
      'fetch each feed of the catalogue once and show what came; nothing is stored; exit code 1 when one fails',
    )
    .argument('[ids...]', 'sources, by id (default: all)')
    .option('--sample <n>', 'so many sources, spread evenly over the catalogue', wholeNumber)
    .option('--json', 'print the outcome as JSON, a line a feed')
    .addHelpText('after', '\nExample: parallax sources test --sample 50')
    .action(async (ids: string[], { sample, json }: { sample?: number; json?: true }) => {
      const config = readConfig(process.env)
      const all = await loadCatalogue(config.sourcesFile)
      const { interruptSignal } = await import('./interrupt.ts')
      const { openOutside } = await import('./parts.ts')
      const { testFeeds } = await import('../../pipelines/test-feeds.ts')
      const { stageProgress } = await import('./stage-progress.ts')
      const signal = interruptSignal()
      const stage = stageProgress('test')
      const outside = await openOutside(config)
      try {
        const tested = await testFeeds(outside, wanted(all, ids, sample), { signal, progress: stage.progress })
        stage.end(summary(tested))
        console.log(json ? tested.map((one) => JSON.stringify(one)).join('\n') : table(tested))
        if (tested.some(({ status }) => status !== 'ok')) process.exitCode = 1
      } finally {
        await outside.close()
      }
    })
}

function wanted(all: readonly Source[], ids: readonly string[], sample: number | undefined): readonly Source[] {
  const unknown = ids.filter((id) => !all.some((source) => source.id === id))
  if (unknown.length > 0) throw new UserError(`no source ${unknown.join(', ')} in the catalogue`)
  const some = ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id))
  if (sample === undefined || sample >= some.length) return some
  return Array.from({ length: sample }, (_, at) => some[Math.floor((at * some.length) / sample)]).flatMap(
    (one) => one ?? [],
  )
}

function summary(tested: readonly TestedFeed[]): string {
  const counts = new Map<string, number>()
  for (const { status } of tested) counts.set(status, (counts.get(status) ?? 0) + 1)
  const listed = [...counts].toSorted((a, b) => b[1] - a[1]).map(([status, count]) => `${count} ${status}`)
  return `${tested.length} feeds: ${listed.join(', ')}`
}

/** Those that fail first. */
function table(tested: readonly TestedFeed[]): string {
  const rows = tested
    .toSorted((a, b) => Number(a.status === 'ok') - Number(b.status === 'ok'))
    .map(({ source, url, status, items, newest, milliseconds }) => [
      ...[status, String(items), newest?.toISOString().slice(0, 16).replace('T', ' ') ?? '', `${milliseconds} ms`],
      ...[source, url],
    ])
  const head = ['status', 'items', 'newest', 'took', 'source', 'feed']
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [head, ...rows].map(line).join('\n')
}
