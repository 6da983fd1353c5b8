import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'
import { smallOutlet } from '../pipelines/small-outlet.ts'

let database: TestDatabase
const text = [
  'The tram depot at the river, empty since the last line closed, becomes a hall for concerts and a market, the city council decided.',
  'Two of the old trams stay where they are and serve coffee. The rails between them are to be filled with clay and planted with thyme.',
  'The first concert is planned for May of next year, when the roof, which lost half of its panes to a hailstorm, has been glazed again.',
]
const page = { title: 'Tram depot at the river becomes a concert hall', updated: '2026-03-10T07:00:00Z' }

beforeAll(async () => {
  database = await testDatabase()
  const outlet = await smallOutlet()
  outlet.entries = [
    { ...page, path: '/depot', text },
    { ...page, path: '/stub', title: 'A stub', text: ['Too short to be an article.'] },
  ]
  await outlet.pass(database)
  await outlet.close()
  await database.pool.query(`update article set title = 'Menu' || chr(27) || '[2J', text = text || E'\n\nShare this.'`)
})
afterAll(() => database.drop())

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function replayExtract(...args: string[]): Promise<Run> {
  const command = ['--import', 'tsx', 'src/cli/main.ts', 'replay', 'extract', ...args]
  const env = { ...process.env, DATABASE_URL: database.url }
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

const titles = async () => (await database.pool.query(`select title from article where state = 'extracted'`)).rows

test('prints what would change, plainly, and writes nothing', async () => {
  const run = await replayExtract()
  const [id] = /\d+/.exec(run.stdout) ?? []
  expect(run.code).toBe(0)
  expect(run.stdout.replace(/http:\S+/, 'URL')).toBe(`${id}  URL
  changed: title, text
  - title        Menu\\u{1b}[2J
  + title        ${page.title}
    … 3 paragraphs unchanged
  - Share this.

2 kept pages: 1 unchanged, 0 unreadable, 0 outdated
changed              1 (title 1, text 1)
newly accepted       0
newly rejected       0
rejected otherwise   0
opt-outs not on record 0
Nothing was written: --apply stores it.
`)
  expect(run.stderr).toContain('2 of 2 pages')
  expect(await titles()).toEqual([{ title: 'Menu\u001b[2J' }])
})

test('as JSON: a line for every page, then the counts', async () => {
  const { stdout } = await replayExtract('--json', '--only', 'text')
  const [changed, unchanged, counts] = stdout.split('\n').map((line): unknown => line && JSON.parse(line))
  expect([changed, unchanged].filter((line) => Object(line).kind === 'unchanged')).toHaveLength(1)
  const text = [
    { kind: 'same', paragraphs: expect.any(Array) },
    { kind: 'removed', paragraphs: ['Share this.'] },
  ]
  expect([changed, unchanged]).toContainEqual({
    ...{ article: expect.any(String), url: expect.stringMatching(/\/depot$/), source: 'ledger' },
    ...{ fetchedAt: '2026-03-10T08:00:00.000Z', kind: 'changed', optOuts: [], stored: 'nothing', changes: { text } },
  })
  expect(counts).toMatchObject({ pages: 2, changed: 1, fields: { text: 1 } })
})

test('days are whole days, and both ends count', async () => {
  const found = async (...args: string[]) =>
    (await replayExtract('--json', ...args)).stdout.trimEnd().split('\n').length
  expect(await found('--since', '2026-03-10', '--until', '2026-03-10')).toBe(3)
  expect(await found('--since', '2026-03-11')).toBe(1)
  expect(await found('--until', '2026-03-09')).toBe(1)
})

test.each([
  ['--since', '2026-02-30', 'it must be a day such as 2026-03-01.'],
  ['--until', 'yesterday', 'it must be a day such as 2026-03-01.'],
  ['--limit', '0', 'it must be a whole number from 1.'],
  ['--only', 'title,body', 'it must be of title, authors, publishedAt, lang, section, text.'],
])('%s %s is wrong use', async (option, value, words) => {
  const run = await replayExtract(option, value)
  expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) })
})

test('a reader who leaves early interrupts it without a word', async () => {
  const command = ['--import', 'tsx', 'src/cli/main.ts', 'replay', 'extract']
  const run = spawn(process.execPath, command, { env: { ...process.env, DATABASE_URL: database.url } })
  run.stdout.destroy()
  let said = ''
  run.stderr.on('data', (chunk) => {
    said += chunk
  })
  expect(await once(run, 'exit')).toEqual([130, null])
  expect(said).not.toContain('EPIPE')
})

test('--apply stores it, and says so', async () => {
  const run = await replayExtract('--apply')
  expect(run.stdout).toContain('changed: title, text [applied]')
  expect(run.stdout).toMatch(/\n1 stored, 0 overtaken by another process, 0 found to be duplicates\n$/)
  expect(await titles()).toEqual([{ title: page.title }])
})
