import { execFile } from 'node:child_process'
import { userInfo } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { honestAnswer } from '../bundle/hostile-model.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { dossierIn, type ModelServer, startModelServer } from '../model/model-server.ts'
import { storeHarbourStory, writeBundles, writingFrom } from '../pipelines/harbour-story.ts'
import { storeWeirStories } from '../pipelines/weir-stories.ts'

let server: ModelServer
let database: TestDatabase
beforeAll(async () => {
  server = await startModelServer()
  database = await testDatabase()
  await storeHarbourStory(database)
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const bundles = (...args: string[]) => run(database, 'bundles', ...args)

const run = ({ url }: TestDatabase, ...args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: url }
    const command = ['--import', 'tsx', 'src/cli/main.ts', ...args]
    execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })

const told = [
  'Ports of this coast were leased in 1889.',
  'Cranes were\u200b steam \u202edriven then.',
  'Boats were slow.',
]

test('an editor lists what is held, accepts and rejects it by its number under a name, and is told what can’t be', async () => {
  server.answer = (question) => {
    const answer = honestAnswer(dossierIn(question))
    return { json: { ...answer, context: told.map((text) => ({ text, cites: [], background: true })) } }
  }
  const writing = writingFrom(server.url)
  await writeBundles(database, writing)
  await writing.model.close()

  const { stdout } = await bundles('held')
  expect(stdout.split('\n').map((line) => line.trim())).toEqual([
    '1  Dockworkers at Port Varrow voted on Tuesday to accept',
    `1  ${told[0]} (test, 2026-03-12T00:00Z)`,
    '2  Cranes were steam driven then. (test, 2026-03-12T00:00Z)',
    '3  Boats were slow. (test, 2026-03-12T00:00Z)',
    '',
  ])
  expect(await bundles('accept', '1', '2', '--by', 'Ann Brisk')).toMatchObject({
    stdout: 'Done; the bundle is at version 2.\n',
  })
  expect(JSON.parse((await bundles('reject', '1', '1', '--note', 'it was 1890', '--json')).stdout)).toEqual({
    version: 2,
  })
  expect((await bundles('held', '1', '--state', 'accepted')).stdout).toContain('accepted by editor:Ann Brisk')
  const [rejected] = JSON.parse((await bundles('held', '--state', 'rejected', '--json')).stdout)
  expect(rejected).toMatchObject({
    ...{ bundle: '1', number: 1, text: told[0], note: 'it was 1890', decidedBy: `operator:${userInfo().username}` },
  })
  expect(await bundles('held', '7')).toMatchObject({ code: 1, stderr: 'parallax: there is no bundle 7\n' })
  expect(await bundles('reject', '1', '1')).toMatchObject({
    ...{ code: 1, stderr: 'parallax: this sentence is rejected already\n' },
  })
  expect(await bundles('accept', '1', 'x')).toMatchObject({ code: 2 })
  expect(await bundles('accept', '1', '3', '--by', ' ')).toMatchObject({ code: 2 })
}, 60_000)

test('whoever merges stories is told of editors’ words, and the bundles list which came along and which wait', async () => {
  const weir = await testDatabase()
  try {
    await storeWeirStories(weir)
    await writeBundles(weir, null)
    for (const [place, words] of Object.entries({
      headline: 'Olden weir breaks',
      'facts.1': 'Repairs cost 3.2 million.',
    }))
      await run(weir, 'bundles', 'word', '1', place, words, '--by', 'Ann Brisk', '--note', 'as agreed')
    expect((await run(weir, 'stories', 'merge', '1', '2')).stdout).toContain(
      'what editors say in its bundle 1 (2 sentences) comes along where the other bundle has the same sentence, the rest stays readable: `parallax bundles versions 1`',
    )
    await writeBundles(weir, null)
    const listed = (await run(weir, 'bundles', 'versions', '2')).stdout.replace(/\d{4}-\S+Z/g, 'DAY')
    expect(listed.split('\n').slice(3)).toEqual([
      'Editors’ words',
      '     3  facts 1: Repairs cost 3.2 million. (editor:Ann Brisk, DAY, in bundle 1: as agreed)',
      '',
      'Editors’ words of merged stories, which stand nowhere in this bundle',
      '     1  headline 1: Olden weir breaks (editor:Ann Brisk, DAY, in bundle 1: as agreed)',
      '',
    ])
    const merged = (await run(weir, 'bundles', 'versions', '1')).stdout
    expect(merged).toMatch(/^Its story was merged into that of bundle 2: `bundles versions 2` tells/)
    expect(merged).toContain('headline 1: Olden weir breaks (editor:Ann Brisk')
    const { waiting, wentTo } = JSON.parse((await run(weir, 'bundles', 'versions', '2', '--json')).stdout)
    expect([wentTo, waiting]).toMatchObject([null, [{ text: 'Olden weir breaks', saidIn: '1' }]])
  } finally {
    await weir.drop()
  }
}, 60_000)
