import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, inject, test } from 'vitest'
import { databaseBeside, dropDatabase } from '../../src/store/create-database.ts'
import { openDatabase } from '../../src/store/database.ts'
import {
  createTemporary,
  dropOrphans,
  ownTemporaries,
  type TemporaryKind,
} from '../../src/store/temporary-databases.ts'

const { url } = inject('server')
// A kind of this run's own, so that nobody else's sweep or database comes in between.
const kind = `parallax_sweep_${randomBytes(6).toString('hex')}` as TemporaryKind
const made: string[] = []
afterEach(async () => {
  for (const name of made.splice(0)) await dropDatabase(url, name)
})

const name = () => {
  const one = `${kind}_${made.length}`
  made.push(one)
  return one
}

async function query(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

test('a database is kept while its owner lives, and dropped when the owner is gone', async () => {
  const owner = await ownTemporaries(url)
  const one = name()
  await createTemporary(url, { name: one, kind, ownerKey: owner.key })
  expect(await dropOrphans(url, kind, 0)).toEqual([])
  await owner.close()
  await expect.poll(() => dropOrphans(url, kind, 0)).toEqual([one])
  expect(await query(`select datname from pg_database where datname = '${one}'`)).toEqual([])
})

test('a killed process is an owner that is gone', async () => {
  const one = name()
  const child = fork(join(import.meta.dirname, 'temporary-owner.ts'), [url, kind, one], {
    execArgv: ['--import', 'tsx'],
  })
  await once(child, 'message')
  expect(await dropOrphans(url, kind, 0)).toEqual([])
  child.kill('SIGKILL')
  await once(child, 'exit')
  await expect.poll(() => dropOrphans(url, kind, 0), { timeout: 30_000 }).toEqual([one])
})

test('a young one, one that is in use and whatever is not marked are left alone', async () => {
  const owner = await ownTemporaries(url)
  const [young, used, unmarked, foreign, other] = [name(), name(), name(), name(), name()]
  for (const one of [young, used]) await createTemporary(url, { name: one, kind, ownerKey: owner.key })
  for (const one of [unmarked, foreign]) await query(`create database ${one}`)
  await query(`comment on database ${foreign} is '{"parallax":"temporary"}'`)
  await createTemporary(url, { name: other, kind: 'parallax_test', ownerKey: owner.key })
  await owner.close()
  expect(await dropOrphans(url, kind)).toEqual([])
  const inUse = openDatabase(databaseBeside(url, used))
  await inUse.pool.query('select 1')
  await expect.poll(() => dropOrphans(url, kind, 0)).toEqual([young])
  expect(await dropOrphans(url, kind, 0)).toEqual([])
  await inUse.close()
})
