import { expect, test } from 'vitest'
import { hostIn, SourceIndex } from '../../src/leaning/match-sources.ts'
import { planImport, type Said } from '../../src/leaning/plan-import.ts'
import { readRatingLines } from '../../src/leaning/rating-lines.ts'
import { parseScale } from '../../src/leaning/rating-values.ts'
import { sourceId } from '../../src/source/source.ts'

const source = (id: string, home: string) => ({ id: sourceId(id), home })
const catalogue = [
  source('post', 'https://www.post.example.org/'),
  source('letters', 'https://letters.post.example.org/'),
  source('times', 'https://www.times.co.uk/news'),
  source('blog-a', 'https://a.wordpress.com/'),
  source('blog-b', 'https://b.wordpress.com/'),
]
const defaults = { rater: 'panel', method: 'panel', confidence: 0.5, licence: 'own', validFrom: '2026-01-01' }

async function plan(text: string, said: readonly Said[] = [], scale: string | null = null) {
  async function* chunks() {
    for (const char of text) yield char
  }
  const lines = readRatingLines(chunks(), scale === null ? null : parseScale(scale))
  return planImport(lines, new SourceIndex(catalogue), said, defaults)
}
const planned = async (text: string, said: readonly Said[] = [], scale: string | null = null) =>
  (await plan(text, said, scale)).ratings.map(({ sourceId: id, value }) => `${id} ${value}`)
const flawed = async (text: string, said: readonly Said[] = []) =>
  (await plan(text, said)).flaws.map(({ line, column, field, message }) => `${line}:${column} ${field}: ${message}`)

test('a line finds its sources by id, by host or by registrable domain', async () => {
  expect(await planned('source,value\nletters,left')).toEqual(['letters left'])
  expect(await planned('domain,value\nexample.org,left')).toEqual(['post left', 'letters left'])
  expect(await planned('url,bias\nhttps://www.TIMES.co.uk/sport/,right-center')).toEqual(['times lean-right'])
  expect(await planned('domain,value\nfeeds.times.co.uk,center')).toEqual(['times center'])
  expect(await planned('domain,value\nwordpress.com,left\nb.wordpress.com,right')).toEqual(['blog-b right'])
})

test('the line that names a source most closely counts, wherever it stands', async () => {
  const host = 'letters.post.example.org,right'
  const domain = 'example.org,left'
  expect(await planned(`domain,value\n${host}\n${domain}`)).toEqual(['letters right', 'post left'])
  expect(await planned(`domain,value\n${domain}\n${host}`)).toEqual(['post left', 'letters right'])
})

test('columns come in any order and with other names; what a line does not say holds for all', async () => {
  const tsv =
    'domain\tleaning5\tfactual\n\t\tlow\ntimes.co.uk\tleft-center\thigh\nnowhere.example\tneutral\thigh\npost.example.org\t\thigh\n'
  const found = await plan(tsv)
  expect(found.ratings).toEqual([{ ...defaults, sourceId: 'times', value: 'lean-left', pages: 'all' }])
  expect(found).toMatchObject({
    counts: { lines: 2, matched: 1, sources: 1, new: 1, unchanged: 0, unknown: 1, unrated: 1, wrong: 0 },
    ...{ unknown: ['nowhere.example'], ignoredColumns: ['factual'], flaws: [] },
  })
  const own = 'valid from;Licence;Confidence;Value;pages;ID;method\n2025-05-01;CC0;0.25;4;opinion;post;survey'
  expect((await plan(own, [], '1..5')).ratings).toEqual([
    {
      ...{ sourceId: 'post', rater: 'panel', value: 'lean-right', validFrom: '2025-05-01', licence: 'CC0' },
      ...{ confidence: 0.25, pages: 'opinion', method: 'survey' },
    },
  ])
})

test('what is known already is told from what is new', async () => {
  const said: Said[] = [{ sourceId: sourceId('times'), validFrom: '2026-01-01', pages: 'all', value: 'left' }]
  const { counts } = await plan('domain,value\ntimes.co.uk,left\nexample.org,left', said)
  expect(counts).toMatchObject({ new: 2, unchanged: 1, wrong: 0 })
  expect(await flawed('domain,value\ntimes.co.uk,right', said)).toEqual([
    '2:13 value: says right of times, but panel is known to have said left on 2026-01-01: state the day of the correction with --valid-from or in a column valid_from',
  ])
  expect(await flawed('domain,value,date\ntimes.co.uk,right,2026-02-01', said)).toEqual([])
})

test.each([
  ['', '1:1 header: nothing stands in it: begin with the line domain,value'],
  ['outlet,value\n', '1:1 header: no column says which outlet: name one domain or source'],
  ['domian,value\n', '1:1 header: no column says which outlet (is it "domian"?): name one domain or source'],
  ['domain,stance\n', '1:1 header: no column says the leaning: name one value'],
  ['domain,value\n,left', '2:1 domain: is empty: name the domain of the outlet that is rated, or remove the line'],
  ['domain,value\nthe times,left', '2:1 domain: "the times" is no domain: write one such as example.org'],
  [
    'domain,value\ntimes.co.uk,leftish',
    '2:13 value: "leftish" is no leaning: write one of left, lean-left, center, lean-right, right',
  ],
  ['domain,value\ntimes.co.uk,2', '2:13 value: "2" is a number: say on which scale, such as --scale -2..2'],
  [
    'domain,value,confidence\ntimes.co.uk,left,80%',
    '2:18 confidence: "80%" is no confidence: write one above 0 and at most 1, such as 0.8',
  ],
  [
    'domain,value,date\ntimes.co.uk,left,1/2/2024',
    '2:18 valid from: "1/2/2024" is no date: write an existing day as YYYY-MM-DD',
  ],
  ['domain,value,pages\ntimes.co.uk,left,sport', '2:18 pages: "sport" is not one of all, opinion'],
  ['domain,value\ntimes\uFFFD.co.uk,left', '2:1 line: holds bytes that are no UTF-8: save the file as UTF-8'],
  [
    'domain,value\ntimes.co.uk,left\nwww.times.co.uk,right',
    '3:17 value: says right of times, of which line 2 says left: keep one of them',
  ],
  [
    'domain,value\n"times.co.uk,left',
    '2:1 line: a quote begins here and is never closed: close it, or double it if it is part of the text',
  ],
])('%j: %s', async (text, expected) => {
  expect(await flawed(text)).toEqual([expected])
})

test('of a file that is wrong throughout the first flaws are kept, and all counted', async () => {
  const { counts, flaws } = await plan(`domain,value\n${'times.co.uk,x\n'.repeat(3000)}`)
  expect(counts.wrong).toBe(3000)
  expect(flaws.length).toBe(1000)
})

test('a host is read out of what people write', () => {
  expect(
    ['WWW.Post.example.', 'http://post.example:8080/a?b', 'post.example/a', 'post', 'a b.c', ''].map(hostIn),
  ).toEqual([...['post.example', 'post.example', 'post.example', null, null, null]])
})
