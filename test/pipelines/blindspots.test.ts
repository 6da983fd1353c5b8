import { afterEach, beforeEach, expect, test } from 'vitest'
import { bundle } from '../../pipelines/bundle.ts'
import { type BundleDocument, bundleDocumentSchema } from '../../src/bundle/document.ts'
import { type Source, sourceId } from '../../src/source/source.ts'
import { syncCatalogue } from '../../src/store/sources.ts'
import { blindspotProblems } from '../bundle/unsound-blindspots.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
const now = new Date('2026-03-10T20:00:00Z')
const began = new Date('2026-03-10T08:00:00Z')
const publishers = 20

const outlet = (side: 'left' | 'right', number: number): Source => ({
  ...{ id: sourceId(`${side}-${number}`), name: `The ${side} ${number}`, home: `https://${side}-${number}.example/` },
  ...{
    country: 'US',
    languages: ['en-US'],
    kind: 'newspaper',
    reach: 'domestic',
    owner: `Owner ${side} ${number}`,
    ownership: 'private',
  },
  ratings: [
    { rater: 'desk', value: side, method: 'review', confidence: 0.8, licence: 'CC0-1.0', validFrom: '2026-01-01' },
  ],
  feeds: [{ url: `https://${side}-${number}.example/rss`, section: 'politics' }],
})
const outlets = (['left', 'right'] as const).flatMap((side) =>
  Array.from({ length: publishers }, (_, at) => outlet(side, at + 1)),
)

beforeEach(async () => {
  database = await testDatabase()
  await syncCatalogue(database.db, outlets, began)
  const { pool } = database
  await pool.query('insert into story (opened_at, last_article_at) select $1, $1 from generate_series(1, 2)', [began])
  // Everybody has an article on Politics; those on the right have one on the story as well, all but the last.
  await pool.query(
    `insert into article (source_id, canonical_url, fetch_url, fetch_host, state, section, lang, title, text, published_at, discovered_at, settled_at, next_attempt_at)
     select source.id, url, url, source.id, 'extracted', 'Politics', 'en', 'Council votes on the ' || matter || ' bill of ' || source.id,
       'The council of Port Varrow voted on the ' || matter || ' bill on Tuesday, said ' || source.name || '.', $1, $1, $1, $1
     from source cross join (values ('budget', false), ('harbour', true)) as told (matter, is_story)
       cross join lateral (select 'https://' || source.id || '.example/' || matter as url) as page
     where not is_story or (source.id like 'right-%' and source.id <> $2)`,
    [began, `right-${publishers}`],
  )
  await pool.query(
    `insert into membership (article_id, story_id, article_at, how, reason, settings, at)
     select id, case when canonical_url like '%/harbour' then 1 else 2 end, $1, 'joins', 'alike', 'test', $1 from article`,
    [began],
  )
})
afterEach(() => database.drop())

/** Each feed was polled in the afternoon; those of the left as said. */
async function polled(left: string): Promise<void> {
  await database.pool.query(
    `insert into fetch_history (feed_id, at, outcome, took_ms, items, items_new)
     select id, $1, case when source_id like 'left-%' then $2 else 'read' end, 5, 10, 0 from feed`,
    [new Date('2026-03-10T15:00:00Z'), left],
  )
}

async function harbourBundle(): Promise<BundleDocument> {
  await bundle({ db: database.db, clock: { now: () => now } }, { minSources: 2, publish: 'auto', goDeeper: [] })
  const { rows } = await database.pool.query(
    'select document from bundle_version join bundle on bundle.id = bundle_id where story_id = 1',
  )
  return bundleDocumentSchema.parse(rows[0].document)
}

test('a side that was read, published on such matters and left the story out is a blindspot, and its sentence is a claim', async () => {
  await polled('read')
  const { coverage, ...document } = await harbourBundle()
  expect(coverage.base).toMatchObject({
    section: 'Politics',
    sides: { left: { covering: 0, active: 20, unread: 0 }, right: { covering: 19, active: 20, unread: 0 } },
  })
  expect(coverage.missing).toContainEqual({ side: 'left', because: 'silent' })
  expect(coverage.blindspots?.map(({ side }) => side)).toEqual(['left'])
  expect(blindspotProblems({ ...document, coverage })).toEqual([])
  const { rows } = await database.pool.query(`select basis, rule from claim where part = 'coverage.blindspots'`)
  expect(rows).toEqual([{ basis: 'computed', rule: 'blindspot(left; 0 of 20; 19 of 20; 0 unread)' }])
})

test('a side whose feeds did not answer is not said to be silent, and is no blindspot', async () => {
  await polled('http-5xx')
  const { coverage } = await harbourBundle()
  expect(coverage.base?.sides.left).toEqual({ covering: 0, active: 0, unread: 20 })
  expect(coverage.missing).toContainEqual({ side: 'left', because: 'feeds-down' })
  expect(coverage.blindspots).toEqual([])
})

test('whoever answered but had no page that could be read is not silent either', async () => {
  await polled('read')
  await database.pool.query(
    `delete from membership where article_id in (select id from article where source_id like 'left-%')`,
  )
  await database.pool.query(
    `update article set state = 'rejected', rejected_reason = 'paywalled' where source_id like 'left-%'`,
  )
  await database.pool.query(
    `update fetch_history set items_new = 5 where feed_id in (select id from feed where source_id like 'left-%')`,
  )
  const { coverage } = await harbourBundle()
  expect(coverage.base?.sides.left).toEqual({ covering: 0, active: 0, unread: 20 })
  expect(coverage.missing).toContainEqual({ side: 'left', because: 'feeds-down' })
  expect(coverage.blindspots).toEqual([])
})
