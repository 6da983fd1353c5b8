import { expect, test } from 'vitest'
import { Consensus } from '../../src/bundle/consensus.ts'
import { joined } from '../../src/bundle/joined.ts'
import { ledeOf } from '../../src/bundle/lede.ts'
import { mostWordsOfLede } from '../../src/bundle/opening.ts'
import { readStory } from '../../src/fact/readings.ts'
import type { Leaning } from '../../src/source/leaning.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

function lede(...texts: string[]) {
  const articles = texts.map((text, at) => articleBy(`Outlet ${at}`, 'center', { title: `${at}`, text }))
  const readings = readStory(storyOf(articles), [])
  return ledeOf(readings, 'Council of Elma raises bridge toll')?.statements[0]?.sentence.text
}

const sound = 'Ruth Vance opened the new toll gates of Elma on Monday with a speech.'

test.each([
  'It raised the bridge toll of the council of Elma to 12 florins on Tuesday.',
  'But the council of Elma raised the bridge toll to 12 florins on Tuesday.',
  'There is a bridge toll of 12 florins that the council of Elma raised on Tuesday.',
  'The span across the river carries the bridge toll that Elma raised on Tuesday.',
  'CLOSE The council of Elma raised its bridge toll to 12 florins on Tuesday.',
])('a sentence that stands alone opens the page, and not: %s', (text) => {
  expect(lede(text, sound)).toBe(sound)
})

test('a subject that the headline names may be "the" subject', () => {
  const toll = 'The toll on the bridge was raised by the council of Elma to 12 florins on Tuesday.'
  expect(lede(toll, sound)).toBe(toll)
})

test('what another report adds is joined on, in its words, and not what says the same again', () => {
  const raised = 'The council of Elma raised the bridge toll to 12 florins on Tuesday, its clerk said.'
  const drivers = 'Drivers of lorries who cross the river to Port Hale twice a day will pay the higher toll from June.'
  const again = 'The bridge toll was raised to 12 florins by the council of Elma on Tuesday, said its clerk.'
  const ledeText = (...texts: string[]) =>
    ledeOf(
      readStory(
        storyOf(
          texts.map((text, at) => articleBy(`Outlet ${at}`, 'center', { title: 'Bridge toll for drivers', text })),
        ),
        [],
      ),
      'Council of Elma raises bridge toll',
    )?.text
  expect(ledeText(raised, `${drivers} The drivers protest.`)).toBe(
    'The council of Elma raised the bridge toll to 12 florins on Tuesday, its clerk said; drivers of lorries who cross the river to Port Hale twice a day will pay the higher toll from June.',
  )
  expect(ledeText(raised, again)).not.toContain(';')
})

test.each([
  ['It rose.', 'Firefighters came.', 'It rose; firefighters came.'],
  ['“It rose.”', 'Hale came.', '“It rose”; Hale came.'],
  ['It rose in the U.S.', 'The rest fell.', 'It rose in the U.S.; the rest fell.'],
  ['Did it rise?', 'It fell.', 'Did it rise?; it fell.'],
  ['It rose.', 'Firefighters-to-be came.', 'It rose; firefighters-to-be came.'],
  ['It rose', 'That’s more than in May', 'It rose; that’s more than in May.'],
])('%s and %s are joined', (first, second, both) => {
  expect(joined(first, second, (word) => word === 'Firefighters')).toBe(both)
})

test('the nearest to all reports is what most of them say; a piece that was reprinted speaks once', () => {
  const [toll, gates] = [
    'The council raised the bridge toll on Tuesday.',
    'New gates were painted green by volunteers.',
  ]
  const articles = [toll, toll, gates].map((text, at) => articleBy(`Outlet ${at}`, 'center', { title: '', text }))
  const apart = readStory(storyOf(articles), [])
  expect(new Consensus(apart).with(toll)).toBeGreaterThan(new Consensus(apart).with(gates))
  const copies = [{ members: articles.slice(0, 2).map(({ id }) => id), reason: 'reprint' as const }]
  const together = new Consensus(readStory(storyOf(articles), copies))
  expect(together.with(toll)).toBeCloseTo(together.with(gates), 1)
})

test('of two reports that are joined the one comes first that says more of what all say', () => {
  const event =
    'An earthquake struck the island of Kestrel on Tuesday and killed one person, the governor of the island said.'
  const doctor = 'The senior doctor on duty in the dark hospital of Port Anson was a volunteer from Kenya, Ruth Odera.'
  const texts = [
    doctor,
    event,
    'An earthquake on the island of Kestrel killed one person on Tuesday, said its governor.',
  ]
  const articles = texts.map((text, at) =>
    articleBy(`Outlet ${at}`, 'center', { title: 'Earthquake on Kestrel', text }),
  )
  expect(ledeOf(readStory(storyOf(articles), []), 'Earthquake on Kestrel')?.text).toMatch(
    /^An earthquake (?:struck|on)/,
  )
})

test('state media open a page only where nobody else reports, and sentences in a language whose signs are not known are not joined', () => {
  const [toll, praise] = [
    'The council of Elma raised the bridge toll to 12 florins on Tuesday, its clerk said.',
    'The wise raising of the bridge toll by the council of Elma was welcomed by all people on Tuesday.',
  ]
  const drivers = 'Drivers of lorries who cross the river to Port Hale twice a day will pay it from June.'
  const told = (lang: string, ...texts: [text: string, kind: 'newspaper' | 'state-media'][]) => {
    const articles = texts.map(([text, kind], at) => {
      const article = articleBy(`Outlet ${at}`, 'center', { title: 'Bridge toll', text })
      return { ...article, lang, source: { ...article.source, kind } }
    })
    return ledeOf(readStory(storyOf(articles), []), 'Bridge toll')?.text
  }
  expect(told('en', [praise, 'state-media'], [toll, 'newspaper'])).toBe(toll)
  expect(told('en', [praise, 'state-media'])).toBe(praise)
  expect(told('en', [toll, 'newspaper'], [drivers, 'newspaper'])).toContain(';')
  expect(told('fr', [toll, 'newspaper'], [drivers, 'newspaper'])).not.toContain(';')
})

test('German sentences are joined, nouns with their capital and the rest without, and one that points back is not joined on', () => {
  const raised = 'Der Rat von Elma hat die Maut auf der Brücke am Dienstag auf 12 Gulden erhöht.'
  const told = (second: string) => {
    const articles = [raised, second].map((text, at) => ({
      ...articleBy(`Outlet ${at}`, 'center', { title: ['Rat erhöht die Maut', 'Fahrer zahlen mehr'][at] ?? '', text }),
      lang: 'de',
    }))
    return ledeOf(readStory(storyOf(articles), []), 'Elma')?.text
  }
  const half = 'Fahrer von Lastwagen, die am Fluss zweimal am Tag die Brücke queren, werden ab Juni mehr zahlen.'
  expect(told(`Die ${half}`)).toContain('; die Fahrer von Lastwagen')
  expect(told(half)).toContain('; Fahrer von Lastwagen')
  expect(told(half.replace('Fahrer', 'Damit werden Fahrer'))).toBe(raised)
})

test('a second half that judges, asks or only quotes is not joined on', () => {
  const raised = 'The council of Elma raised the bridge toll to 12 florins on Tuesday, its clerk said.'
  const told = (text: string) => {
    const articles = [raised, text].map((one, at) =>
      articleBy(`Outlet ${at}`, 'center', {
        title: ['Council of Elma raises its bridge toll', 'Drivers of lorries to pay more'][at] ?? '',
        text: one,
      }),
    )
    return ledeOf(readStory(storyOf(articles), []), 'Bridge toll')?.text
  }
  const drivers = 'Drivers of lorries who cross the river to Port Hale twice a day will pay the toll'
  expect(told(`${drivers} from June.`)).toContain('; drivers of lorries')
  expect(told(`${drivers}, a shameful and reckless gift to greedy cronies.`)).toBe(raised)
  expect(told(`${drivers} from June, and who will help them?`)).toBe(raised)
  expect(told(`“${drivers} until they drive no more,” said Ruth Vance.`)).toBe(raised)
})

test('the event opens the page, and not a scene that shares as much with a second one', () => {
  const texts = [
    'The probe Halcyon flew past comet Arrano on Wednesday and found jets of water vapour on it, mission officials said.',
    'When the probe Halcyon was built, nobody knew what comet Arrano is made of. Mission officials found water vapour.',
    'As the probe Halcyon flew past the comet, a school in Elma held its breath.',
  ]
  const articles = texts.map((text, at) => articleBy(`Outlet ${at}`, 'center', { title: 'Probe passes comet', text }))
  expect(ledeOf(readStory(storyOf(articles), []), 'Probe passes comet')?.text).toMatch(/^The probe Halcyon flew past/)
})

test('a lede is as long as two of the outlets’ own first paragraphs at most, and never long without them', () => {
  const paragraph = (words: number) =>
    articleBy('Outlet', 'center', { text: `By Ruth Vance\n${'word '.repeat(words)}\nMore.` })
  expect(mostWordsOfLede([paragraph(20), paragraph(30)])).toBe(50)
  expect(mostWordsOfLede([paragraph(40), paragraph(44)])).toBe(63)
  expect(mostWordsOfLede([paragraph(300)])).toBe(85)
  expect(mostWordsOfLede([])).toBe(50)
})

test('a second half from another report has a number or a day, or says much more', () => {
  const raised = 'The council of Elma raised the bridge toll to 12 florins on Tuesday, its clerk said.'
  const told = (text: string) => {
    const articles = [raised, text].map((one, at) =>
      articleBy(`Outlet ${at}`, 'center', { title: 'Council of Elma raises its bridge toll', text: one }),
    )
    return ledeOf(readStory(storyOf(articles), []), 'Bridge toll')?.text
  }
  expect(told('Drivers to Port Hale heard of it from a friend at the bridge.')).toBe(raised)
  expect(told('Drivers to Port Hale heard of it from 31 posters at the bridge.')).toContain('; drivers to Port Hale')
})

test('where many tell a story, a second half is what two reports have, and no side’s sentence', () => {
  const raised = 'The council of Elma raised the bridge toll to 12 florins on Tuesday, its clerk said.'
  const lorries = 'Some 4,200 lorries that cross the river to Port Hale will pay the higher toll from June.'
  const gym = 'The gym of Elma, where the council met on the toll for the bridge, has 700 seats.'
  const told = (second: Leaning, ...texts: string[]) => {
    const rest = ['Snow fell on the bridge.', 'A toll.', 'Choirs sang.', 'Elma slept.', 'Council rooms are cold.']
    const articles = [...texts, ...rest].map((text, at) =>
      articleBy(`Outlet ${at}`, at === 1 ? second : 'center', { title: `Bridge toll ${at}`, text }),
    )
    return ledeOf(readStory(storyOf(articles), []), 'Bridge toll')?.text
  }
  expect(told('center', raised, lorries, 'Port Hale counts 4,200 lorries a day.')).toContain('; some 4,200 lorries')
  expect(told('left', raised, lorries, 'Port Hale counts 4,200 lorries a day.')).toBe(raised)
  expect(told('center', raised, gym)).toBe(raised)
})
