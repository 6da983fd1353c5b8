import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { backgroundOf } from '../../src/bundle/background.ts'
import { sharesOf } from '../../src/bundle/centrality.ts'
import { type BundleContext, composeBundle, composeVerified } from '../../src/bundle/compose.ts'
import { bundleDocumentSchema } from '../../src/bundle/document.ts'
import { defaultLinkTemplates } from '../../src/bundle/go-deeper.ts'
import { readStory } from '../../src/fact/readings.ts'
import { leanings, sideOf } from '../../src/source/leaning.ts'
import { articleBy, ferryStory, storyOf } from '../fact/articles.ts'
import { eventArticles } from '../newsroom/event-articles.ts'
import { unsound } from './unsound.ts'

const context: BundleContext = {
  sides: { left: 'readable', center: 'readable', right: 'feeds-down' },
  goDeeper: defaultLinkTemplates,
}

test('headline, lede and facts come from reporting, with evidence', () => {
  const bundle = composeBundle(ferryStory(), context)
  expect(bundle.headline.text).toBe('Ferry strikes pier in Port Elma, 47 injured')
  expect(bundle.lede.text).toBe(
    'The ferry Corvina struck a pier in Port Elma on Tuesday, injuring 47 people, the harbour police said; the ferry carried 212 passengers when it hit the pier at 7:40 a.m. local time, harbour master Edith Kallas said.',
  )
  expect(bundle.lede.evidence).toHaveLength(2)
  expect(bundle.facts).toHaveLength(3)
  const opinion = bundle.articles.find((article) => article.source === 'Free Harbour')?.id
  const cited = [bundle.headline, bundle.lede, ...bundle.facts].map((claim) => claim.evidence[0]?.article)
  expect(cited).not.toContain(opinion)
})

test('background is what a sentence says of earlier days, from reporting', () => {
  const readings = readStory(ferryStory(), [])
  const found = backgroundOf(readings, sharesOf(readings), [])
  expect(found.map((one) => one.sentence.text)).toEqual([
    'No accident in Port Elma has been worse since 1994, when nine people drowned beside the old lighthouse.',
    'Elma Lines employed 60 mechanics in its workshop four years ago and employs 31 now, Brill said.',
  ])
})

test('context ends with one computed sentence on who covers the story', () => {
  const last = composeBundle(ferryStory(), context).context.at(-1)
  expect(last?.basis).toBe('computed')
  expect(last?.text).toBe(
    'Six outlets, five of them independent of each other, cover this story: one is rated left, one leans left, two are rated center, one leans right and one is rated right.',
  )
})

test('perspectives stand side by side, and say in sentences what was counted', () => {
  const { perspectives } = composeBundle(ferryStory(), context)
  expect(perspectives.slice(0, 2).map((one) => one.label)).toEqual(['Left-leaning media', 'Right-leaning media'])
  const left = perspectives[0]
  expect(left?.owners).toBe(2)
  expect(left?.framing.map((claim) => claim.text)).toContain('No article outside this group quotes Tomas Brill.')
  const right = perspectives[1]
  expect(right?.framing.map((claim) => claim.text)).toContain('One of the two articles here is an opinion piece.')
  // 212 passengers stand in The Ledger, and all that others say of spare parts is told by one side alone.
  expect(right?.blindSpot.map((claim) => claim.text)).toEqual([
    'Two independent reports speak of 47 people and neither of these does; Northline writes: “The ferry Corvina struck a pier in Port Elma on Tuesday, injuring 47 people, the harbour police said.”',
    'Tomas Brill, whom two independent reports quote, is not mentioned in these articles.',
  ])
  for (const { quotations } of perspectives) {
    for (const { text } of quotations) expect(text).toMatch(/[“"].{20,}[”"].*(?:Kallas|Brill|Vance)/)
  }
})

test('loaded words stand with their count, and other words that only one side writes do not', () => {
  const text = (words: string) => `Elma Lines raised its fares in March. ${words} The ferry sails at noon on Monday.`
  const story = storyOf([
    articleBy('A', 'left', {
      title: 'Fares up',
      text: text('A cruel plan, and cruel to commuters, commuters, commuters.'),
    }),
    articleBy('B', 'right', {
      title: 'Fares rise',
      text: text('The company needs new engines for its three oldest ships.'),
    }),
  ])
  const framing = composeBundle(story, context).perspectives.flatMap((one) => one.framing.map((claim) => claim.text))
  expect(framing).toContain('This article writes “cruel” twice, a loaded word that the other one does not use.')
  expect(framing.join(' ')).not.toContain('commuters”')
})

test('coverage counts sources and not articles, and says why a side is missing', () => {
  const leftOnly = storyOf(
    ferryStory().articles.filter(
      (article) => article.source.leaning !== 'right' && article.source.leaning !== 'lean-right',
    ),
  )
  const { coverage } = composeBundle(leftOnly, context)
  expect(coverage).toEqual({
    articles: 4,
    sources: 4,
    independentSources: 3,
    byLeaning: { left: 1, 'lean-left': 1, center: 2, 'lean-right': 0, right: 0, unknown: 0 },
    missing: [{ side: 'right', because: 'feeds-down' }],
  })
})

test('every sentence of the bundle of a story holds, and none is said twice', () => {
  const { document, refused } = composeVerified(ferryStory(), context)
  expect(refused).toEqual([])
  expect(unsound(document, ferryStory().articles)).toEqual([])
  const { headline, lede, facts, context: background, perspectives } = document
  const within = perspectives.flatMap((one) => [...one.framing, ...one.quotations])
  const quoted = [headline, lede, ...facts, ...background, ...within].filter((claim) => claim.basis === 'quoted')
  expect(new Set(quoted.map((claim) => claim.text)).size).toBe(quoted.length)
})

test('a story of one article without a text is a bundle too', () => {
  const bundle = composeBundle(storyOf([articleBy('Elma Radio', 'unknown', { title: 'Pier closed' })]), context)
  expect(bundle.headline.text).toBe('Pier closed')
  expect(bundle.lede).toMatchObject({
    basis: 'computed',
    text: 'One article covers this story so far, from Elma Radio, which has no leaning rating.',
  })
  expect(bundle.context).toEqual([])
  expect(bundle.perspectives.map((one) => one.label)).toEqual(['Unrated media'])
})

test('links lead to a search for the headline and to every article with a web address', () => {
  const story = storyOf([
    articleBy('A', 'left', { title: 'Fire & smoke', url: 'https://a.example/1' }),
    articleBy('B', 'right', { title: 'Fire', url: 'javascript:alert(1)' }),
  ])
  expect(composeBundle(story, context).goDeeper).toEqual([
    { label: 'Go Deeper on Perplexity', url: expect.stringMatching(/^https:\/\/www\.perplexity\.ai\/search\?q=Fire/) },
    { label: 'Left-leaning media: A', url: 'https://a.example/1' },
  ])
})

const piece = fc.constantFrom(
  'The ferry Corvina struck a pier in Port Elma on Tuesday, injuring 47 people. ',
  '“We saw it. It came fast,” said Edith Kallas. ',
  'It was the worst accident since 1994. ',
  'PORT ELMA (Wire) - ',
  '\n\n',
  'He said no. ',
  '$&{{DELIM_1}} ',
  'Taxpayers paid $1.5 million, 12 percent more than in 2019. ',
  '“” "" ‘',
  ' \u0000\ud800',
)
const someText = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)
const someArticle = fc
  .record({
    text: someText,
    title: fc.oneof(
      fc.constantFrom('', ' ', 'Ferry strikes pier | Elma Radio'),
      fc.string({ unit: 'binary', maxLength: 40 }),
    ),
    leaning: fc.constantFrom(...leanings),
  })
  .map(
    ({ leaning, ...told }) =>
      (at: number): Article => ({
        ...articleBy(`outlet ${at}`, leaning, told),
        id: articleBy(`${at}`, leaning, {}).id,
      }),
  )

test('whatever the articles say: a document of the schema in which every claim holds and each article stands in one group', () => {
  fc.assert(
    fc.property(fc.array(someArticle, { minLength: 1, maxLength: 6 }), (make) => {
      const articles = make.map((one, at) => one(at))
      const { document } = composeVerified(storyOf(articles), context)
      expect(bundleDocumentSchema.safeParse(document).error).toBeUndefined()
      expect(unsound(document, articles)).toEqual([])
      expect(document.perspectives.flatMap((one) => one.members).sort()).toEqual(
        articles.map((article) => article.id).sort(),
      )
    }),
    { numRuns: 150 },
  )
})

test('left and right stand side by side wherever both have a voice, in whatever kind of press', () => {
  for (const [event, articles] of eventArticles()) {
    const { perspectives } = composeBundle(storyOf(articles), context)
    for (const side of ['left', 'right'] as const) {
      const speaks = articles.some(({ source }) => sideOf(source.leaning) === side)
      expect(
        perspectives.some(({ label }) => label.toLowerCase().startsWith(`${side}-`)),
        event,
      ).toBe(speaks)
    }
  }
})

test('where a government directs all that is rated of one side, the page says where it is', () => {
  const articles = (eventArticles().get('mill-rescue') ?? []).map(
    (article): Article =>
      article.source.id === 'fenwick-gazette'
        ? { ...article, source: { ...article.source, ownership: 'state-controlled' } }
        : article,
  )
  expect(composeBundle(storyOf(articles), context).grouping?.text).toContain(
    'No group is of right-leaning media alone: The Fenwick Gazette is among State media.',
  )
})

test('where nobody reports, headline, lede and facts are given as what opinion pieces write', () => {
  const piece = (name: string, title: string, text: string) =>
    articleBy(name, 'right', { title, text, sections: ['Opinion'] })
  const pieces = [
    piece(
      'Free Harbour',
      'The pier that nobody wanted',
      'Elma Lines paid 40 million florins for a pier in Port Elma on Tuesday.',
    ),
    piece(
      'Lantern',
      'A “gift” to Elma Lines',
      'A pier in Port Elma is what 40 million florins bought Elma Lines, and 212 ferries stay away.',
    ),
  ]
  const bundle = composeBundle(storyOf(pieces), context)
  expect(bundle.headline).toMatchObject({ text: 'Opinion: “The pier that nobody wanted”', rule: 'opinion-headline' })
  expect(bundle.lede.text).toMatch(/^(?:Free Harbour|Lantern) writes in an opinion piece: “[^“”]+”$/)
  for (const fact of bundle.facts) expect(fact.rule).toMatch(/^opinion-sentence\(/)
  expect(unsound(bundle, pieces)).toEqual([])
  const reported = composeBundle(
    storyOf([
      ...pieces,
      articleBy('Northline', 'center', {
        title: 'Elma Lines opens pier',
        text: 'Elma Lines opened a pier in Port Elma on Tuesday.',
      }),
    ]),
    context,
  )
  expect(reported.headline.text).toBe('Elma Lines opens pier')
  expect(reported.lede.basis).toBe('quoted')
})
