import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { pack as archive } from 'tar-stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { tryFeedsCommand } from '../../src/cli/try-feeds.ts'
import { rss } from '../feed/feed-text.ts'
import { serveHttp } from '../outside/loopback-server.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'try-feeds-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(dir, { recursive: true })
})

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

test('an address that may not be reached is a line, and a failure where there is nothing else', async () => {
  await writeFile(join(dir, 'a.xml'), rss(item))
  const url = 'http://127.0.0.1:9/feed'
  expect(await tryFeeds(url, join(dir, 'a.xml'))).toMatchObject([
    { file: url, kind: 'failed', reason: 'address-forbidden' },
    { kind: 'feed' },
  ])
  await expect(tryFeeds(url)).rejects.toMatchObject({ message: 'the only input failed', exitCode: 1 })
})

test('robots.txt is asked before a feed, and its rest is kept', async () => {
  vi.stubEnv('PARALLAX_ALLOW_NET', '127.0.0.0/8')
  const asked: { url: string | undefined; at: number }[] = []
  const { url } = await serveHttp((req, res) => {
    asked.push({ url: req.url, at: performance.now() })
    res.end(req.url === '/robots.txt' ? 'User-agent: *\nDisallow: /private/\nCrawl-delay: 0.3' : rss(item))
  })
  const lines = await tryFeeds(`${url}/private/feed`, `${url}/one`, `${url}/two`)
  expect(lines).toMatchObject([
    { file: `${url}/private/feed`, kind: 'failed', reason: 'robots' },
    { file: `${url}/one`, kind: 'feed' },
    { file: `${url}/two`, kind: 'feed' },
  ])
  expect(asked.map((one) => one.url)).toEqual(['/robots.txt', '/one', '/two'])
  expect((asked[2]?.at ?? 0) - (asked[1]?.at ?? 0)).toBeGreaterThan(295)
})

test('--out that is an input is refused before it is emptied, by whatever name', async () => {
  const file = join(dir, 'a.xml')
  await writeFile(file, rss(item))
  await symlink(file, join(dir, 'link.xml'))
  for (const [input, out] of [
    [file, file],
    [dir, file],
    [file, join(dir, 'link.xml')],
    [join(dir, 'link.xml'), file],
  ] as const)
    await expect(
      tryFeedsCommand().parseAsync([input, '--out', out], { from: 'user' }),
      `${input} to ${out}`,
    ).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('would be overwritten') })
  expect(await readFile(file, 'utf8')).toBe(rss(item))
})

test('every file of an archive, packed or not; one that is broken says so and costs the others nothing', async () => {
  const pack = archive()
  pack.entry({ name: 'deep/b.xml' }, rss(item))
  pack.entry({ name: 'a.txt' }, '<html></html>')
  pack.entry({ name: 'long.xml' }, rss(item) + ' '.repeat(10_000_000))
  pack.finalize()
  const bytes = await buffer(pack)
  await writeFile(join(dir, 'feeds.tar'), bytes)
  await writeFile(join(dir, 'feeds.tgz'), gzipSync(bytes))
  await writeFile(join(dir, 'torn.tar.gz'), gzipSync(bytes).subarray(0, 300))
  await writeFile(join(dir, 'z.xml'), rss(item))
  const lines = z.array(z.looseObject({ file: z.string(), kind: z.string() })).parse(await tryFeeds(dir))
  const told = lines.map(({ file, kind, reason }) => [file.slice(dir.length + 1), kind, reason])
  const inArchive = (name: string) => [
    [`${name}/deep/b.xml`, 'feed', undefined],
    [`${name}/a.txt`, 'not-a-feed', 'html'],
    [`${name}/long.xml`, 'not-a-feed', 'too-large'],
  ]
  expect(told.filter(([file]) => !String(file).startsWith('torn'))).toEqual([
    ...[...inArchive('feeds.tar'), ...inArchive('feeds.tgz')],
    ['z.xml', 'feed', undefined],
  ])
  expect(told).toContainEqual(['torn.tar.gz', 'failed', 'unreadable'])
})
