import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bundleDocumentSchema } from '../../src/bundle/document.ts'
import { tryBundlesCommand } from '../../src/cli/try-bundles.ts'
import { ferryStory } from '../fact/articles.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'try-bundles-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

const lines = () =>
  ferryStory().articles.map(({ id, title, text, source, url }) => ({
    id,
    title,
    text,
    source: source.name,
    leaning: source.leaning,
    url,
  }))

async function run(rows: readonly unknown[], name = 'in.jsonl') {
  const text = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')
  await writeFile(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text)
  const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    await tryBundlesCommand().parseAsync(['--in', join(folder, name), '--out', join(folder, 'out.jsonl')], {
      from: 'user',
    })
    const summary: unknown = JSON.parse(String(printed.mock.calls.at(-1)?.[0]))
    const written = (await readFile(join(folder, 'out.jsonl'), 'utf8')).trim().split('\n')
    return { summary, bundles: written.map((line) => bundleDocumentSchema.parse(JSON.parse(line))) }
  } finally {
    printed.mockRestore()
  }
}

test('articles that name their story give one bundle a story, in order of first article', async () => {
  const rows = lines().map((line, at) => ({ ...line, story: at % 2 === 0 ? 'even' : 'odd' }))
  const { summary, bundles } = await run(rows, 'in.jsonl.gz')
  expect(bundles.map((bundle) => [bundle.story, bundle.coverage.articles])).toEqual([
    ['even', 3],
    ['odd', 3],
  ])
  expect(summary).toMatchObject({
    articles: 6,
    stories: 2,
    bundles: 2,
    refused: {},
    claims: { background: 0, editor: 0 },
  })
})

test('articles without a story are grouped, beside named ones of the same id', async () => {
  const { bundles } = await run([...lines(), { id: 'x', title: 'Chess crown won', story: 's1' }])
  const stories = bundles.map((bundle) => bundle.story)
  expect(new Set(stories).size).toBe(stories.length)
  expect(bundles.find((bundle) => bundle.story === 's1')?.coverage.articles).toBe(1)
  expect(bundles.reduce((sum, bundle) => sum + bundle.coverage.articles, 0)).toBe(7)
})

test('only id and title must be there, and a side is silent where the file has sources of it and two tell the story', async () => {
  const { bundles } = await run([
    { id: '1', title: 'Chess crown won', story: 'a', leaning: null, text: null },
    { id: '3', title: 'Chess crown goes to Tornby', story: 'a', leaning: null, text: null, source: 'Elma Radio' },
    { id: '2', title: 'Ferry lost', story: 'b', leaning: 'left', publishedOn: '2026-03-10' },
  ])
  expect(bundles[0]?.coverage.missing).toEqual([
    { side: 'left', because: 'silent' },
    { side: 'center', because: 'no-sources' },
    { side: 'right', because: 'no-sources' },
  ])
  expect(bundles[1]?.coverage.missing).toEqual([
    { side: 'center', because: 'no-sources' },
    { side: 'right', because: 'no-sources' },
  ])
  expect(bundles[1]?.firstPublishedAt).toBe('2026-03-10T00:00:00.000Z')
})

test('--out that is --in is refused before it is emptied', async () => {
  const file = join(folder, 'in.jsonl')
  await writeFile(file, '{"id":"1","title":"A"}')
  const running = tryBundlesCommand().parseAsync(['--in', file, '--out', file], { from: 'user' })
  await expect(running).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('would be overwritten') })
  expect(await readFile(file, 'utf8')).toBe('{"id":"1","title":"A"}')
})

test('a malformed line is an error that names file, line and field, and nothing is left behind', async () => {
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith('parallax-articles-'))
  await expect(run([{ id: '1', title: 'A' }, { id: '2' }])).rejects.toThrow(/in\.jsonl:2: title/)
  await expect(run([{ id: '1', title: 'A' }, '{"id":'])).rejects.toThrow(/in\.jsonl:2: not JSON/)
  const after = (await readdir(tmpdir())).filter((name) => name.startsWith('parallax-articles-'))
  expect(after.filter((name) => !before.includes(name))).toEqual([])
})
