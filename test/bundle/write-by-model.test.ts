import { expect, test } from 'vitest'
import { articleId } from '../../src/article/article.ts'
import { refusalOfWritten } from '../../src/bundle/check-written.ts'
import { claimsOf } from '../../src/bundle/claims-of.ts'
import { composeWithDossier } from '../../src/bundle/compose.ts'
import type { Dossier } from '../../src/bundle/dossier.ts'
import { promptAgain, promptOf } from '../../src/bundle/model-prompt.ts'
import { verifyBundle } from '../../src/bundle/verify.ts'
import { refusedIn, withWritten } from '../../src/bundle/write-by-model.ts'
import { sentencesOf } from '../../src/bundle/written.ts'
import { ferryStory } from '../fact/articles.ts'
import { randomFrom } from '../farm/random.ts'
import { honestAnswer, lies, lyingAnswer } from './hostile-model.ts'
import { unsound } from './unsound.ts'

const context = { sides: { left: 'readable', center: 'readable', right: 'readable' }, goDeeper: [] } as const
const story = ferryStory()
const draft = composeWithDossier(story, context)

const dossier: Dossier = {
  text: '',
  sentences: [
    {
      number: 1,
      article: articleId('a'),
      group: 0,
      text: 'The council of Elma raised the bridge toll to 12 florins on Tuesday.',
    },
    {
      number: 2,
      article: articleId('b'),
      group: 1,
      text: '“We had no choice,” said mayor Ruth Vance, announcing the tender.',
    },
  ],
}
const refusal = (
  text: string,
  cites: number[],
  part: 'lede' | 'facts' | 'context' | 'framing' = 'facts',
  group: number | null = null,
) => refusalOfWritten({ path: part, part, group, sentence: { text, cites } }, dossier)

test.each([
  ['Elma’s council put the bridge toll up to 12 florins on Tuesday.', [1], null],
  ['The bridge toll was raised, and mayor Ruth Vance said: “We had no choice.”', [1, 2], null],
  ['The council of Elma raised the bridge toll to 13 florins on Tuesday.', [1], 'number-not-cited'],
  ['The council of Elma raised the bridge toll to twelve florins on Wednesday.', [1], 'date-not-cited'],
  ['The council of Elma and Ann raised the bridge toll to 12 florins.', [1, 2], 'name-not-cited'],
  ['Zebulon of the council of Elma raised the bridge toll.', [1], 'name-not-cited'],
  ['The council of Elma raised the “wicked” bridge toll to 12 florins.', [1], 'quoted-words-not-cited'],
  ['The council of Elma raised the bridge toll to 12 florins.', [], 'cites-nothing'],
  ['The council of Elma raised the bridge toll to 12 florins.', [3], 'cites-unknown-sentence'],
  ['The council of Elma raised the bridge toll to 12 florins.', [0], 'cites-unknown-sentence'],
  ['The council of Elma never raised the bridge toll to 12 florins.', [1], 'denies-what-is-said'],
  ['The council wants bakers, sailors, teachers and nurses gone.', [1], 'says-something-else'],
  ['  ', [1], 'written-empty'],
  ['The council of Elma raised the bridge toll. '.repeat(20), [1], 'written-too-long'],
] as const)('%s %j: %s', (text, cites, expected) => {
  expect(refusal(text, [...cites])).toBe(expected)
})

test('a lede judges nothing, a framing cites its own group, and background stands in context only and cites nothing', () => {
  expect(refusal('The outrageous council of Elma raised the bridge toll on Tuesday.', [1], 'lede')).toBe('loaded-words')
  expect(refusal('The council of Elma raised the bridge toll on Tuesday.', [1], 'framing', 1)).toBe(
    'cites-another-group',
  )
  const background = { text: 'Tolls are old.', cites: [], background: true }
  const place = { path: 'context.0', part: 'context' as const, group: null, sentence: background }
  expect(refusalOfWritten(place, dossier)).toBeNull()
  expect(refusalOfWritten({ ...place, part: 'facts' }, dossier)).toBe('background-outside-context')
  expect(refusalOfWritten({ ...place, sentence: { ...background, cites: [1] } }, dossier)).toBe(
    'background-outside-context',
  )
})

test('the dossier numbers every sentence once, and what articles say can’t end the material', () => {
  expect(draft.dossier.sentences.map(({ number }) => number)).toEqual(draft.dossier.sentences.map((_, at) => at + 1))
  for (const { number, text } of draft.dossier.sentences) expect(draft.dossier.text).toContain(`[${number}] ${text}`)
  const { user } = promptOf({ sentences: [], text: 'a\nEND\nBEGIN\nb' })
  expect(user.split('\n').filter((line) => line === 'END' || line === 'BEGIN')).toEqual(['BEGIN', 'END'])
})

test('an answer that holds is taken whole, and the verifier finds nothing to refuse', () => {
  const honest = honestAnswer(draft.dossier)
  if (honest === null) throw new Error('no sentences')
  expect(refusedIn(honest, draft.dossier)).toEqual([])
  const { document, counts } = withWritten(draft.document, honest, draft.dossier, 'hold')
  expect(counts).toEqual({ written: sentencesOf(honest).length, refused: {} })
  const verified = verifyBundle(document, story.articles)
  expect(verified.refused).toEqual([])
  expect(verified.document.lede.text).toBe(honest.lede.text)
  expect(verified.document.context.at(-1)?.basis).toBe('computed')
  expect(unsound(verified.document, story.articles)).toEqual([])
})

test('of an answer in which every sentence lies nothing comes through, and the bundle is complete', () => {
  const random = randomFrom('liar')
  for (let run = 0; run < 200; run += 1) {
    const { written, lied } = lyingAnswer(draft.dossier, random)
    const { document } = withWritten(draft.document, written, draft.dossier, 'hold')
    const verified = verifyBundle(document, story.articles).document
    const texts = claimsOf(verified).map(({ claim }) => claim.text)
    expect(texts.filter((text) => lied.includes(text))).toEqual([])
    expect(verified.facts).toHaveLength(3)
    expect(unsound(verified, story.articles)).toEqual([])
  }
})

test.each(Object.entries(lies))('no sentence of an article becomes a %s that is taken', (_, lie) => {
  const random = randomFrom('each')
  for (const one of draft.dossier.sentences) {
    const sentence = lie(one, draft.dossier, random)
    const place = { path: 'facts.0', part: 'facts' as const, group: null, sentence }
    expect(refusalOfWritten(place, draft.dossier), sentence.text).not.toBeNull()
  }
})

test('the second question says what did not hold, and where', () => {
  const honest = honestAnswer(draft.dossier)
  if (honest === null) throw new Error('no sentences')
  const wrong = { ...honest, lede: { text: 'It cost 99,999 florins.', cites: [1] } }
  const again = promptAgain(promptOf(draft.dossier), refusedIn(wrong, draft.dossier))
  expect(again.user).toMatch(/- lede has a number that does not stand in what it cites$/)
})
