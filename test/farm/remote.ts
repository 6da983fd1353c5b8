import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { askChild } from '../ask-child.ts'
import { type Farm, truthsOf } from './farm.ts'
import type { Order, Report } from './orders.ts'
import { type FarmOptions, planFarm } from './plan.ts'

const program = join(import.meta.dirname, 'serve.ts')

/** A farm in a process of its own, so that it takes no time and no memory from what is measured here. */
export async function startRemoteFarm(options: FarmOptions): Promise<Farm> {
  const child = fork(program, { execArgv: ['--import', 'tsx'] })
  const { port } = await ask(child, { kind: 'start', options }, 'started')
  const plan = planFarm(options, port)
  let round = 0
  return {
    plan,
    get round() {
      return round
    },
    async toRound(next) {
      await ask(child, { kind: 'to-round', round: next }, 'done')
      round = next
    },
    async hangUp() {
      await ask(child, { kind: 'hang-up' }, 'done')
    },
    truth: () => truthsOf(plan, round),
    record: async () => (await ask(child, { kind: 'record' }, 'recorded')).record,
    async close() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

async function ask<K extends Report['kind']>(child: ChildProcess, order: Order, expected: K) {
  const report = await askChild<Report>(child, order)
  if (!isOf(report, expected)) throw new Error(`the farm answered ${report.kind} to ${order.kind}`)
  return report
}

const isOf = <K extends Report['kind']>(report: Report, kind: K): report is Extract<Report, { kind: K }> =>
  report.kind === kind
