import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tryFeedsCommand } from '../../src/cli/try-feeds.ts'
import { rss } from '../feed/feed-text.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'try-feeds-'))
})
afterEach(() => rm(dir, { recursive: true }))

async function tryFeeds(...inputs: string[]): Promise<unknown[]> {
  const out = join(dir, '..', `${dir.split('/').at(-1)}.jsonl`)
  try {
    await tryFeedsCommand().parseAsync([...inputs, '--out', out], { from: 'user' })
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n')
    return lines.map((line): unknown => JSON.parse(line))
  } finally {
    await rm(out, { force: true })
  }
}

const item = '<item><title>A</title><link>https://h.example/a</link><pubDate>2026-03-10T07:40:00Z</pubDate></item>'

test('one line for every file of a folder, in order, with just the promised fields', async () => {
  await writeFile(join(dir, 'b.xml'), rss(item))
  await writeFile(join(dir, 'a.txt'), '<html></html>')
  expect(await tryFeeds(dir)).toEqual([
    { file: join(dir, 'a.txt'), kind: 'not-a-feed', reason: 'html' },
    {
      file: join(dir, 'b.xml'),
      kind: 'feed',
      title: 'Harbour',
      items: [
        {
          title: 'A',
          url: 'https://h.example/a',
          publishedAt: '2026-03-10T07:40:00.000Z',
          dateState: 'stated',
          author: null,
          summary: null,
        },
      ],
    },
  ])
})

test('a path that is not there is the user’s mistake', async () => {
  await expect(tryFeeds(join(dir, 'none.xml'))).rejects.toThrow(/none\.xml: no such file or folder/)
})

test('an address that may not be reached is a line, not an error', async () => {
  const server = createServer((_, response) => response.end(rss(item))).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/feed`
  try {
    expect(await tryFeeds(url)).toMatchObject([{ file: url, kind: 'failed', reason: 'address-forbidden' }])
  } finally {
    server.close()
  }
})
