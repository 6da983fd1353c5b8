import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { askChild } from '../ask-child.ts'
import { farmSources } from '../farm/catalogue.ts'
import type { Farm } from '../farm/farm.ts'
import { type BenchDatabase, type BenchServer, createBenchDatabase } from './bench-database.ts'
import type { ContenderName } from './contender.ts'
import type { ContenderOrder, RoundReport } from './contender-process.ts'

export interface FeedsRun {
  readonly name: ContenderName
  readonly first: RoundReport
  readonly second: RoundReport
  /** Processor time of the farm in the second round. */
  readonly farmCpuSeconds: number
}

const program = join(import.meta.dirname, 'contender-process.ts')

/** One contender in a process of its own: the farm's first round, then the one that is measured. */
export async function runContender(
  name: ContenderName,
  { farm, server, profile }: { farm: Farm; server: BenchServer; profile: string | null },
): Promise<FeedsRun> {
  await farm.toRound(0)
  const database = await createBenchDatabase(server, farmSources(farm.plan))
  const child = fork(program, [name], { execArgv: ['--import', 'tsx'] })
  try {
    const urls = farm.plan.feeds.map(({ url }) => url)
    await ask(child, { kind: 'open', name, setup: { urls, databaseUrl: database.url } })
    const first = await round(child, null)
    await farm.toRound(1)
    await farm.hangUp()
    const before = await farm.record()
    const second = await round(child, profile)
    const { cpuSeconds } = await farm.record()
    await ask(child, { kind: 'close' })
    refuseLoss(farm, second)
    if (name === 'parallax') await refuseMissingItems(farm, database)
    return { name, first, second, farmCpuSeconds: cpuSeconds - before.cpuSeconds }
  } finally {
    await end(child)
    await database.drop()
  }
}

const ask = (child: ChildProcess, order: ContenderOrder) => askChild<RoundReport | null>(child, order)

async function round(child: ChildProcess, profile: string | null): Promise<RoundReport> {
  const report = await ask(child, { kind: 'round', profile })
  if (report === null) throw new Error('a round without a report')
  return report
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.disconnect()
  await ended
}

// The speed of a round that lost something says nothing.
function refuseLoss(farm: Farm, { answered, failed }: RoundReport): void {
  if (answered !== farm.plan.feeds.length) throw new Error(`${answered} feeds answered and ${failed} failed`)
}

async function refuseMissingItems(farm: Farm, { pool }: BenchDatabase): Promise<void> {
  const expected = farm.truth().reduce((sum, { items }) => sum + items.length, 0)
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from item')
  if (rows[0]?.count !== expected) throw new Error(`${rows[0]?.count} items are stored of ${expected}`)
}
