import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { articlePage, jsonLd, pageOf, proseText } from '../article/pages.ts'

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

function tryPages(...args: string[]): Promise<Run> {
  const command = ['--import', 'tsx', 'src/cli/main.ts', 'try', 'pages', ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, (error, stdout, stderr) => {
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
  const out = join(dir, 'out.jsonl')
  const run = await tryPages(dir, '--out', out)
  expect(run).toMatchObject({ code: 0, stdout: '', stderr: '2 articles, 2 rejected, 0 failed\n' })
  const article = { kind: 'article', title: 'Harbour raises fees', lang: 'en', text: proseText }
  expect(linesOf(await readFile(out, 'utf8'))).toEqual([
    { file: join(dir, 'a.html.gz'), ...article, authors: ['Jane Doe'], publishedAt: '2026-03-10T06:40:00.000Z' },
    { file: join(dir, 'b.htm'), kind: 'rejected', reason: 'too-short' },
    { file: join(dir, 'c.html'), ...article, authors: [], publishedAt: null },
    { file: join(dir, 'd.html.gz'), kind: 'rejected', reason: 'too-large' },
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

test('a path that is not there and a torn archive are the user’s mistakes', async () => {
  const missing = join(dir, 'none.html')
  const torn = join(dir, 'torn.html.gz')
  await writeFile(torn, gzipSync(articlePage()).subarray(0, 100))
  const [first, second] = await Promise.all([tryPages(missing), tryPages(torn)])
  expect(first).toMatchObject({ code: 2, stdout: '' })
  expect(first.stderr).toBe(`parallax: ${missing}: no such file or folder (a URL begins with http:// or https://)\n`)
  expect(second).toMatchObject({ code: 2, stdout: '' })
  expect(second.stderr).toMatch(/^parallax: .*torn\.html\.gz: is not a whole gzip file \(.+\)\n$/)
})
