import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostOf } from '../../src/feed/host.ts'
import { type Source, sourceId } from '../../src/source/source.ts'
import { dueHosts, nextFeedDueAt } from '../../src/store/due-hosts.ts'
import { readFeeds } from '../../src/store/feed-health.ts'
import { countDueFeeds, dueFeedsOf } from '../../src/store/feeds.ts'
import { pauseSource, readPauses, resumeSource } from '../../src/store/pauses.ts'
import { feedHealthBySource, syncCatalogue } from '../../src/store/sources.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
const now = new Date('2026-03-10T08:00:00Z')
const by = { actor: 'operator:ann', now }
const [quay, mill] = [sourceId('quay-post'), sourceId('mill-news')]

const outlet = (id: string): Source => ({
  ...{ id: sourceId(id), name: id, home: `https://${id}.example.org/`, country: 'GB', languages: ['en'], owner: id },
  ...{ kind: 'newspaper', reach: 'domestic', ownership: 'private', ratings: [] },
  feeds: [{ url: `https://${id}.example.org/feed` }],
})

beforeAll(async () => {
  database = await testDatabase()
  await syncCatalogue(database.db, [outlet(mill), outlet(quay)], now)
})
afterAll(() => database.drop())

const due = async () => (await dueHosts(database.db, { feeds: true, pages: false }, now)).toSorted()

test('a paused source’s feeds are not due, whoever asks, and are when it is resumed', async () => {
  const { db } = database
  const host = hostOf('https://quay-post.example.org/')
  expect(await due()).toEqual(['mill-news.example.org', 'quay-post.example.org'])
  expect(await pauseSource(db, quay, 'asked us to', by)).toBe('paused')
  expect(await due()).toEqual(['mill-news.example.org'])
  expect(await countDueFeeds(db, now)).toBe(1)
  expect((await dueFeedsOf(db, [host], now)).get(host)).toEqual([])
  expect(await readFeeds(db, { source: quay }, now)).toMatchObject([
    { pause: { actor: 'operator:ann', reason: 'asked us to', pausedAt: now } },
  ])
  await pauseSource(db, mill, null, by)
  expect(await nextFeedDueAt(db)).toBeNull()
  expect((await readPauses(db)).map(({ sourceId: id }) => id)).toEqual([mill, quay])
  for (const id of [mill, quay]) expect(await resumeSource(db, id, by)).toBe('resumed')
  expect(await due()).toEqual(['mill-news.example.org', 'quay-post.example.org'])
})

test('what was polled before the pause does not make a paused source one that is heard', async () => {
  const { db, pool } = database
  await pool.query('update feed set last_checked_at = $1', [now])
  await pauseSource(db, quay, null, by)
  const health = await feedHealthBySource(db)
  expect(health.map(({ sourceId: id, answering }) => [id, answering]).toSorted()).toEqual([
    [mill, 1],
    [quay, 0],
  ])
  await resumeSource(db, quay, by)
})

test('the log names who paused and resumed; what changes nothing is not in it', async () => {
  const { db, pool } = database
  await pool.query('truncate change_log')
  expect(await pauseSource(db, sourceId('nobody'), null, by)).toBe('no-such-source')
  expect(await resumeSource(db, quay, by)).toBe('not-paused')
  expect(await pauseSource(db, quay, 'storm', by)).toBe('paused')
  expect(await pauseSource(db, quay, 'another reason', { ...by, actor: 'operator:bob' })).toBe('paused-already')
  expect(await readPauses(db)).toMatchObject([{ actor: 'operator:ann', reason: 'storm' }])
  expect(await resumeSource(db, quay, { ...by, actor: 'operator:bob' })).toBe('resumed')
  const { rows } = await pool.query('select actor, kind, subject, subject_id, details from change_log order by seq')
  const subject = { subject: 'source', subject_id: quay }
  expect(rows).toEqual([
    { actor: 'operator:ann', kind: 'paused', ...subject, details: { reason: 'storm' } },
    { actor: 'operator:bob', kind: 'resumed', ...subject, details: { reason: 'storm', since: now.toISOString() } },
  ])
})
