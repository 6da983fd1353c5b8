import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sourceId } from '../../src/source/source.ts'
import { syncCatalogue } from '../../src/store/sources.ts'
import { testDatabase } from '../database.ts'
import { serveHttp } from '../outside/loopback-server.ts'

test('a pipeline that is interrupted says what it did and ends with 130; the feed stays due', async () => {
  const database = await testDatabase()
  let interrupt = () => {}
  const { url } = await serveHttp((request, response) => {
    // The feed is never answered.
    if (request.url === '/feed') interrupt()
    else response.writeHead(404).end()
  })
  const source = {
    ...{ id: sourceId('post'), name: 'Post', home: url, country: 'GB', languages: ['en'], owner: 'Post' },
    ...{
      kind: 'newspaper' as const,
      reach: 'domestic' as const,
      ownership: 'private' as const,
      ratings: [],
      feeds: [{ url: new URL('/feed', url).href }],
    },
  }
  await syncCatalogue(database.db, [source], new Date())
  const program = join(import.meta.dirname, '../../src/cli/main.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, 'ingest', '--json'], {
    env: { ...process.env, DATABASE_URL: database.url, PARALLAX_ALLOW_NET: '127.0.0.0/8' },
  })
  interrupt = () => child.kill('SIGINT')
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  const [code] = await once(child, 'close')
  expect(code).toBe(130)
  expect(JSON.parse(stdout)).toMatchObject({ feeds: 0 })
  const { rows } = await database.pool.query('select last_checked_at, failures_in_row from feed')
  expect(rows).toEqual([{ last_checked_at: null, failures_in_row: 0 }])
  await database.drop()
})
