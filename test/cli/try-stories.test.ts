import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { tryStoriesCommand } from '../../src/cli/try-stories.ts'
import { harbourDeal, quakes } from '../story/sample-articles.ts'

let folder = ''
let printed = { out: '', err: '' }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-try-stories-'))
  printed = { out: '', err: '' }
  for (const [name, stream] of [
    ['out', process.stdout],
    ['err', process.stderr],
  ] as const) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed[name] += String(text)
      return true
    })
  }
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n')

async function run(rows: readonly unknown[], ...more: string[]): Promise<{ id: string; story: string }[]> {
  const [input, output] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')]
  await writeFile(input, lines(rows))
  await tryStoriesCommand().parseAsync(['--in', input, '--out', output, ...more], { from: 'user' })
  const written = await readFile(output, 'utf8')
  return written
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

const rows = [
  { id: 'late', publishedOn: '2026-03-11', story: 'ignored', ...harbourDeal[1] },
  { id: 'quake', publishedOn: '2026-03-10T09:00:00Z', story: 'ignored', ...quakes[0] },
  { id: 'early', publishedOn: '2026-03-10', story: 'ignored', ...harbourDeal[0] },
]

test('writes a line per article in input order and ignores the story of the input', async () => {
  const written = await run(rows)
  expect(written.map((row) => row.id)).toEqual(['late', 'quake', 'early'])
  expect(written[0]?.story).toBe(written[2]?.story)
  expect(written[1]?.story).not.toBe(written[0]?.story)
})

test('the one line on standard output is the summary', async () => {
  await run(rows)
  expect(JSON.parse(printed.out)).toEqual({
    articles: 3,
    stories: 2,
    featureSeconds: expect.any(Number),
    assignSeconds: expect.any(Number),
    peakMemoryMb: expect.any(Number),
  })
  expect(printed.out.trim().split('\n')).toHaveLength(1)
})

test('an empty file is a collection of no articles', async () => {
  expect(await run([])).toEqual([])
  expect(JSON.parse(printed.out)).toMatchObject({ articles: 0, stories: 0 })
})

test('--gold prints how well the stories agree', async () => {
  const gold = join(folder, 'gold.jsonl')
  await writeFile(gold, lines(rows.map((row) => ({ ...row, story: row.id === 'quake' ? 'quake' : 'deal' }))))
  await run(rows, '--gold', gold)
  expect(printed.err).toContain('B-cubed  F1 1.000')
  expect(printed.err).toContain('every article by itself: 0.800')
})

test('--out that is --in or --gold is refused before it is emptied', async () => {
  const [input, gold] = [join(folder, 'in.jsonl'), join(folder, 'gold.jsonl')]
  for (const file of [input, gold]) await writeFile(file, lines(rows))
  for (const out of [input, gold]) {
    const running = tryStoriesCommand().parseAsync(['--in', input, '--out', out, '--gold', gold], { from: 'user' })
    await expect(running).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('would be overwritten'),
    })
    expect(await readFile(out, 'utf8')).toBe(lines(rows))
  }
})

test('a malformed line writes no result', async () => {
  await expect(run([...rows, { id: 'x' }])).rejects.toThrow(/in\.jsonl:4: title/)
  await expect(readFile(join(folder, 'out.jsonl'))).rejects.toThrow('ENOENT')
  expect(printed.out).toBe('')
})
