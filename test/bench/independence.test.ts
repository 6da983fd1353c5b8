import { expect, test } from 'vitest'
import { signatureOf } from '../../src/article/signature.ts'
import { independenceGroups } from '../../src/story/independence.ts'
import { randomFrom } from '../farm/random.ts'
import { sampleArticle } from '../story/sample-articles.ts'
import { Buckets, sharingWithAll } from './independence/buckets.ts'
import { editedReport, edits, paragraphsOf } from './independence/editor.ts'
import { lookUpAmong } from './independence/look-up.ts'
import { newsroomPairs } from './independence/newsroom-pairs.ts'
import { editedPairs, halfOf, reportPairs } from './independence/pairs.ts'
import { reworded } from './independence/reworded.ts'
import { scoreOf } from './independence/score.ts'

/** Ten paragraphs of two sentences about one of many harbours. */
const reportOf = (harbour: string) => ({
  title: `Harbour ${harbour} raises its fees`,
  text: Array.from(
    { length: 10 },
    (_, at) =>
      `The office of ${harbour} raised fee ${at} by ${at + 3} percent, its clerk ${harbour}-${at} said. Captains of pier ${at} told ${harbour} before noon that berth ${at * 7} would stay empty.`,
  ).join('\n\n'),
})
const manyEdited = Array.from({ length: 60 }, (_, at) =>
  editedReport(reportOf('Elma'), reportOf('Varrow'), randomFrom(`editor ${at}`)),
)

test('the editor does one to three things to a report, each of them at times, and the same for the same seed', () => {
  expect(editedReport(reportOf('Elma'), reportOf('Varrow'), randomFrom('editor 7'))).toEqual(manyEdited[7])
  expect(new Set(manyEdited.map((edited) => edited.edits.length))).toEqual(new Set([1, 2, 3]))
  expect(new Set(manyEdited.flatMap((edited) => edited.edits))).toEqual(new Set(edits))
})

test('what he edits has another headline and another text, of which some is the report’s', () => {
  const own = new Set(paragraphsOf(reportOf('Elma').text))
  for (const { title, text } of manyEdited) {
    expect(title).toBe(reportOf('Varrow').title)
    expect(text).not.toBe(reportOf('Elma').text)
    expect(paragraphsOf(text).some((paragraph) => own.has(paragraph))).toBe(true)
  }
})

test.each<[(typeof edits)[number], (paragraphs: readonly string[]) => boolean]>([
  ['cut', (paragraphs) => paragraphs.length >= 6 && paragraphs.length <= 8],
  ['shorten', (paragraphs) => paragraphs.length >= 3 && paragraphs.length <= 6],
  ['swap', (paragraphs) => paragraphs.toSorted().join() === paragraphsOf(reportOf('Elma').text).toSorted().join()],
  ['reword', (paragraphs) => paragraphs.length === 10],
  ['lede', (paragraphs) => paragraphs.length === 10 && paragraphs[0]?.includes('Varrow') === true],
  ['expand', (paragraphs) => paragraphs.length >= 13 && paragraphs.length <= 20],
])('%s, alone', (edit, isDone) => {
  const alone = manyEdited.filter((edited) => edited.edits.join() === edit)
  expect(alone.length).toBeGreaterThan(0)
  for (const { text } of alone) expect(isDone(paragraphsOf(text))).toBe(true)
})

test('a reworded sentence keeps most of its words', () => {
  const sentence =
    'The office raised its fees by a tenth, and captains told it before noon that some berths would stay empty.'
  const words = new Set(reworded(sentence, 1, randomFrom('words')).split(' '))
  const kept = sentence.split(' ').filter((word) => words.has(word)).length / sentence.split(' ').length
  expect(kept).toBeGreaterThan(0.7)
  expect(reworded(sentence, 1, randomFrom('words'))).not.toBe(sentence)
  expect(reworded(sentence, 0, randomFrom('words'))).toBe(sentence)
})

test('edited pairs are of reports long enough and taken for one; pairs of reports are of two outlets in one story', () => {
  const reports = ['Elma', 'Varrow', 'Calder'].map((harbour) => sampleArticle(harbour, reportOf(harbour)))
  const short = sampleArticle('short', { text: 'One paragraph.' })
  const edited = editedPairs([...reports, short], 10, 'seed')
  expect(edited.map(({ first }) => first.id).toSorted()).toEqual(['Calder', 'Elma', 'Varrow'])
  expect(edited.every(({ first, second, isOne }) => isOne && independenceGroups([first, second]).length === 1)).toBe(
    true,
  )
  const [elma, varrow, calder] = reports.map((article) => ({ article, story: 'fees' }))
  if (elma === undefined || varrow === undefined || calder === undefined) throw new Error('no reports')
  const sameOutlet = { ...calder, article: { ...calder.article, source: elma.article.source } }
  const pairs = reportPairs([elma, varrow, sameOutlet, { article: short, story: null }], 10, 'seed')
  expect(pairs.map(({ first, second }) => [first.id, second.id].toSorted().join()).toSorted()).toEqual([
    'Calder,Varrow',
    'Elma,Varrow',
  ])
})

test('about half of the stories are in each half', () => {
  const chosen = Array.from({ length: 1000 }, (_, at) => halfOf(`story ${at}`)).filter((half) => half === 'choose')
  expect(Math.abs(chosen.length - 500)).toBeLessThan(60)
})

test('precision is of what is flagged, recall of what is one', () => {
  const [first, second] = [sampleArticle('a'), sampleArticle('b')]
  const pairs = [true, true, true, false].map((isOne, at) => ({
    first,
    second,
    isOne,
    edits: at < 2 ? ['cut' as const] : [],
  }))
  expect(scoreOf(pairs, (pair) => pair.edits.length > 0 || !pair.isOne)).toEqual({
    ...{ pairs: 4, flagged: 3 },
    ...{ precision: 2 / 3, recall: 2 / 3 },
  })
})

test('every reprint of the newsroom is taken for one with what it reprints, and nothing else is', () => {
  const pairs = newsroomPairs()
  expect(pairs.filter(({ isOne }) => isOne)).toHaveLength(16)
  const score = scoreOf(pairs, ({ first, second }) => independenceGroups([first, second]).length === 1)
  expect(score).toMatchObject({ precision: 1, recall: 1 })
})

test('buckets find what comparing with all finds', () => {
  const signatures = [...manyEdited, reportOf('Calder'), { text: '' }].map(({ text }) => signatureOf(text))
  const buckets = new Buckets(signatures)
  for (const at of signatures.keys()) expect(buckets.sharing(at)).toEqual(sharingWithAll(signatures, at))
  expect(buckets.sharing(0).size).toBeGreaterThan(0)
  expect(buckets.sharing(signatures.length - 1).size).toBe(0)
  expect(lookUpAmong(signatures)).toMatchObject({ signatures: 62, bucketsUs: expect.any(Number) })
})
