import { afterEach, beforeEach, expect, test } from 'vitest'
import { link, type SketchMemory } from '../../pipelines/link.ts'
import { type ArticleId, articleId } from '../../src/article/article.ts'
import { createEmbeddings } from '../../src/outside/embeddings.ts'
import type { Embeddings, Log } from '../../src/outside/ports.ts'
import { saveExtracted } from '../../src/store/articles.ts'
import { joinStory, openStory } from '../../src/store/stories.ts'
import { linkedStories } from '../../src/store/story-links.ts'
import { type StoryId, storyId } from '../../src/story/story.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { serveHttp } from '../outside/loopback-server.ts'
import { pageThatSaysLittle } from '../store/extracted.ts'
import { type Told, told } from '../story/events-in-languages.ts'

const now = new Date('2026-02-09T06:00:00Z')
const logged: string[] = []
const log: Log = { info: () => {}, warn: (_, message) => void logged.push(message), error: () => {} }
let database: TestDatabase
let stories: { readonly id: StoryId; readonly told: Told }[]

beforeEach(async () => {
  database = await testDatabase()
  logged.length = 0
  await database.pool.query(`insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
    values ('ledger', 'The Ledger', 'https://ledger.example/', 'US', '{en}', 'newspaper', 'domestic', now(), now())`)
  stories = []
  for (const one of told) stories.push({ id: await opened(one), told: one })
})
afterEach(() => database.drop())

async function extracted({ lang, day, title, text }: Told): Promise<ArticleId> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into article (source_id, canonical_url, fetch_url, fetch_host, discovered_at, next_attempt_at)
     select 'ledger', url, url, 'ledger.example', $1, $1
     from (select 'https://ledger.example/' || gen_random_uuid() as url) as page returning id::text`,
    [new Date(day)],
  )
  const id = articleId(rows[0]?.id ?? '')
  const article = { ...pageThatSaysLittle, title, text, lang }
  await saveExtracted(database.db, id, article, { publishedAt: new Date(day), titleKey: null, now })
  return id
}

const decision = (id: ArticleId, day: string) => ({
  ...{ articleId: id, similarity: null, reason: 'test', settings: 'test', articleAt: new Date(day) },
})

async function opened(one: Told): Promise<StoryId> {
  const id = await extracted(one)
  return database.db.transaction(async (tx) => (await openStory(tx, decision(id, one.day), now)) ?? storyId(''))
}

async function joined(story: StoryId, one: Told): Promise<void> {
  const id = await extracted(one)
  await database.db.transaction((tx) => joinStory(tx, story, decision(id, one.day), now))
}

const run = (embeddings: Embeddings | null = null, memory?: SketchMemory) =>
  link({ db: database.db, clock: { now: () => now }, log, embeddings }, memory)

const storyOf = (event: string, lang: string) =>
  stories.find((story) => story.told.event === event && story.told.lang === lang)?.id ?? storyId('')

async function languagesLinkedTo(event: string, lang: string): Promise<string[]> {
  const links = await linkedStories(database.db, storyOf(event, lang))
  return links.map(({ storyId }) => {
    const other = stories.find(({ id }) => id === storyId)?.told
    return `${other?.event} ${other?.lang}`
  })
}

test('stories of one event are linked across languages, and a second run has nothing to do', async () => {
  const counts = await run()
  expect(counts).toMatchObject({ stories: told.length, unlinked: 0 })
  expect(counts.linked).toBeGreaterThan(9)
  expect(await languagesLinkedTo('talvik quake', 'en')).toEqual(['talvik quake es', 'talvik quake fr'])
  expect(await languagesLinkedTo('dock lawsuit', 'de')).toEqual([])
  expect(await run()).toEqual({ stories: 0, linked: 0, unlinked: 0, undecided: 0 })
})

test('only what changed is looked at again, and a new story finds the old ones', async () => {
  const memory: SketchMemory = new Map()
  await run(null, memory)
  const quake = told.find(({ event, lang }) => event === 'talvik quake' && lang === 'fr') as Told
  const later = { ...quake, lang: 'it', event: 'later' }
  stories.push({ id: await opened(later), told: later })
  expect(await run(null, memory)).toMatchObject({ stories: 1, unlinked: 0 })
  expect(await languagesLinkedTo('later', 'it')).toEqual(['talvik quake en', 'talvik quake es', 'talvik quake fr'])
})

test('a link goes when the story has become another', async () => {
  await run()
  const deal = told.find(({ event, lang }) => event === 'chip plant' && lang === 'de') as Told
  for (let copy = 0; copy < 12; copy += 1)
    await joined(storyOf('talvik quake', 'fr'), { ...deal, lang: 'fr', day: '2026-02-07' })
  const counts = await run()
  expect(counts.unlinked).toBeGreaterThan(0)
  expect(await languagesLinkedTo('talvik quake', 'fr')).not.toContain('talvik quake en')
})

test('stories of one language only are looked at once, without reading their texts', async () => {
  await database.pool.query(`update article set lang = 'en-GB'`)
  const memory: SketchMemory = new Map()
  expect(await run(null, memory)).toMatchObject({ stories: told.length, linked: 0 })
  expect(memory.size).toBe(0)
})

/** Vectors by what a text tells of: an endpoint that understands. Everything has a little in common. */
const topics = ['dock', 'hospital', 'camas', 'Rovers']
const vectorOf = (text: string) => [1, ...topics.map((topic) => (text.includes(topic) ? 2 : 0))]

async function endpoint(answers: () => boolean): Promise<Embeddings> {
  const { url } = await serveHttp((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const { input }: { input: string[] } = JSON.parse(Buffer.concat(chunks).toString())
      const data = input.map((text, index) => ({ index, embedding: vectorOf(text) }))
      if (answers()) response.end(JSON.stringify({ data }))
      else response.writeHead(503).end()
    })
  })
  return createEmbeddings({ url, key: null, model: 'any', userAgent: 'test', allowNet: [], restMs: 1 })
}

/** With less in common than the linker wants by itself. */
async function shortVisit(): Promise<void> {
  const visit = (lang: string, event: string, text: string): Told => ({
    event,
    lang,
    day: '2026-02-08',
    title: '',
    text,
  })
  for (const one of [
    visit('en', 'short', 'At the hospital the singer Odalys Prunk met the nurse Wim Tark for an hour.'),
    visit('pt', 'short', 'No hospital, Odalys Prunk encontrou Wim Tark e mais ninguém.'),
    visit('fr', 'duel', 'Au tribunal, Odalys Prunk accuse Wim Tark de plagiat.'),
  ])
    stories.push({ id: await opened(one), told: one })
  await database.pool.query(`update story set state = 'closed' where id <> all ($1)`, [
    [...stories.slice(-3), ...stories.slice(0, 6)].map(({ id }) => id),
  ])
}

test('where names leave it open vectors decide; a silent endpoint leaves it for the next run', async () => {
  await shortVisit()
  let answering = false
  const embeddings = await endpoint(() => answering)
  try {
    const first = await run(embeddings)
    expect(first.undecided).toBeGreaterThan(0)
    expect(await languagesLinkedTo('short', 'en')).toEqual([])
    expect(logged).toEqual(['no vectors: pairs of stories wait'])
    answering = true
    expect(await run(embeddings)).toMatchObject({ undecided: 0, linked: expect.any(Number) })
    expect(await languagesLinkedTo('short', 'en')).toEqual(['short pt'])
    expect((await linkedStories(database.db, storyOf('short', 'en')))[0]?.reason).toMatch(
      /Odalys Prunk.*tells much the same/,
    )
    expect(await run(embeddings)).toMatchObject({ stories: 0 })
  } finally {
    await embeddings.close()
  }
})

test('without an endpoint what names leave open is not linked and not asked again', async () => {
  await shortVisit()
  expect((await run()).undecided).toBeGreaterThan(0)
  expect(await languagesLinkedTo('short', 'en')).toEqual([])
  expect(await run()).toMatchObject({ stories: 0 })
})
