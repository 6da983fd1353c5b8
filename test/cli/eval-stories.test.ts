import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { evalCommand } from '../../src/cli/eval.ts'
import { harbourDeal, quakes } from '../story/sample-articles.ts'

let folder = ''
let printed = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-eval-stories-'))
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n')

async function file(name: string, rows: readonly unknown[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, name.endsWith('.gz') ? gzipSync(lines(rows)) : lines(rows))
  return path
}

async function run(...options: string[]): Promise<string> {
  await evalCommand().parseAsync(['stories', ...options], { from: 'user' })
  return printed
}

const articles = [
  { id: 'deal-1', publishedOn: '2026-03-10', story: 'deal', ...harbourDeal[0] },
  { id: 'quake-1', publishedOn: '2026-03-10', story: 'quake', ...quakes[0] },
  { id: 'deal-2', publishedOn: '2026-03-11', story: 'deal', ...harbourDeal[1] },
  { id: 'unjudged', publishedOn: '2026-03-11', title: 'Nobody says where this one belongs' },
]

test('groups the articles of the gold file itself and judges those that name their story', async () => {
  const gold = await file('gold.jsonl.gz', articles)
  const report = JSON.parse(await run('--gold', gold, '--json'))
  expect(report).toMatchObject({ articles: 3, missing: 0, pairs: { together: 1, found: 1, gold: 1 } })
  expect(report).toMatchObject({ bCubed: { f1: 1 }, splits: [], merges: [] })
  expect(report.singletonFloor).toBeCloseTo(0.8)
})

test('--in groups other articles, and what of gold they lack is missing', async () => {
  const [gold, input] = [await file('gold.jsonl', articles), await file('in.jsonl', articles.slice(0, 2))]
  expect(await run('--gold', gold, '--in', input)).toContain('judged 2 articles; 1 of gold not in the input')
})

test('--found is judged as it stands, and mistakes are shown with the titles of their parts', async () => {
  const gold = await file('gold.jsonl', articles)
  const found = await file('found.jsonl', [
    { id: 'deal-1', story: 'x' },
    { id: 'quake-1', story: 'x' },
    { id: 'deal-2', story: 'y' },
  ])
  const text = await run('--gold', gold, '--found', found)
  expect(text).toContain('pairwise F1 0.000')
  expect(text).toContain('worst splits: 1 of 1 gold pairs lost\n 1. 1 pair: 2 articles in 2 stories (deal)')
  expect(text).toContain('worst merges: 1 of 1 found pairs foreign\n 1. 1 pair: 2 articles in 2 stories (x)')
  expect(text).toContain(`1 × ${harbourDeal[1]?.title}`)
  expect(text).toMatch(/articles +found +gold\n1 +1 +1\n2 +1 +1\n/)
})

test('titles are cut to the width, and no control character of theirs reaches the terminal', async () => {
  const title = `Quake \u001b[31m\nnews ${'goes on '.repeat(50)}`
  const gold = await file('gold.jsonl', [
    { id: 'a', title, story: 's' },
    { id: 'b', title: '', story: 's' },
  ])
  const found = await file('found.jsonl', [
    { id: 'a', story: '1' },
    { id: 'b', story: '2' },
  ])
  const text = await run('--gold', gold, '--found', found)
  expect(text).not.toContain('\u001b')
  expect(text).toContain('1 × Quake \\u{1b}[31m news goes on')
  expect(text).toContain('1 × (no title)')
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(process.stdout.columns ?? 100)
})

test.each([
  ['a line that is no row', [{ id: 'deal-1', story: 'x' }, { id: 'deal-2' }], /found\.jsonl:2: story: is missing/],
  ['a story that is no text', [{ id: 'deal-1', story: 7 }], /found\.jsonl:1: story: must be text, not a number/],
  ['an article twice', ['x', 'y'].map((story) => ({ id: 'deal-1', story })), /found\.jsonl:2: id: .* line 1 too/],
  ['no article of gold', [{ id: 'other', story: 'x' }], /has none of the 3 articles of .*gold\.jsonl/],
])('%s is refused with its place', async (_, rows, message) => {
  const [gold, found] = [await file('gold.jsonl', articles), await file('found.jsonl', rows)]
  await expect(run('--gold', gold, '--found', found)).rejects.toThrow(message)
  expect(printed).toBe('')
})

test('gold without a story is refused: there would be nothing to judge by', async () => {
  const gold = await file('gold.jsonl', articles.slice(3))
  await expect(run('--gold', gold)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('no line') })
})
