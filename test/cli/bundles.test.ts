import { execFile } from 'node:child_process'
import { userInfo } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { honestAnswer } from '../bundle/hostile-model.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { dossierIn, type ModelServer, startModelServer } from '../model/model-server.ts'
import { storeHarbourStory, writeBundles, writingFrom } from '../pipelines/harbour-story.ts'

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

const bundles = (...args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: database.url }
    const command = ['--import', 'tsx', 'src/cli/main.ts', 'bundles', ...args]
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
