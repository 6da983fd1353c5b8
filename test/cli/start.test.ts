import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
let folder = ''
beforeEach(async () => {
  database = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'parallax-start-'))
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

function startOnce(catalogue: string) {
  const file = join(folder, 'sources.yaml')
  writeFileSync(file, catalogue)
  const program = join(import.meta.dirname, '../../src/cli/main.ts')
  const env = { ...process.env, DATABASE_URL: database.url, PARALLAX_SOURCES: file }
  return spawnSync(process.execPath, ['--import', 'tsx', program, 'start', '--once'], { encoding: 'utf8', env })
}

const withFeeds = (feeds: string) => `sources:
  - id: harbour-post
    name: The Harbour Post
    home: http://harbour.localhost/
    country: GB
    languages: [en-GB]
    kind: newspaper
    reach: domestic
    owner: Harbour
    ratings: []
    feeds: ${feeds}
`

test('a round in which no feed is due says when the next one is', () => {
  const catalogue = withFeeds('[{ url: "http://harbour.localhost:9/feed" }]')
  const first = startOnce(catalogue)
  expect(first.stderr).toMatch(/ingest {3}1 feeds polled/)
  const { status, stderr } = startOnce(catalogue)
  expect(stderr).toMatch(/No feed was due: the next one is at \d{4}-\S+Z\. .*ingest --all/)
  expect(status).toBe(0)
})
