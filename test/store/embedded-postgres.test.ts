import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEmbeddedPostgres } from '../../src/store/embedded-postgres.ts'
import { type Account, reachableBy } from '../../src/store/server-account.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'parallax-embedded-'))
  chmodSync(dir, 0o755)
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

async function ask(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(query)
  await client.end()
  return rows[0]
}

const postmaster = () => Number(readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

async function until(holds: () => boolean, seconds: number): Promise<boolean> {
  for (let tick = 0; tick < seconds * 10 && !holds(); tick++) await new Promise((wake) => setTimeout(wake, 100))
  return holds()
}

/** Another process that opens the folder and is then killed. */
async function openAndKill(options: object): Promise<void> {
  const program = `import { openEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, '../../src/store/embedded-postgres.ts'))}
    await openEmbeddedPostgres(${JSON.stringify(dir)}, ${JSON.stringify(options)}); console.log('open'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((opened) => child.stdout.once('data', opened))
  child.kill('SIGKILL')
  await new Promise((gone) => child.once('exit', gone))
}

test('what was written is there after a reopening, and closing leaves no server', async () => {
  const first = await openEmbeddedPostgres(dir, { fsync: false })
  await ask(first.url, 'create table kept as select 7 as seven')
  await first.close()
  await expect(ask(first.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
  const again = await openEmbeddedPostgres(dir, { fsync: false })
  expect(await ask(again.url, 'select seven from kept')).toEqual({ seven: 7 })
  await again.close()
})

test('a server left by a killed process is used by the next, which stops it when it goes', async () => {
  await openAndKill({ fsync: false })
  const next = await openEmbeddedPostgres(dir, { fsync: false })
  expect(await ask(next.url, 'select 1 as one')).toEqual({ one: 1 })
  await next.close()
  await expect(ask(next.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('the server of a killed process stops by itself, and a temporary one takes its files along', async () => {
  await openAndKill({ fsync: false, temporary: true })
  expect(await until(() => !existsSync(join(dir, 'data')), 60)).toBe(true)
})

test('a killed server is started again over what it had written', async () => {
  const first = await openEmbeddedPostgres(dir)
  await ask(first.url, 'create table kept as select 7 as seven')
  process.kill(postmaster(), 'SIGKILL')
  const again = await openEmbeddedPostgres(dir)
  expect(await ask(again.url, 'select seven from kept')).toEqual({ seven: 7 })
  await again.close()
})

test('files that a killed initdb left half-made are made again', async () => {
  mkdirSync(join(dir, 'data.new'))
  writeFileSync(join(dir, 'data.new', 'PG_VERSION'), '18\n')
  const server = await openEmbeddedPostgres(dir, { fsync: false })
  expect(await ask(server.url, 'select 1 as one')).toEqual({ one: 1 })
  await server.close()
})

test('files of another major version are refused with both versions named', async () => {
  mkdirSync(join(dir, 'data'))
  writeFileSync(join(dir, 'data', 'PG_VERSION'), '12\n')
  await expect(openEmbeddedPostgres(dir)).rejects.toThrow(/written by Postgres 12 and this is 18/)
})

test('a folder that can not be made is named together with the way out', async () => {
  writeFileSync(join(dir, 'file'), '')
  await expect(openEmbeddedPostgres(join(dir, 'file', 'postgres'))).rejects.toThrow(/file.*can't be made.*DATABASE_URL/)
})

test('a home that only its owner enters is out of reach for the server’s own account', () => {
  const stranger: Account = { kind: 'other', uid: 65_533, gid: 65_533 }
  expect(reachableBy(stranger, join(dir, 'data'))).toBe(true)
  chmodSync(dir, 0o700)
  expect(reachableBy(stranger, join(dir, 'data'))).toBe(false)
  expect(reachableBy({ kind: 'self' }, join(dir, 'data'))).toBe(true)
})
