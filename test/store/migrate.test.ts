import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Migration, migrate, readMigrations } from '../../src/store/migrate.ts'
import { withPipelineLock } from '../../src/store/pipeline-lock.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase({ empty: true })
})
afterEach(() => database.drop())

const file = (name: string, sql: string): Migration => ({ name, sql, sha256: sql })
const tables = async () =>
  (
    await database.pool.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    )
  ).rows.map(({ name }) => name)

test('processes that start together run each file once', async () => {
  const ran = await Promise.all([1, 2, 3].map(() => migrate(database.url)))
  expect(ran.flat().sort()).toEqual(readMigrations().map(({ name }) => name))
  expect(await migrate(database.url)).toEqual([])
})

test('a file that fails is rolled back whole and named, what came before it stays', async () => {
  const broken = [file('1.sql', 'create table kept ()'), file('2.sql', 'create table lost (); select 1 / 0')]
  await expect(migrate(database.url, broken)).rejects.toThrow('sql/migrations/2.sql: division by zero')
  expect(await tables()).toEqual(['kept', 'migration'])
  expect(await migrate(database.url, [broken[0] ?? file('', ''), file('2.sql', 'create table mended ()')])).toEqual([
    '2.sql',
  ])
  expect(await tables()).toEqual(['kept', 'mended', 'migration'])
})

test('a file may opt out of its transaction, as indexes that are built concurrently need', async () => {
  const opted = file('2.sql', '-- parallax: no transaction\ncreate index concurrently kept_a on kept (a)')
  const files = [file('1.sql', 'create table kept (a int)'), opted]
  expect(await migrate(database.url, files)).toEqual(['1.sql', '2.sql'])
  const without = { ...opted, name: '3.sql', sql: 'create index concurrently kept_b on kept (a)' }
  await expect(migrate(database.url, [...files, without])).rejects.toThrow(
    /3\.sql: CREATE INDEX CONCURRENTLY cannot run inside a transaction/,
  )
})

test('a file changed after it ran is refused, and so is a database newer than the program', async () => {
  await migrate(database.url, [file('1.sql', 'create table kept ()'), file('2.sql', 'select 1')])
  await expect(
    migrate(database.url, [file('1.sql', 'create table other ()'), file('2.sql', 'select 1')]),
  ).rejects.toThrow('1.sql was changed after it ran here')
  await expect(migrate(database.url, [file('1.sql', 'create table kept ()')])).rejects.toThrow(
    'migration 2.sql, which this version does not know',
  )
})

test('a pipeline runs in one process at a time, another pipeline beside it', async () => {
  const outcome = await withPipelineLock(database.url, 'link', async () => [
    await withPipelineLock(database.url, 'link', async () => 'twice'),
    await withPipelineLock(database.url, 'bundle', async () => 'beside'),
  ])
  expect(outcome).toEqual({ kind: 'done', result: [{ kind: 'busy' }, { kind: 'done', result: 'beside' }] })
  expect(await withPipelineLock(database.url, 'link', async () => 'again')).toEqual({
    kind: 'done',
    result: 'again',
  })
})
