import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Host, hostOf } from '../../src/feed/host.ts'
import { type HostJobs, openHostJobs } from '../../src/queue/host-jobs.ts'
import { IDLE_MS, keepVisiting, type Visiting, visitOnce } from '../../src/queue/visit-hosts.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
let jobs: HostJobs
beforeEach(async () => {
  database = await testDatabase()
  jobs = await openHostJobs(database.url, () => {})
})
afterEach(async () => {
  await jobs.close()
  await database.drop()
})

/** Hosts with so many pieces of work each; a visit does one. */
function worldOf(work: Record<string, number>, visit: (host: Host) => Promise<void> = async () => {}) {
  const left = new Map(Object.entries(work).map(([name, count]) => [hostOf(`http://${name}/`), count]))
  const [visited, failures]: [Host[], Host[]] = [[], []]
  const stop = new AbortController()
  let [now, most] = [0, 0]
  const visiting: Visiting = {
    concurrency: 3,
    signal: stop.signal,
    dueHosts: async () => [...left].flatMap(([host, count]) => (count > 0 ? [host] : [])),
    visit: async (host) => {
      now += 1
      most = Math.max(most, now)
      visited.push(host)
      await visit(host).finally(() => {
        now -= 1
      })
      left.set(host, (left.get(host) ?? 0) - 1)
    },
    failed: (host) => failures.push(host),
    troubled: () => {},
  }
  return { visiting, visited, failures, stop, left, mostAtOnce: () => most }
}

test('once: every host is visited until it has nothing left, so many at a time and no more', async () => {
  const world = worldOf({ 'a.example': 1, 'b.example': 3, 'c.example': 1, 'd.example': 1, 'e.example': 1 }, () =>
    sleep(200),
  )
  expect(await visitOnce(jobs, world.visiting)).toEqual({ done: 7, failed: 0 })
  expect(world.visited.filter((host) => host === 'b.example')).toHaveLength(3)
  expect(world.mostAtOnce()).toBe(3)
})

test('once: nothing is left behind where all visits under way end at the same moment', async () => {
  const names = Array.from({ length: 40 }, (_, at) => [`h${at}.example`, 1] as const)
  const world = worldOf(Object.fromEntries(names))
  expect(await visitOnce(jobs, world.visiting)).toEqual({ done: 40, failed: 0 })
})

test('once: what has nothing to do ends at once, without a pause', async () => {
  const { visiting } = worldOf({})
  await visitOnce(jobs, visiting)
  const began = performance.now()
  for (let run = 0; run < 10; run += 1) await visitOnce(jobs, visiting)
  expect(performance.now() - began).toBeLessThan(10 * IDLE_MS)
})

test('once: a host whose visit fails costs the others nothing and does not keep the run from ending', async () => {
  const world = worldOf({ 'a.example': 1, 'bad.example': 1, 'c.example': 1 }, async (host) => {
    if (host === 'bad.example') throw new Error('no')
  })
  expect(await visitOnce(jobs, world.visiting)).toEqual({ done: 2, failed: 1 })
  expect(world.failures).toEqual(['bad.example'])
  expect((await jobs.depths()).waiting).toBe(1)
})

test('kept up: work that appears later is done, a database that is away is waited for, the signal ends it', async () => {
  const world = worldOf({ 'a.example': 1 })
  const { dueHosts } = world.visiting
  let asked = 0
  const flaky: Visiting = {
    ...world.visiting,
    dueHosts: async () => {
      asked += 1
      if (asked === 1) throw new Error('connection lost')
      return dueHosts()
    },
  }
  const running = keepVisiting(jobs, flaky)
  while (world.visited.length < 1) await sleep(20)
  world.left.set(hostOf('http://later.example/'), 1)
  while (world.visited.length < 2) await sleep(20)
  world.stop.abort()
  expect(await running).toEqual({ done: 2, failed: 0 })
  expect(world.visited).toEqual(['a.example', 'later.example'])
})
