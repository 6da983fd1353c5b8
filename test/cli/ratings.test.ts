import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'parallax-ratings-'))
  await database.pool.query(
    `insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
     select id, id, 'https://www.' || id || '.example/', 'GB', '{en}', 'newspaper', 'domestic', now(), now()
     from unnest(array['harbour', 'ledger']) as id`,
  )
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

function ratings(...args: string[]): Promise<Run> {
  const env = { ...process.env, DATABASE_URL: database.url }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', 'ratings', ...args],
      { env },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })
}

async function fileOf(text: string | Uint8Array): Promise<string> {
  const path = join(folder, 'ratings.csv')
  await writeFile(path, text)
  return path
}

const stored = async () => {
  const { rows } = await database.pool.query(
    'select source_id, rater, value from rating where withdrawn_at is null order by source_id, rater',
  )
  return rows.map(({ source_id, rater, value }) => `${source_id} ${rater} ${value}`)
}

test('a rater is brought in whole or not at all, held against others, and taken out again', async () => {
  const wrong = await fileOf('domain,value\nharbour.example,left\nledger.example,rihgt\u001b[2J\n')
  const refused = await ratings('import', wrong, '--rater', 'panel')
  expect(refused).toMatchObject({ code: 2, stdout: expect.stringContaining('nothing was written') })
  expect(refused.stderr).toContain(`${wrong}:3:16: value: "rihgt\\u001b[2J" is no leaning: write one of left`)
  expect(await stored()).toEqual([])

  const skipped = await ratings('import', wrong, '--rater', 'panel', '--skip-wrong')
  expect(skipped).toMatchObject({ code: 0, stdout: expect.stringContaining('1 new, 0 unchanged; written') })
  expect(skipped.stderr).toContain(':3:16: value:')
  expect(await stored()).toEqual(['harbour panel left'])
  expect((await ratings('list', 'harbour')).stdout).toContain(`imported by operator:${userInfo().username}`)

  const scored = await fileOf('domain,value\nharbour.example,-1\nledger.example,2\nelsewhere.example,0\n')
  const tried = await ratings('import', scored, '--rater', 'survey', '--scale', '-2..2', '--dry-run', '--json')
  expect(JSON.parse(tried.stdout)).toMatchObject({
    counts: { lines: 3, matched: 2, new: 2, unchanged: 0, unknown: 1, wrong: 0 },
    ...{ unknown: ['elsewhere.example'], written: false },
  })
  expect(await stored()).toEqual(['harbour panel left'])
  await ratings('import', scored, '--rater', 'survey', '--scale', '-2..2', '--confidence', '0.4')
  expect((await ratings('import', scored, '--rater', 'survey', '--scale', '-2..2')).stdout).toContain(
    '0 new, 2 unchanged',
  )
  expect(await stored()).toEqual(['harbour panel left', 'harbour survey lean-left', 'ledger survey right'])

  const { stdout } = await ratings('agreement')
  expect(stdout).toContain('within one step 1 of 1 (100.0 %), opposite side 0')
  expect(stdout).toContain('1 source that nobody else rates: the other side is unknown')
  expect((await ratings('remove', '--rater', 'panel')).stdout).toBe('1 rating of panel withdrawn.\n')
  expect((await ratings('remove', '--rater', 'panel')).code).toBe(1)
}, 120_000)

test('suggest says what it read, and that there is nothing to suggest', async () => {
  const { code, stdout, stderr } = await ratings('suggest')
  expect({ code, stdout, stderr }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Read 0 articles: 0 open suggestions'),
    stderr: expect.stringContaining('suggest  0 articles read'),
  })
  expect(JSON.parse((await ratings('suggest', '--json')).stdout)).toEqual({
    ...{ articles: 0, suggested: 0, rejectedBefore: 0, abstained: {} },
  })
  expect((await ratings('suggest', '--min-articles', '0')).stderr).toContain('write a whole number, 1 or more')
}, 60_000)

test('suggestions are listed with their evidence: words in a row, sentences a line each, nothing of theirs reaching the terminal', async () => {
  const { rest, facts } = {
    rest: { articles: 21, words: ['“amnesty” 9 times (z 2.1)', '“liberty” 4 times (z 1.3)'], cites: [] },
    facts: [
      'on 4 stories that rated outlets of two sides told, too, it carries 3 of 20 facts that right-hand tellings carry',
      '“Auditors found 9 cranes unused.\u001b[2J” (https://www.harbour.example/cranes)',
    ],
  }
  await database.pool.query(
    `insert into suggestion (source_id, value, confidence, method, evidence, made_at) values ('harbour', 'lean-right', 0.7, 'facts', $1, now())`,
    [JSON.stringify({ ...rest, facts })],
  )
  const { stdout } = await ratings('suggestions')
  expect(stdout.split('\n').slice(1, -1)).toEqual([
    '      cites: ',
    '      facts:',
    `        ${facts[0]}`,
    '        “Auditors found 9 cranes unused.\\u{1b}[2J” (https://www.harbour.example/cranes)',
    '      words: “amnesty” 9 times (z 2.1), “liberty” 4 times (z 1.3)',
    '      articles: 21',
  ])
}, 60_000)

test('bytes that are no text are blamed on their line', async () => {
  const path = await fileOf(Buffer.from([...Buffer.from('domain,value\nharbour.example,left\n'), 0xff, 0x2c, 0x6c]))
  expect((await ratings('import', path, '--rater', 'bytes')).stderr).toContain(`${path}:3:1: line: holds bytes`)
}, 60_000)

test('wrong use is told from a failure', async () => {
  const path = await fileOf('domain,value\n')
  for (const args of [
    ['import', path],
    ['import', path, '--rater', ' '],
    ['import', path, '--rater', 'a', '--scale', '1'],
    ['import', path, '--rater', 'a', '--confidence', '2'],
    ['import', path, '--rater', 'a', '--valid-from', '2026-02-30'],
    ['import', join(folder, 'none.csv'), '--rater', 'a'],
  ])
    expect((await ratings(...args)).code).toBe(2)
  expect((await ratings('accept', '99')).code).toBe(1)
}, 120_000)
