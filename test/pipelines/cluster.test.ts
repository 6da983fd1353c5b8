import { afterEach, beforeEach, expect, test } from 'vitest'
import { cluster } from '../../pipelines/cluster.ts'
import type { RunOptions } from '../../pipelines/progress.ts'
import { type ReplayedArticle, replayCluster } from '../../pipelines/replay-cluster.ts'
import { StoryStreams } from '../../pipelines/story-streams.ts'
import { type ArticleId, articleId } from '../../src/article/article.ts'
import { markStory, mergeStories, moveArticles, splitStory } from '../../src/store/edit-stories.ts'
import { languageLock } from '../../src/store/pipeline-lock.ts'
import { storySettings } from '../../src/story/settings.ts'
import { storyId } from '../../src/story/story.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { harbourDeal, quakes } from '../story/sample-articles.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
  await database.pool.query(
    `insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
     values ('ledger', 'The Ledger', 'https://ledger.example/', 'US', '{en}', 'newspaper', 'domestic', now(), now())`,
  )
})
afterEach(() => database.drop())

type Text = { readonly title: string; readonly text: string }
const at = (day: number) => new Date(Date.UTC(2026, 2, day, 8))
const clock = { now: () => at(20) }
const by = { actor: 'operator:ann', note: null, now: at(20) }
const [deal, walkout, shippers] = harbourDeal
const [tellin, marrowdale] = quakes

let made = 0
async function arrives({ title, text }: Text, { day = 18, lang = 'en' } = {}): Promise<ArticleId> {
  made += 1
  const { rows } = await database.pool.query(
    `insert into article (source_id, canonical_url, fetch_url, fetch_host, state, title, text, lang, published_at, discovered_at, settled_at, next_attempt_at)
     values ('ledger', $1, $1, 'ledger.example', 'extracted', $2, $3, $4, $5, $5, $5, $5) returning id`,
    [`https://ledger.example/${made}`, title, text, lang, at(day)],
  )
  return articleId(String(rows[0].id))
}

const run = (streams?: StoryStreams, options: RunOptions = {}) =>
  cluster({ db: database.db, clock, lock: languageLock(database.url) }, options, streams)
const query = async (text: string) => (await database.pool.query(text)).rows

async function storyOf(id: ArticleId) {
  const { rows } = await database.pool.query('select story_id::text as story from membership where article_id = $1', [
    id,
  ])
  return storyId(rows[0]?.story)
}

test('articles of one event come together over several runs, whether the open stories are kept or read again', async () => {
  const streams = new StoryStreams()
  const first = await arrives(deal)
  expect(await run(streams)).toMatchObject({ articles: 1, opened: 1, joined: 0 })
  const second = await arrives(walkout)
  expect(await run(streams)).toMatchObject({ articles: 1, opened: 0, joined: 1 })
  const third = await arrives(shippers)
  expect(await run()).toMatchObject({ articles: 1, joined: 1 })
  const quake = await arrives(tellin)
  // Another process decided in between: what is kept is read again.
  expect(await run(streams)).toMatchObject({ articles: 1, opened: 1 })
  expect(new Set([await storyOf(first), await storyOf(second), await storyOf(third)]).size).toBe(1)
  expect(await storyOf(quake)).not.toBe(await storyOf(first))
  expect(await run(streams)).toEqual({ articles: 0, joined: 0, opened: 0, moved: 0, closed: 0, busy: [] })
})

test('articles are compared within their language', async () => {
  const english = await arrives(deal)
  const german = await arrives(deal, { lang: 'de' })
  await run()
  expect(await storyOf(english)).not.toBe(await storyOf(german))
})

test('two stories that turn out to be one become one, with the reason, and both ids lead there', async () => {
  const streams = new StoryStreams()
  const [one, two] = [await arrives(deal), await arrives(walkout)]
  await run(streams)
  // As if the stream had not seen it: each in a story of its own.
  await database.pool.query(
    `insert into story (opened_at, last_article_at) values ('2026-03-18T08:00Z', '2026-03-18T08:00Z')`,
  )
  await database.pool.query(`update membership set story_id = 2 where article_id = ${two}`)
  await arrives(shippers)
  expect(await run(new StoryStreams())).toMatchObject({ articles: 1, joined: 1, moved: 1 })
  expect(await storyOf(two)).toBe(await storyOf(one))
  const [moved] = await query(`select how, reason, settings, similarity from membership where article_id = ${two}`)
  expect(moved).toMatchObject({ how: 'joins', settings: `stories-${storySettings.version}` })
  expect(moved.reason).toMatch(
    /^shares .*(Port Varrow|Ana Brisk).* \(similarity (0|1)\.\d\d\), as “Shippers count the cost/,
  )
  expect(await query(`select id::int, merged_into::int as into from story where state = 'merged'`)).toEqual([
    { id: 2, into: 1 },
  ])
  expect(await query(`select actor, kind from change_log where actor = 'pipeline:cluster' limit 1`)).toEqual([
    { actor: 'pipeline:cluster', kind: 'merge' },
  ])
})

test('what editors did stays, whatever arrives', async () => {
  const streams = new StoryStreams()
  const [one, two, other] = [await arrives(deal), await arrives(walkout), await arrives(tellin)]
  await run(streams)
  expect(await splitStory(database.db, { from: await storyOf(one), articles: [two] }, by)).toMatchObject({
    kind: 'done',
  })
  const apart = [await storyOf(one), await storyOf(two)]
  expect(apart[0]).not.toBe(apart[1])
  await mergeStories(database.db, { from: await storyOf(other), into: await storyOf(one) }, by)
  await arrives(shippers)
  await arrives(marrowdale)
  await run(streams)
  await arrives(shippers)
  await run()
  expect([await storyOf(one), await storyOf(two)]).toEqual(apart)
  expect(await storyOf(other)).toBe(apart[0])
})

test('a locked story takes nothing, from the next article on', async () => {
  const streams = new StoryStreams()
  const one = await arrives(deal)
  await run(streams)
  await markStory(database.db, { id: await storyOf(one), marking: 'lock' }, by)
  const two = await arrives(walkout)
  await run(streams)
  expect(await storyOf(two)).not.toBe(await storyOf(one))
})

test('an article that an editor moved stays where it was put, and what follows it joins it there', async () => {
  const streams = new StoryStreams()
  const [one, two, quake] = [await arrives(deal), await arrives(walkout), await arrives(tellin)]
  await run(streams)
  await moveArticles(database.db, { articles: [two], to: await storyOf(quake) }, by)
  await arrives(shippers)
  await run(streams)
  expect(await storyOf(two)).toBe(await storyOf(quake))
  expect(await storyOf(one)).not.toBe(await storyOf(quake))
})

test('a language that another process is at is left to it; once that is gone, it is taken over', async () => {
  const [english, german] = [await arrives(deal), await arrives(deal, { lang: 'de-AT' })]
  const other = languageLock(database.url)
  const streams = new StoryStreams()
  await other('en', async () => {
    expect(await run(streams)).toMatchObject({ articles: 1, busy: ['en'] })
  })
  expect(await storyOf(german)).toBe('1')
  await expect(storyOf(english)).resolves.toBeUndefined()
  expect(await run(streams)).toMatchObject({ articles: 1, busy: [] })
})

test('whoever lost a language to another process writes nothing more of it', async () => {
  const ids = [await arrives(deal), await arrives(walkout), await arrives(tellin)]
  // As where the session that held the lock broke and another process came.
  await database.pool.query(
    `create function taken() returns trigger language plpgsql as
       'begin update story_stream set token = gen_random_uuid(); return null; end';
     create trigger taken after insert on article_vector execute function taken()`,
  )
  await expect(run()).rejects.toThrow('taken over the articles in en')
  expect(await query('select count(*)::int as articles from membership')).toEqual([{ articles: 1 }])
  await database.pool.query('drop trigger taken on article_vector')
  expect(await run()).toMatchObject({ busy: [] })
  expect(await query('select count(*)::int as articles from membership')).toEqual([{ articles: ids.length }])
})

test('a restart takes the vectors that were kept and reads no text; without them it reads texts', async () => {
  await arrives(deal)
  const quake = await arrives(tellin)
  await run()
  const blank = `update article set title = 'gone', text = 'gone' where state = 'extracted'`
  await database.pool.query(blank)
  const second = await arrives(walkout)
  expect(await run()).toMatchObject({ articles: 1, joined: 1 })
  await database.pool.query(`${blank}; delete from article_vector`)
  const third = await arrives(shippers)
  expect(await run()).toMatchObject({ articles: 1, opened: 1 })
  expect(await storyOf(third)).not.toBe(await storyOf(second))
  expect(await storyOf(quake)).not.toBe(await storyOf(third))
  expect(await query('select language, arrival from article_vector order by 1, 2')).toEqual([
    { language: 'en', arrival: 1 },
  ])
})

test('an article waits for its story from the moment it has a text until it has one, whoever writes', async () => {
  const id = await arrives(deal)
  const waiting = () => query('select article_id::text as id from article_to_group')
  expect(await waiting()).toEqual([{ id }])
  await run()
  expect(await waiting()).toEqual([])
  await database.pool.query(`update article set state = 'discovered' where id = ${id}`)
  await database.pool.query(`update article set state = 'extracted' where id = ${id}`)
  expect(await waiting()).toEqual([])
})

test('a late article joins the story of its day, though that is closed', async () => {
  const early = await arrives(deal, { day: 1 })
  const streams = new StoryStreams()
  await run(streams)
  await arrives(tellin, { day: 18 })
  expect(await run(streams)).toMatchObject({ opened: 1 })
  const late = await arrives(walkout, { day: 2 })
  const strange = await arrives(marrowdale, { day: 2 })
  expect(await run(streams)).toMatchObject({ articles: 2, joined: 1, opened: 1 })
  expect(await storyOf(late)).toBe(await storyOf(early))
  expect(await storyOf(strange)).not.toBe(await storyOf(early))
})

test('an interrupted run leaves whole decisions, and the next goes on', async () => {
  for (const text of [...harbourDeal, ...quakes]) await arrives(text)
  const stop = new AbortController()
  const progress = ({ done }: { done: number }) => {
    if (done === 2) stop.abort()
  }
  expect((await run(new StoryStreams(), { signal: stop.signal, progress })).articles).toBe(2)
  expect(await run()).toMatchObject({ articles: 3 })
  expect(
    await query('select count(*)::int as articles, count(distinct story_id)::int as stories from membership'),
  ).toEqual([{ articles: 5, stories: 3 }])
})

test('a replay says what would change, obeys editors and writes nothing', async () => {
  const ids = []
  for (const text of [...harbourDeal, ...quakes]) ids.push(await arrives(text))
  await run()
  const changed = (rows: readonly ReplayedArticle[]) => new Set(rows.map(({ now }) => now)).size
  expect(changed(await replayCluster(database.db, storySettings))).toBe(3)
  expect(changed(await replayCluster(database.db, { ...storySettings, oneStoryAt: 2 }))).toBe(5)
  const [one, two] = ids
  if (one === undefined || two === undefined) throw new Error('articles were asked for')
  await splitStory(database.db, { from: await storyOf(one), articles: [two] }, by)
  const before = await query('select * from membership order by seq')
  const replayed = await replayCluster(database.db, storySettings)
  const nowOf = (id: ArticleId) => replayed.find((row) => row.id === id)?.now
  expect(nowOf(one)).not.toBe(nowOf(two))
  expect(await query('select * from membership order by seq')).toEqual(before)
})
