import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Host, hostOf } from '../../src/feed/host.ts'
import { type HostJob, type HostJobs, openHostJobs } from '../../src/queue/host-jobs.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
const opened: HostJobs[] = []

beforeEach(async () => {
  database = await testDatabase()
})
afterEach(async () => {
  for (const jobs of opened.splice(0)) await jobs.close()
  await database.drop()
})

async function worker(): Promise<HostJobs> {
  const jobs = await openHostJobs(database.url, () => {})
  opened.push(jobs)
  return jobs
}

const hosts = (count: number): Host[] => Array.from({ length: count }, (_, at) => hostOf(`http://h${at}.example/`))
const names = (jobs: readonly HostJob[]) => jobs.map(({ host }) => host).sort()

test('a host that waits or is being visited is not offered again; one that was visited is', async () => {
  const jobs = await worker()
  const [host, other] = hosts(2) as [Host, Host]
  await jobs.offer([host, other, host])
  await jobs.offer([host, other])
  expect(await jobs.depths()).toEqual({ waiting: 2, active: 0, deadLetters: 0 })
  const taken = await jobs.take(10)
  expect(names(taken)).toEqual([host, other])
  await jobs.offer([host, other])
  expect(await jobs.take(10)).toEqual([])
  expect(await jobs.depths()).toEqual({ waiting: 0, active: 2, deadLetters: 0 })
  await Promise.all(taken.map((job) => job.done()))
  await jobs.offer([host])
  expect(names(await jobs.take(10))).toEqual([host])
})

test('two workers never hold one host at a time', async () => {
  const [one, two] = [await worker(), await worker()]
  const all = hosts(60)
  const held = new Set<Host>()
  let visits = 0
  const visit = async (jobs: HostJobs) => {
    for (let round = 0; round < 6; round++) {
      await jobs.offer(all)
      const taken = await jobs.take(40)
      for (const { host } of taken) {
        expect(held.has(host), host).toBe(false)
        held.add(host)
      }
      await sleep(2)
      for (const job of taken) {
        held.delete(job.host)
        visits += 1
      }
      await Promise.all(taken.map((job) => job.done()))
    }
  }
  await Promise.all([visit(one), visit(two)])
  expect(visits).toBeGreaterThan(60)
})

test('a job that fails is tried again after a pause, and at last stands among the dead letters', async () => {
  const jobs = await worker()
  await jobs.offer(hosts(1))
  for (let attempt = 0; attempt < 4; attempt++) {
    await database.pool.query("update pgboss.job set start_after = now() where name = 'visit-host'")
    const [job] = await jobs.take(1)
    await job?.failed(new Error('the disk is full'))
  }
  expect(await jobs.depths()).toEqual({ waiting: 0, active: 0, deadLetters: 1 })
  const { rows } = await database.pool.query(`select data, output from pgboss.job where name = 'visit-host-dead'`)
  expect(rows[0]).toMatchObject({ data: { host: 'h0.example' } })
  // A dead letter is no grave: the host is offered again while it is due.
  await jobs.offer(hosts(1))
  expect(await jobs.take(1)).toHaveLength(1)
})

test('what a killed worker held comes back: at once to one who comes alone, by its missing heartbeat to one who is there', {
  timeout: 240_000,
}, async () => {
  const first = await killedHolding(hosts(3))
  expect(first).toEqual(names(hosts(3).map((host) => ({ host }) as HostJob)))
  const jobs = await worker()
  await jobs.offer(hosts(3))
  const taken = await jobs.take(10)
  expect(taken).toHaveLength(3)
  await Promise.all(taken.map((job) => job.done()))

  await killedHolding(hosts(3))
  expect(await jobs.take(10)).toEqual([])
  let back: HostJob[] = []
  for (let waited = 0; waited < 240 && back.length < 3; waited++) {
    await sleep(500)
    back = [...back, ...(await jobs.take(10))]
  }
  expect(names(back)).toEqual(names(hosts(3).map((host) => ({ host }) as HostJob)))
})

test('a worker whose connections the server cut goes on, and still counts as present', {
  timeout: 60_000,
}, async () => {
  const jobs = await worker()
  await jobs.offer(hosts(2))
  const [held] = await jobs.take(1)
  const [before] = await presentPids()
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('parallax worker', 'parallax queue') and datname = current_database()",
  )
  const isBack = async () => (await presentPids()).some((pid) => pid !== before)
  for (let waited = 0; waited < 100 && !(await isBack()); waited++) await sleep(100)
  expect(await isBack()).toBe(true)
  // Who comes now finds that it is not alone, and takes nothing away.
  const other = await worker()
  expect(await other.depths()).toEqual({ waiting: 1, active: 1, deadLetters: 0 })
  await held?.done()
  expect(await jobs.depths()).toEqual({ waiting: 1, active: 0, deadLetters: 0 })
})

/** The sessions that hold a worker's share of the lock. */
async function presentPids(): Promise<number[]> {
  const { rows } = await database.pool.query<{ pid: number }>(
    "select pid from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and granted and application_name = 'parallax worker' and datname = current_database()",
  )
  return rows.map(({ pid }) => pid)
}

/** A process that takes these hosts and is killed with them in its hands; says which it had. */
async function killedHolding(these: readonly Host[]): Promise<Host[]> {
  const child = fork(join(import.meta.dirname, 'holder.ts'), [database.url, ...these], {
    execArgv: ['--import', 'tsx'],
  })
  const [held] = (await once(child, 'message')) as [Host[]]
  child.kill('SIGKILL')
  await once(child, 'exit')
  return held
}
