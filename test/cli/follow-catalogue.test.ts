import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followCatalogue } from '../../src/cli/follow-catalogue.ts'
import { readConfig } from '../../src/config.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
let folder = ''
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'parallax-follow-'))
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const entry = (id: string) => `  - id: ${id}
    name: ${id}
    home: http://${id}.localhost:9/
    country: KE
    languages: [en]
    kind: local
    reach: domestic
    feeds: [http://${id}.localhost:9/rss]
`
const declared = async () =>
  (await database.pool.query<{ id: string }>('select id from source where declared order by id')).rows.map(
    ({ id }) => id,
  )

test('a file that is being written, and one that is gone, retire nothing', async () => {
  const file = join(folder, 'sources.yaml')
  const errors: string[] = []
  const log = { info: () => {}, warn: () => {}, error: (_: unknown, message: string) => void errors.push(message) }
  const config = { ...readConfig({ PARALLAX_SOURCES: file, PARALLAX_DIR: folder }) }
  await writeFile(file, 'sources: []\n')
  const follow = await followCatalogue({
    config,
    stored: { url: database.url, database, close: async () => {} },
    outside: { log, clock: { now: () => new Date() } },
    signal: new AbortController().signal,
  } as unknown as Parameters<typeof followCatalogue>[0])
  const whole = `sources:\n${entry('ant')}\n${entry('bee')}`
  const half = `sources:\n${entry('ant')}`
  await writeFile(file, whole)
  await follow()
  await follow()
  expect(await declared()).toEqual(['ant', 'bee'])
  await writeFile(file, half)
  await follow()
  await writeFile(file, `${whole}# written to its end\n`)
  await follow()
  await follow()
  expect(await declared()).toEqual(['ant', 'bee'])
  const { rows } = await database.pool.query(`select from change_log where kind = 'retired'`)
  expect(rows).toHaveLength(0)
  await rm(file)
  for (let looks = 0; looks < 4; looks += 1) await follow()
  expect(errors).toEqual(['the catalogue is gone: what it said last goes on'])
  expect(await declared()).toEqual(['ant', 'bee'])
})
