import { execFile } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'
import { storiesOfSizes } from '../store/edited-stories.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function stories(...args: string[]): Promise<Run> {
  const env = { ...process.env, DATABASE_URL: database.url }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', 'stories', ...args],
      { env },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
      },
    )
  })
}

test('an editor splits a story, sees why it is as it is, is refused a contradiction, and undoes', async () => {
  await storiesOfSizes(database, [2, 3])
  await database.pool.query(`update article set title = 'Menu' || chr(27) || '[2J' where id = 3`)
  expect(await stories('split', '2', '3', '--note', 'another flood')).toMatchObject({
    ...{ code: 0, stdout: expect.stringContaining('Split story 2: 1 article went to the new story 3 (edit 1).') },
  })
  const shown = (await stories('show', '3')).stdout
  for (const said of [
    'split from story 2',
    'editor: split from story 2 by operator:',
    'cannot-link: articles 3 and 4',
    'Menu\\u{1b}',
  ])
    expect(shown).toContain(said)
  expect((await stories('list', '--json')).stdout).toContain('"id":"3"')
  const refused = await stories('merge', '3', '2')
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toMatch(
    /^parallax: “Title 4” \(article 4\) belongs with [^\n]* does not belong with “Title 4” \(article 4\)\n$/,
  )
  expect((await stories('undo', '1')).stdout).toBe('Undid edit 1 (split) (edit 2).\n')
  expect((await stories('show', '3')).stdout).toContain('Story 3 was merged into story 2.')
}, 60_000)

test('wrong use is told from a refusal', async () => {
  expect((await stories('show', '99')).code).toBe(1)
  expect((await stories('move', '1')).code).toBe(2)
  expect((await stories('list', '--limit', 'many')).code).toBe(2)
}, 60_000)
