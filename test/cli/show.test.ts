import { execFile } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'
import { type SmallOutlet, smallOutlet } from '../pipelines/small-outlet.ts'

let outlet: SmallOutlet
let database: TestDatabase
beforeAll(async () => {
  outlet = await smallOutlet()
  database = await testDatabase()
})
afterAll(async () => {
  await outlet.close()
  await database.drop()
})

const show = (...args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: database.url }
    execFile(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', 'show', ...args],
      { env },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })

test('show prints a bundle as Markdown, one of its versions, or its document, and says what there is instead of what there is not', async () => {
  outlet.entries = [
    {
      path: '/quay',
      title: 'Harbour quay to be raised by a metre',
      text: [
        'The harbour council decided on Tuesday to raise the old quay by a metre before the winter storms.',
        'The work will cost 6 million dollars, the council said, and 40 boats will have to move for it.',
        'A group of shopkeepers had collected 2,100 names for it. The first stones will be laid on October 5, and the fish market stays open meanwhile.',
      ],
      updated: '2026-03-10T07:00:00Z',
    },
  ]
  await outlet.pass(database)
  const { rows } = await database.pool.query<{ id: string }>('select id from bundle')
  const id = String(rows[0]?.id)
  const shown = await show(id)
  expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining('# Harbour quay to be raised by a metre') })
  expect(await show(id, '--at', '1')).toMatchObject({ code: 0, stdout: shown.stdout })
  expect(JSON.parse((await show(id, '--json')).stdout)).toMatchObject({
    articles: [{ title: 'Harbour quay to be raised by a metre' }],
  })
  expect(await show(id, '--at', '9')).toMatchObject({
    code: 1,
    stderr: `parallax: bundle ${id} has no version 9: it has 1\n`,
  })
  expect(await show('none')).toMatchObject({ code: 1, stderr: 'parallax: there is no bundle none\n' })
}, 60_000)
