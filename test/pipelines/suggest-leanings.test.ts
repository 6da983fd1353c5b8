import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSuggestions } from '../../pipelines/suggest-leanings.ts'
import { withLeastArticles } from '../../src/leaning/suggest.ts'
import type { SourceId } from '../../src/source/source.ts'
import { sourceId } from '../../src/source/source.ts'
import { importRatings } from '../../src/store/ratings.ts'
import { acceptSuggestion, listSuggestions, rejectSuggestion } from '../../src/store/suggestions.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { articlesOf, ratedPress } from '../leaning/invented-press.ts'
import { leviesOf, toldBy } from '../leaning/levy.ts'
import { foundSource, printStory } from './printed-stories.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const now = new Date('2026-03-10T08:00:00Z')
const deed = { actor: 'pipeline:suggest-leanings', now }
const ann = { actor: 'operator:ann', now }
const said = { method: 'review', confidence: 0.8, licence: 'CC0-1.0', validFrom: '2026-01-01', pages: 'all' as const }

async function printed(
  id: SourceId,
  name: string,
  texts: readonly string[],
  wire: string | null = null,
): Promise<void> {
  const { pool } = database
  await foundSource(pool, id, name)
  await pool.query(
    `insert into article (source_id, canonical_url, fetch_url, fetch_host, discovered_at, next_attempt_at, settled_at, state, title, text, lang, wire)
     select $1, url, url, $1 || '.example', $3, $3, $3, 'extracted', 'Piece ' || at, text, 'en', $4
     from unnest($2::text[]) with ordinality as texts (text, at), lateral (select 'https://' || $1 || '.example/' || at || coalesce($4, '') as url)`,
    [id, texts, now, wire],
  )
}

test('unrated outlets get open suggestions with evidence, agency copy aside; what editors decided is not suggested again', async () => {
  const { db } = database
  for (const { id, name, side } of ratedPress) {
    await printed(sourceId(id), name, articlesOf(side))
    await importRatings(db, [{ ...said, sourceId: sourceId(id), rater: 'panel', value: side }], deed)
  }
  await printed(sourceId('harbour'), 'Harbour Post', articlesOf('right'))
  await printed(sourceId('pier'), 'Pier Paper', articlesOf('left'))
  await printed(sourceId('reprint'), 'Reprint Daily', articlesOf('left'), 'AP')
  await printStory(database.pool, [
    { source: 'elma-left-gazette', text: leviesOf(0, 'jobs', 'pensions') },
    { source: 'elma-right-gazette', text: leviesOf(1, 'auditor', 'dredging') },
    { source: 'harbour', text: leviesOf(2, 'auditor', 'pensions') },
  ])

  expect(await writeSuggestions(db, deed)).toEqual({
    ...{ articles: 17 * 20 + 3, suggested: 2, rejectedBefore: 0, abstained: {} },
  })
  const open = await listSuggestions(db, { state: 'open' })
  const shown = open.map(({ sourceId: id, value }) => `${id} ${value}`).sort()
  expect(shown).toEqual(['harbour lean-right', 'pier lean-left'])
  const harbour = open.find(({ sourceId: id }) => id === sourceId('harbour'))
  expect(harbour?.evidence).toMatchObject({
    articles: 21,
    words: expect.arrayContaining([expect.stringContaining('amnesty')]),
    facts: [
      expect.stringMatching(/^on 1 story .* carries 1 of 2 facts that right-hand .* and 1 of 2 the other way round$/),
      `“${toldBy(2, 'auditor')}” (https://harbour.example/1-2)`,
    ],
  })

  const pier = open.find(({ sourceId: id }) => id === sourceId('pier'))
  await acceptSuggestion(db, harbour?.id ?? '', ann)
  await rejectSuggestion(db, pier?.id ?? '', ann)
  expect(await writeSuggestions(db, deed, { settings: withLeastArticles(22) })).toMatchObject({
    ...{ suggested: 0, rejectedBefore: 0, abstained: { 'too-few-articles': 1 } },
  })
  expect(await writeSuggestions(db, deed)).toMatchObject({ suggested: 0, rejectedBefore: 1 })
  expect(await listSuggestions(db, { state: 'open' })).toEqual([])
})
