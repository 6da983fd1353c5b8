import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'parallax-overlay-'))
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function parallax(...args: string[]): Promise<Run> {
  const PARALLAX_SOURCES = join(folder, 'sources.yaml')
  const env = { ...process.env, DATABASE_URL: database.url, PARALLAX_DIR: folder, PARALLAX_SOURCES }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })
}

const catalogue = `# Kept by hand.
raters:
  desk: { name: The Desk, method: review, confidence: 0.8, licence: CC0-1.0, validFrom: 2024-01-01 }

sources:
  - id: harbour
    name: Harbour Post
    home: https://www.harbour.example/
    country: GB
    languages: [en]
    kind: newspaper
    reach: domestic
    owner: Harbour Trust
    ownership: nonprofit
    ratings: { desk: lean-left }
    opinion: { path: /opinion/, ratings: { desk: right } }
    feeds:
      - https://www.harbour.example/rss # the main one
`

test('what is laid over a catalogue is shown, told apart, and written back into its text', async () => {
  const file = join(folder, 'sources.yaml')
  await writeFile(file, catalogue)
  await parallax('sources', 'sync')
  expect((await parallax('sources', 'diff')).stdout).toBe('The database is as the file says.\n')

  const csv = join(folder, 'panel.csv')
  await writeFile(csv, 'domain,value\nharbour.example,right\n')
  await parallax('ratings', 'import', csv, '--rater', 'panel', '--valid-from', '2025-01-01', '--confidence', '0.9')
  await parallax('sources', 'pause', 'harbour', '--reason', 'asked us to')
  const who = `operator:${userInfo().username}`

  const shown = (await parallax('sources', 'show', 'harbour')).stdout
  for (const said of [
    `paused by ${who} since `,
    'kind       newspaper, domestic reach, GB, en',
    'owner      Harbour Trust; ownership nonprofit',
    'leaning    lean-right (desk, panel: 2 raters, 3 steps of four apart)',
    'of its opinion pages: right (desk: one rater, so that the other side is unknown)',
    `  panel: right from 2025-01-01, confidence 0.9, not stated, not stated; imported by ${who}`,
    'expected   not known yet: it is learned from two weeks of polls',
    'opinion    addresses with /opinion/',
    '  https://www.harbour.example/rss\n',
  ])
    expect(shown).toContain(said)
  expect(JSON.parse((await parallax('sources', 'show', 'harbour', '--json')).stdout)).toMatchObject({
    ...{
      id: 'harbour',
      leaning: 'lean-right',
      spread: 3,
      raters: ['desk', 'panel'],
      opinionLeaning: { leaning: 'right' },
    },
    ...{ itemsADay: null, learned: null, ownership: 'nonprofit', suggestion: null },
  })
  expect((await parallax('sources', 'diff')).stdout.split('\n')).toEqual([
    'harbour',
    `  + ratings: panel says right from 2025-01-01: imported by ${who}`,
    expect.stringMatching(/^ {2}\+ paused: paused by .*: asked us to$/),
    '',
  ])

  const written = await parallax('sources', 'export', '--overlay', '--in-place')
  expect(written.stderr).toContain('1 sources changed')
  const text = await readFile(file, 'utf8')
  expect(text).toContain('# Kept by hand.\nraters:\n')
  expect(text).toContain(
    '\n    paused: asked us to\n    feeds:\n      - https://www.harbour.example/rss # the main one\n',
  )
  expect((await parallax('sources', 'check')).code).toBe(0)
  await parallax('sources', 'sync')
  expect((await parallax('sources', 'diff')).stdout).toBe('The database is as the file says.\n')
}, 120_000)

test('wrong use is told from a source that is not there', async () => {
  expect((await parallax('sources', 'show', 'nobody')).code).toBe(1)
  expect((await parallax('sources', 'export')).code).toBe(2)
  expect((await parallax('sources', 'export', '--overlay', '--in-place', '--out', 'x')).code).toBe(2)
}, 60_000)
