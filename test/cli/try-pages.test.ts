import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { articlePage, jsonLd, pageOf, proseText } from '../article/pages.ts'
import { serveHttp } from '../outside/loopback-server.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'try-pages-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const tryPages = (...args: string[]) => tryPagesIn({}, ...args)

function tryPagesIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Run> {
  const command = ['--import', 'tsx', 'src/cli/main.ts', 'try', 'pages', ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

test('one line for every page of a folder, in order, with just the promised fields', async () => {
  const dated = jsonLd({ '@type': 'NewsArticle', author: 'Jane Doe', datePublished: '2026-03-10T07:40:00+01:00' })
  await writeFile(join(dir, 'c.html'), articlePage())
  await writeFile(join(dir, 'a.html.gz'), gzipSync(articlePage({ head: dated })))
  await writeFile(join(dir, 'b.htm'), pageOf('<title>Fees</title>', '<p>Too little.</p>'))
  await writeFile(join(dir, 'notes.txt'), 'no page')
  await writeFile(join(dir, 'd.html.gz'), gzipSync(Buffer.alloc(60_000_000)))
  await writeFile(join(dir, 'e.html.gz'), gzipSync(articlePage()).subarray(0, 100))
  await writeFile(join(dir, 'f.html.gz'), gzipSync(articlePage()))
  const out = join(dir, 'out.jsonl')
  const run = await tryPages(dir, '--out', out)
  expect(run).toMatchObject({ code: 0, stdout: '', stderr: '3 articles, 3 rejected, 0 failed\n' })
  const article = {
    ...{ kind: 'article', title: 'Harbour raises fees', text: proseText, modifiedAt: null },
    ...{ lang: 'en', langDeclared: 'en', langDetected: 'en', langDisagrees: false },
    ...{
      canonicalUrl: null,
      section: null,
      image: null,
      genre: null,
      isLiveBlog: false,
      isPaid: null,
      wire: null,
      optOuts: [],
    },
  }
  const undated = { ...article, authors: [], publishedAt: null, origins: { title: 'html', langDeclared: 'html' } }
  expect(linesOf(await readFile(out, 'utf8'))).toEqual([
    {
      ...{ file: join(dir, 'a.html.gz'), ...article, authors: ['Jane Doe'], publishedAt: '2026-03-10T06:40:00.000Z' },
      genre: 'news',
      origins: { ...undated.origins, authors: 'json-ld', publishedAt: 'json-ld', genre: 'json-ld' },
    },
    { file: join(dir, 'b.htm'), kind: 'rejected', reason: 'too-short', optOuts: [] },
    { file: join(dir, 'c.html'), ...undated },
    { file: join(dir, 'd.html.gz'), kind: 'rejected', reason: 'too-large', optOuts: [] },
    { file: join(dir, 'e.html.gz'), kind: 'rejected', reason: 'unreadable', optOuts: [] },
    { file: join(dir, 'f.html.gz'), ...undated },
  ])
})

test('without --out the lines go to standard output; an address that may not be reached is a line', async () => {
  await writeFile(join(dir, 'page'), articlePage())
  const run = await tryPages('http://127.0.0.1:9/a', join(dir, 'page'))
  expect(run.code).toBe(0)
  expect(linesOf(run.stdout)).toMatchObject([
    { file: 'http://127.0.0.1:9/a', kind: 'failed', reason: 'address-forbidden' },
    { file: join(dir, 'page'), kind: 'article' },
  ])
})

test('a path that is not there is the user’s mistake, found before anything is read', async () => {
  const missing = join(dir, 'none.html')
  await writeFile(join(dir, 'page.html'), articlePage())
  const out = join(dir, 'out.jsonl')
  const run = await tryPages(join(dir, 'page.html'), missing, '--out', out)
  expect(run).toMatchObject({ code: 2, stdout: '' })
  expect(run.stderr).toBe(`parallax: ${missing}: no such file or folder (a URL begins with http:// or https://)\n`)
  await expect(readFile(out)).rejects.toThrow('ENOENT')
})

test('robots.txt is asked before a page; where every input failed, so did the command', async () => {
  const asked: (string | undefined)[] = []
  const { url } = await serveHttp((req, res) => {
    asked.push(req.url)
    if (req.url === '/robots.txt') res.end('User-agent: *\nDisallow: /private/')
    else res.setHeader('content-type', 'text/html').end(articlePage())
  })
  const env = { PARALLAX_ALLOW_NET: '127.0.0.0/8' }
  const [mixed, failing] = await Promise.all([
    tryPagesIn(env, `${url}/private/a`, `${url}/b`),
    tryPagesIn(env, `${url}/private/a`, `${url}/private/b`),
  ])
  expect(linesOf(mixed.stdout)).toMatchObject([
    { file: `${url}/private/a`, kind: 'failed', reason: 'robots', detail: expect.any(String) },
    { file: `${url}/b`, kind: 'article' },
  ])
  expect(mixed.code).toBe(0)
  expect(failing).toMatchObject({ code: 1, stderr: expect.stringMatching(/parallax: all 2 inputs failed\n$/) })
  expect(asked.sort()).toEqual(['/b', '/robots.txt', '/robots.txt'])
})

test('opt-outs are shown; of a URL they hold, a file is at hand already', async () => {
  const { url } = await serveHttp((req, res) => {
    if (req.url === '/robots.txt') res.writeHead(404).end()
    else res.writeHead(200, { 'content-type': 'text/html', 'x-robots-tag': 'noai' }).end(articlePage())
  })
  await writeFile(join(dir, 'a.html'), articlePage({ head: '<meta name="robots" content="noarchive, noai">' }))
  const run = await tryPagesIn({ PARALLAX_ALLOW_NET: '127.0.0.0/8' }, join(dir, 'a.html'), `${url}/a`)
  expect(linesOf(run.stdout)).toMatchObject([
    { kind: 'article', text: proseText, optOuts: ['noai', 'noarchive'] },
    { kind: 'rejected', reason: 'opted-out', optOuts: ['noai'] },
  ])
})

test('--record keeps a URL’s page with what became of it, --site-rules reads by the rules of a folder', async () => {
  const page = pageOf(
    '<title>Fees</title>',
    `<article><p class="promo">Buy the book of fees now.</p>${articlePage()}</article>`,
  )
  const { url } = await serveHttp((req, res) => {
    if (req.url === '/robots.txt') res.writeHead(404).end()
    else res.setHeader('content-type', 'text/html').end(page)
  })
  const env = { PARALLAX_ALLOW_NET: '127.0.0.0/8' }
  const rule = 'host: 127.0.0.1\nwhy: the general way keeps the whole page\nkeep: .promo\n'
  await writeFile(join(dir, 'a.yaml'), rule)
  const recorded = await tryPagesIn(env, `${url}/a`, '--record', dir, '--site-rules', dir)
  expect(recorded).toMatchObject({ code: 0, stderr: expect.stringContaining('recorded ') })
  expect(await readFile(join(dir, '127.0.0.1.html'), 'utf8')).toBe(page)
  const expected = JSON.parse(await readFile(join(dir, '127.0.0.1.json'), 'utf8'))
  expect(expected).toMatchObject({ url: `${url}/a`, reason: 'too-short' })
  const again = await tryPagesIn(env, `${url}/a`, '--record', dir)
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('file already exists') })
  const ofFile = await tryPages(join(dir, '127.0.0.1.html'), '--record', dir)
  expect(ofFile).toMatchObject({ code: 2, stderr: expect.stringContaining('give the URL') })
  await writeFile(join(dir, 'b.yaml'), rule.replace('.promo', '"p["'))
  const wrong = await tryPagesIn(env, `${url}/a`, '--site-rules', dir)
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('b.yaml:1: keep: is no CSS selector') })
})
