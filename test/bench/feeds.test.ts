import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { reportOf } from './feeds-report.ts'
import type { FeedsRun } from './feeds-run.ts'

const program = join(import.meta.dirname, 'main.ts')
const bench = (...options: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', program, ...options], {
    env: { ...process.env, DATABASE_URL: inject('server').url },
  })

test('a small run reads everything with every contender and reports on it', async () => {
  const { stdout } = await bench('feeds', ...'--feeds 20 --hosts 4 --items 3 --runs 1 --json'.split(' '))
  const figures = { feedsPerSecond: expect.any(Number), peakMemoryMb: expect.any(Number) }
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ feeds: 20, hosts: 4, items: 3 },
    contenders: { parallax: figures, script: figures, undici: figures },
    ratios: { toScript: expect.any(Number), toUndici: expect.any(Number) },
  })
})

test('without a name it lists the benchmarks', async () => {
  expect((await bench()).stdout).toContain('feeds [options]')
})

test('figures are medians, of memory the peak', () => {
  const run = (name: FeedsRun['name'], seconds: number, peakMemoryMb: number): FeedsRun => {
    const report = { answered: 100, failed: 0, seconds, cpuSeconds: seconds, peakMemoryMb }
    return { name, first: report, second: report, farmCpuSeconds: 0 }
  }
  const runs = [run('parallax', 1, 90), run('parallax', 4, 120), run('parallax', 2, 100), run('script', 5, 80)]
  expect(reportOf({ feeds: 100, hosts: 1, items: 1 }, runs)).toMatchObject({
    contenders: { parallax: { feedsPerSecond: 50, runs: [100, 25, 50], peakMemoryMb: 120, cpuSeconds: 2 } },
    ratios: { toScript: 2.5, toUndici: null },
  })
})
