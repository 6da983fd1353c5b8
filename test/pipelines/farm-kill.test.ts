import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAllFeedsDue } from '../../src/store/feeds.ts'
import { syncCatalogue } from '../../src/store/sources.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { farmSources } from '../farm/catalogue.ts'
import type { Farm } from '../farm/farm.ts'
import { everyFault } from '../farm/fates.ts'
import { startRemoteFarm } from '../farm/remote.ts'

const killEveryMs = 5_000
/** In each of the two rounds; after them the workers may finish. */
const mostKills = 6
let farm: Farm
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  farm = await startRemoteFarm({
    ...{ seed: 'kill', feeds: 1_000, hosts: 200, itemsPerFeed: 6, newItems: 2, sharedItems: 0.2, mix: everyFault },
    ...{ hugeBytes: 12_000_000, slowMs: 300, dripMs: 200 },
  })
  await syncCatalogue(database.db, farmSources(farm.plan), new Date())
}, 60_000)
afterAll(async () => {
  await farm.close()
  await database.drop()
})

test('1,000 feeds with every fault, two workers, one killed every few seconds: nothing is lost, doubled or misnamed', {
  timeout: 400_000,
}, async () => {
  const killed = await pollAllUnderFire()
  await farm.toRound(1)
  await makeAllFeedsDue(database.db, new Date())
  expect(killed + (await pollAllUnderFire())).toBeGreaterThanOrEqual(4)
  expect(await standings()).toEqual(Object.fromEntries(farm.truth().map(({ url, standing }) => [url, standing])))
  const stored = await storedItems()
  for (const { url, items, hidden } of farm.truth()) {
    const links = stored.get(url) ?? []
    const expected = items.map((item) => item.url)
    const allowed = new Set([...expected, ...hidden.map((item) => item.url)])
    expect(new Set(links).size, url).toBe(links.length)
    expect(links, url).toEqual(expect.arrayContaining(expected))
    expect(
      links.filter((link) => !allowed.has(link)),
      url,
    ).toEqual([])
  }
  const { rows } = await database.pool.query(
    'select count(*)::int as articles, count(distinct canonical_url)::int as addresses, (select count(distinct url)::int from item) as links from article',
  )
  expect(rows[0].articles).toBe(rows[0].links)
  // A redirect to another host is followed by the worker of the first.
  expect(Math.max(...(await farm.record()).mostAtOnce)).toBeLessThanOrEqual(2)
})

/** Two workers until every feed was polled since now; every few seconds one is killed and another begins. Returns the kills. */
async function pollAllUnderFire(): Promise<number> {
  const begun = new Date()
  const workers = [startWorker(), startWorker()]
  let kills = 0
  try {
    for (let turn = 0; (await unpolledSince(begun)) > 0; turn += 1) {
      await sleep(kills < mostKills ? killEveryMs : 250)
      if (kills === mostKills) continue
      const victim = turn % workers.length
      await kill(workers[victim])
      kills += 1
      workers[victim] = startWorker()
    }
  } finally {
    await Promise.all(workers.map(kill))
  }
  return kills
}

function startWorker(): ChildProcess {
  return fork(join(import.meta.dirname, 'farm-worker.ts'), [database.url], { execArgv: ['--import', 'tsx'] })
}

async function kill(worker: ChildProcess | undefined): Promise<void> {
  if (worker === undefined || worker.exitCode !== null) return
  const ended = once(worker, 'exit')
  worker.kill('SIGKILL')
  await ended
}

async function unpolledSince(begun: Date): Promise<number> {
  const { rows } = await database.pool.query(
    'select count(*)::int as left from feed where last_checked_at is null or last_checked_at < $1',
    [begun],
  )
  return rows[0].left
}

/** Each feed's last outcome, a document that was read and one that had not changed being the same here. */
async function standings(): Promise<Record<string, string>> {
  const { rows } = await database.pool.query<{ url: string; last_outcome: string }>(
    'select url, last_outcome from feed',
  )
  return Object.fromEntries(rows.map(({ url, last_outcome: last }) => [url, last === 'unchanged' ? 'read' : last]))
}

async function storedItems(): Promise<Map<string, string[]>> {
  const { rows } = await database.pool.query<{ url: string; links: string[] }>(
    'select feed.url, array_agg(item.url) as links from item join feed on feed.id = item.feed_id group by feed.url',
  )
  return new Map(rows.map(({ url, links }) => [url, links]))
}
