import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'
import { type Newsroom, startNewsroom } from '../newsroom/server.ts'

let newsroom: Newsroom
let database: TestDatabase
let folder: string
let file: string
beforeAll(async () => {
  newsroom = await startNewsroom()
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'parallax-add-'))
  file = join(folder, 'sources.yaml')
})
afterAll(async () => {
  await newsroom.close()
  await database.drop()
  await rm(folder, { recursive: true })
})

const before = `# What we read.
sources:
  # The first of all.
  - id: zebra
    name: Zebra # with stripes
    home: http://zebra.localhost:9/
    country: KE
    languages: [en]
    kind: local
    reach: domestic
    feeds: [http://zebra.localhost:9/rss]
`
beforeEach(() => writeFile(file, before))

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const env = () => ({
  ...process.env,
  ...{ DATABASE_URL: database.url, PARALLAX_SOURCES: file, PARALLAX_DIR: join(folder, 'data') },
  ...{ PARALLAX_ALLOW_NET: '127.0.0.0/8', PARALLAX_LOG_LEVEL: 'error' },
})

function parallax(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', 'src/cli/main.ts', ...args]
    execFile(process.execPath, command, { env: env() }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })
}

const albion = () => newsroom.origin('albion-courier')
const polled = async (path: string) => {
  const { rows } = await database.pool.query(
    `select count(*)::int as count from feed where url like '%' || $1 and reached_at is not null`,
    [path],
  )
  return rows[0]?.count > 0
}

test('from a front page’s address to articles in the database in under a minute, with two commands', async () => {
  const began = performance.now()
  const added = await parallax('sources', 'add', `${albion()}/`, '--yes')
  expect(added).toMatchObject({ code: 0 })
  expect(added.stdout).toMatch(/^the-albion-courier stands in .*sources\.yaml on line 3: the next round polls it\.\n$/)
  expect(added.stderr).toMatch(
    /feed {5}http:\/\/albion-courier\.localhost:\d+\/rss\/news\.xml \(link; \d+ items, newest 2026-03-1\d/,
  )
  expect(added.stderr.match(/^article {2}“.*”, \d+ words$/gm)).toHaveLength(3)
  const text = await readFile(file, 'utf8')
  expect(text).toBe(
    before.replace(
      '  # The first',
      `${text.slice(text.indexOf('  - id: the-albion'), text.indexOf('  # The first'))}  # The first`,
    ),
  )
  expect(text).toContain('    name: The Albion Courier\n')
  expect(text).toContain('    country: GB\n    languages: [en-GB]\n')
  expect((await parallax('sources', 'check')).code).toBe(0)
  await parallax('start', '--once')
  const { rows } = await database.pool.query(`select count(*)::int as count from article where state = 'extracted'`)
  expect(rows[0].count).toBeGreaterThanOrEqual(4)
  expect((performance.now() - began) / 1000).toBeLessThan(60)
}, 90_000)

test('what is there already is refused, with its line', async () => {
  const again = await parallax('sources', 'add', 'http://zebra.localhost:9/news/', '--yes')
  expect(again).toMatchObject({ code: 1, stdout: '' })
  expect(again.stderr).toContain(`Zebra is in the catalogue: ${file}:4, id zebra`)
  const taken = await parallax('sources', 'add', albion(), '--id', 'zebra', '--yes')
  expect(taken.stderr).toContain('id zebra')
  expect(await readFile(file, 'utf8')).toBe(before)
})

test.each([
  [['not an address at all'], 'is no address'],
  [['http://nowhere-at-all.localhost:9/'], 'http://nowhere-at-all.localhost:9/'],
] as const)('%j is refused, and nothing is written', async (args, says) => {
  const run = await parallax('sources', 'add', ...args, '--yes')
  expect(run.code).toBeGreaterThan(0)
  expect(run.stderr).toContain(says)
  expect(await readFile(file, 'utf8')).toBe(before)
})

test('without --yes and nobody to ask nothing is written; --dry-run shows the entry; what is said goes first', async () => {
  const asked = await parallax('sources', 'add', albion())
  expect(asked).toMatchObject({ code: 2 })
  expect(asked.stderr).toContain('say --yes to write it, or --dry-run')
  const own = [
    '--id',
    'courier',
    '--country',
    'IE',
    '--owner',
    'Albion Press',
    '--kind',
    'opinion',
    '--feed',
    `${albion()}/rss/politics.xml`,
  ]
  const dry = await parallax('sources', 'add', albion(), '--dry-run', '--json', ...own)
  expect(JSON.parse(dry.stdout)).toMatchObject({
    written: false,
    source: {
      ...{ id: 'courier', name: 'The Albion Courier', country: 'IE', owner: 'Albion Press', kind: 'opinion' },
      feeds: [{ url: `${albion()}/rss/politics.xml`, section: 'politics' }],
    },
  })
  expect(await readFile(file, 'utf8')).toBe(before)
})

test('an entry is taken out again, comments of others stay', async () => {
  expect((await parallax('sources', 'remove', 'ox')).stderr).toContain('no source has the id ox')
  expect((await parallax('sources', 'remove', 'zebra')).stdout).toContain('zebra is out of')
  expect(await readFile(file, 'utf8')).toContain('# What we read.\nsources: []\n')
})

test('feeds are asked once and shown, those that fail first', async () => {
  await parallax('sources', 'add', albion(), '--yes')
  const run = await parallax('sources', 'test')
  expect(run.code).toBe(1)
  const [head, first, second] = run.stdout.split('\n')
  expect(head).toMatch(/^status +items +newest +took +source +feed$/)
  expect(first).toMatch(/^(?!ok).* zebra +http:\/\/zebra\.localhost:9\/rss$/)
  expect(second).toMatch(/^ok +\d+ +2026-03-1\d .* the-albion-courier +http/)
  expect((await parallax('sources', 'test', 'the-albion-courier', '--json')).code).toBe(0)
  expect((await parallax('sources', 'test', 'ox')).stderr).toContain('no source ox in the catalogue')
})

test('a running process takes a change of the file up, and refuses a broken one whole', async () => {
  const running = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'start', '--port', '0'], {
    env: env(),
  })
  try {
    const said = heard(running)
    await said('Serving on')
    const meridian = newsroom.origin('meridian-wire')
    await parallax('sources', 'add', meridian, '--yes', '--country', 'US', '--language', 'en')
    await said('sources  taken up: 1 sources new')
    for (let tries = 0; !(await polled('/rss/latest.xml')) && tries < 200; tries += 1) await sleep(100)
    expect(await polled('/rss/latest.xml')).toBe(true)
    await appendFile(file, '  - id: Broken One\n    name: Broken\n')
    await said('the catalogue is not taken up: ')
    await said('only a-z, 0-9 and hyphens')
    const { rows } = await database.pool.query(
      `select id, declared from source where id in ('Broken One', 'zebra') order by id`,
    )
    expect(rows).toEqual([{ id: 'zebra', declared: true }])
    expect(running.exitCode).toBeNull()
  } finally {
    running.kill('SIGKILL')
  }
}, 90_000)

/** Waits until the process has said something. */
function heard(child: ChildProcess): (text: string) => Promise<void> {
  let all = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => (all += piece))
  return async (text) => {
    for (let tries = 0; !all.includes(text) && tries < 400; tries += 1) await sleep(100)
    expect(all).toContain(text)
  }
}
