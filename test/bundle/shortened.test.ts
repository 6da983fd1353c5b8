import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mended, shortenings } from '../../src/bundle/shortened.ts'
import { readStory, type Statement } from '../../src/fact/readings.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

function statementsOf(text: string): readonly Statement[] {
  return readStory(storyOf([articleBy('Outlet', 'center', { title: 'Toll', text })]), [])[0]?.statements ?? []
}
const shortened = (text: string) =>
  statementsOf(text)
    .flatMap(shortenings)
    .map(({ sentence }) => sentence.text)

const raised = 'The council of Elma raised the bridge toll to 12 florins on Tuesday'

test.each([
  ', which had been 9 florins since the spring of 2019.',
  ', raising the cost of a month of crossings to 240 florins.',
  ', as drivers of lorries protested before the town hall.',
  ' — the first rise since the bridge was opened.',
])('a sentence is whole without what it adds: %s', (addition) => {
  expect(shortened(`${raised}${addition}`)).toEqual([raised])
})

test.each([
  [`${raised}, according to its clerk.`, 'whose words it is'],
  [`${raised}, which the clerk said was not final.`, 'whose words it is, and what it denies'],
  [`${raised} — unless the governor of the province forbids it.`, 'a condition'],
  [`${raised}, which had been 9 florins, and closed a lane.`, 'a clause that does not end the sentence'],
  ['As the council of Elma and the drivers of lorries met on Tuesday, raising the toll failed.', 'the main clause'],
  ['The council of Elma, its clerk and the drivers of all lorries, who met, agreed.', 'the verb'],
  ['The rules of Elma now ask for more room for hens, horses, breeding pigs and calves.', 'a part of a list'],
  [
    'The bridge of Elma — the oldest of the whole province of Hale — was closed on Monday.',
    'what follows an insertion',
  ],
])('%s is told whole: its border would cut off %s', (text) => {
  expect(shortened(text)).toEqual([])
})

test('of a beginning that was cut what stands before its last clause border is told', () => {
  const mendedText = (text: string) => statementsOf(text).map((one) => mended(one)?.sentence.text ?? null)[0]
  const cut = `${raised} after two of its members changed their minds on the evening before and the mayor told them that the`
  expect(mendedText(cut)).toBe(raised)
  expect(mendedText('Council of Elma raises its toll and leaves the other bridges of the province free')).toMatch(
    /free$/,
  )
  expect(mendedText(`${raised} in the`)).toBe(null)
  expect(mendedText('What the council decided on the toll of the bridge on Tuesday evening:')).toBe(null)
})

test('what is told of a sentence stands at its beginning, word for word', () => {
  const piece = fc.constantFrom(
    raised,
    ', which rose',
    ', raising the toll',
    ' — and',
    ' “so”',
    ' “',
    ' (',
    ')',
    ' -- the',
    '.',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      for (const statement of statementsOf(pieces.join(''))) {
        for (const { sentence } of [...shortenings(statement), mended(statement) ?? statement]) {
          expect(statement.sentence.text.startsWith(sentence.text)).toBe(true)
          expect(sentence.end - sentence.start).toBe(sentence.text.length)
        }
      }
    }),
  )
})
