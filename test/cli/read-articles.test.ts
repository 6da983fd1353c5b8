import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ArticleLine, readArticles } from '../../src/cli/read-articles.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-articles-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function reading(name: string, content: string | Uint8Array): Promise<ArticleLine[]> {
  const path = join(folder, name)
  await writeFile(path, content)
  return collect(path)
}

async function collect(path: string): Promise<ArticleLine[]> {
  const lines: ArticleLine[] = []
  for await (const line of readArticles(path)) lines.push(line)
  return lines
}

test('an id and a title are enough; what is missing is unknown, not guessed', async () => {
  const [line] = await reading('least.jsonl', '{"id":"a","title":"T"}\n')
  expect(line).toEqual({
    story: null,
    article: {
      id: 'a',
      source: {
        id: 'unknown source of a',
        name: 'unknown source',
        leaning: 'unknown',
        kind: null,
        country: null,
        reach: null,
        owner: null,
      },
      url: null,
      title: 'T',
      text: '',
      lang: null,
      wire: null,
      publishedAt: null,
      sections: [],
    },
  })
})

test('a full line, zipped, with a day, a story and keys nobody knows', async () => {
  const full = {
    ...{ id: 'a', title: 'T', text: 'Body', publishedOn: '2026-03-10', source: 'The Paper', lang: 'en' },
    ...{ leaning: 'lean-left', url: 'https://paper.example/a', story: 's', dateIsFirstSeen: true },
  }
  const [line] = await reading('full.jsonl.gz', gzipSync(JSON.stringify(full)))
  expect(line?.story).toBe('s')
  expect(line?.article).toMatchObject({
    source: { id: 'The Paper', name: 'The Paper', leaning: 'lean-left', owner: null },
    publishedAt: new Date('2026-03-10T00:00:00Z'),
    url: 'https://paper.example/a',
  })
})

test('null, empty strings, blank lines and a byte order mark are no mistakes', async () => {
  const empty = '{"id":"a","title":"","text":null,"publishedOn":"","source":"","leaning":null,"lang":"","story":""}'
  const lines = await reading('empty.jsonl', `\uFEFF${empty}\r\n\r\n`)
  expect(lines).toHaveLength(1)
  expect(lines[0]?.article).toMatchObject({ publishedAt: null, lang: null, source: { leaning: 'unknown' } })
})

test.each([
  ['not JSON', '{"id":"a","title":"T"}\n{oops', /:2: not JSON/],
  ['no object', '7', /:1: line: must be a JSON object such as .*, not a number$/],
  ['no title', '{"id":"a"}', /:1: title: is missing$/],
  ['no id', '{"id":"a","title":"T"}\n{"title":"T"}', /:2: id: is missing$/],
  ['an empty id', '{"id":"","title":"T"}', /:1: id: must not be empty$/],
  ['null for an id', '{"id":null,"title":"T"}', /:1: id: must be text, not null$/],
  ['a number for a text', '{"id":"a","title":"T","text":7}', /:1: text: must be text, not a number$/],
  ['a list for a source', '{"id":"a","title":"T","source":[]}', /:1: source: must be text, not an array$/],
  ['no date', '{"id":"a","title":"T","publishedOn":"yesterday"}', /:1: publishedOn: expected a day/],
  ['an impossible date', '{"id":"a","title":"T","publishedOn":"2026-13-45"}', /:1: publishedOn: /],
  ['no leaning', '{"id":"a","title":"T","leaning":"far"}', /:1: leaning: expected one of left/],
  ['an id twice', '{"id":"a","title":"T"}\n\n{"id":"a","title":"U"}', /:3: id: "a" stands on line 1 too/],
])('%s is an error with file, line and field', async (_, content, message) => {
  const failing = reading('wrong.jsonl', content)
  await expect(failing).rejects.toMatchObject({ name: 'UserError', exitCode: 2 })
  await expect(failing).rejects.toThrow(/wrong\.jsonl:\d/)
  await expect(failing).rejects.toThrow(message)
})

test.each([
  [
    'Latin-1',
    Buffer.from('{"id":"a","title":"T"}\n{"id":"b","title":"caf\xe9"}\n', 'latin1'),
    /:2: is not valid UTF-8/,
  ],
  ['a cut letter at the end', Buffer.from('{"id":"a","title":"T"}\n\n"é').subarray(0, -1), /:3: is not valid UTF-8/],
  ['UTF-16', Buffer.from('\uFEFF{"id":"a","title":"T"}', 'utf16le'), /:1: is not valid UTF-8/],
])('%s is an error with its line', async (_, bytes, message) => {
  for (const [name, content] of [
    ['wrong.jsonl', bytes],
    ['wrong.jsonl.gz', gzipSync(bytes)],
  ] as const)
    await expect(reading(name, content)).rejects.toThrow(message)
})

test('letters of many bytes, lines of many chunks and line separators inside a text stay whole', async () => {
  const text = `${'ж\u2028€😀'.repeat(30_000)}`
  const line = (id: string) => JSON.stringify({ id, title: 'é', text })
  const lines = await reading('long.jsonl', `${line('a')}\r\n${line('b')}`)
  expect(lines.map(({ article }) => article.id)).toEqual(['a', 'b'])
  expect(lines.every(({ article }) => article.text === text)).toBe(true)
})

test('a missing file, a folder and a broken archive are said plainly', async () => {
  await expect(collect(join(folder, 'nowhere.jsonl'))).rejects.toThrow(/nowhere\.jsonl: no such file/)
  await expect(collect(join(folder, 'nowhere.jsonl.gz'))).rejects.toThrow(/nowhere\.jsonl\.gz: no such file/)
  await expect(collect(folder)).rejects.toThrow(/is a folder/)
  await expect(reading('torn.jsonl.gz', 'no gzip')).rejects.toMatchObject({ name: 'UserError' })
  const torn = gzipSync(JSON.stringify({ id: 'a', title: 'T' })).subarray(0, 20)
  await expect(reading('cut.jsonl.gz', torn)).rejects.toMatchObject({ name: 'UserError' })
})
