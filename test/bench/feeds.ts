import { join } from 'node:path'
import { Command, Option } from 'commander'
import type { Farm } from '../farm/farm.ts'
import type { FarmOptions } from '../farm/plan.ts'
import { startRemoteFarm } from '../farm/remote.ts'
import { type BenchServer, openBenchServer } from './bench-database.ts'
import { type ContenderName, contenderNames } from './contender.ts'
import { feedsTable, reportOf } from './feeds-report.ts'
import { type FeedsRun, runContender } from './feeds-run.ts'
import { wholeNumber } from './whole-number.ts'

interface FeedsOptions {
  readonly feeds: number
  readonly hosts: number
  readonly items: number
  readonly runs: number
  readonly only?: ContenderName
  readonly cpuProf?: string
  readonly json?: true
}

export function feedsBench(): Command {
  return new Command('feeds')
    .description(
      'Feeds per second of a second round (60 % unchanged, 40 % with two new items) and peak memory: Parallax, the obvious script, and the HTTP client alone, on one farm.',
    )
    .option('--feeds <n>', 'feeds of the farm', wholeNumber, 5_000)
    .option('--hosts <n>', 'hosts that serve them', wholeNumber, 1_000)
    .option('--items <n>', 'items in each document', wholeNumber, 20)
    .option('--runs <n>', 'runs of each contender, in turn; figures are medians', wholeNumber, 5)
    .addOption(new Option('--only <name>', 'one contender alone').choices(contenderNames))
    .option('--cpu-prof <dir>', 'leaves a CPU profile of every second round in this folder')
    .option('--json', 'prints the JSON alone')
    .action(benchFeeds)
}

async function benchFeeds(options: FeedsOptions): Promise<void> {
  const { feeds, hosts, items, only, json } = options
  const server = await openBenchServer()
  const farm = await startRemoteFarm(farmOptions(options))
  try {
    const runs = await interleaved(farm, server, only === undefined ? contenderNames : [only], options)
    const report = reportOf({ feeds, hosts, items }, runs)
    process.stdout.write(`${json ? '' : `${feedsTable(report)}\n`}${JSON.stringify(report)}\n`)
  } finally {
    await farm.close()
    await server.close()
  }
}

const farmOptions = ({ feeds, hosts, items }: FeedsOptions): FarmOptions => ({
  ...{ seed: 'bench', feeds, hosts, itemsPerFeed: items, mix: { unchanged: 60, changing: 40 }, newItems: 2 },
  // What rss-parser reads; a feed that the script skips would make it faster.
  formats: ['rss2', 'atom', 'rss2', 'rss1'],
})

/** Contenders take turns, so that a busy minute of the machine does not fall on one of them. */
async function interleaved(
  farm: Farm,
  server: BenchServer,
  names: readonly ContenderName[],
  { runs, feeds, cpuProf }: FeedsOptions,
): Promise<FeedsRun[]> {
  const done: FeedsRun[] = []
  for (let run = 1; run <= runs; run += 1) {
    for (const name of names) {
      const profile = cpuProf === undefined ? null : join(cpuProf, `${name}-${run}.cpuprofile`)
      const result = await runContender(name, { farm, server, profile })
      done.push(result)
      process.stderr.write(`run ${run} of ${runs}: ${name} ${Math.round(feeds / result.second.seconds)} feeds/s\n`)
    }
  }
  return done
}
