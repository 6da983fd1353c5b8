import { expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { readingOf } from './reading-of.ts'
import { levyDocument, published, retold } from './written-bundles.ts'

const hostile = '<script>alert(1)</script> & co'
const app = createApp({
  reading: readingOf({
    bundles: [published('7', '2026-03-11'), published('8', '2026-03-11')],
    former: { '7': [retold(hostile, 'Politics'), retold('Levy passes', 'Politics')] },
    gone: { old: { kind: 'moved', to: '7' }, bad: { kind: 'withdrawn', at: new Date('2026-03-12T00:00:00Z') } },
  }),
  now: () => new Date('2026-03-11T20:00:00Z'),
})
const asked = async (path: string) => {
  const answer = await app.request(path)
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    body: await answer.json().catch(() => null),
  }
}

test('versions are listed, and what the newest changed is told', async () => {
  const { body } = await asked('/v1/bundles/7/versions')
  expect(body.versions.map(({ version }: { version: number }) => version)).toEqual([1, 2, 3])
  expect((await asked('/v1/bundles/7/changes')).body).toEqual({
    ...{ id: '7', from: 2, to: 3 },
    changes: [
      { part: 'section', kind: 'reworded', before: 'Politics', after: levyDocument.section },
      { part: 'headline', kind: 'reworded', before: 'Levy passes', after: levyDocument.headline.text },
    ],
  })
  expect((await asked('/v1/bundles/7/changes?from=1&to=2')).body).toMatchObject({ from: 1, to: 2, changes: [{}] })
  expect((await asked('/v1/bundles/8/changes')).body).toEqual({ id: '8', from: 1, to: 1, changes: [] })
})

test.each([
  ['/v1/bundles/7/changes?to=9', 'to'],
  ['/v1/bundles/7/changes?from=3&to=2', 'from'],
  ['/v1/bundles/7/changes?from=0', 'from'],
  ['/v1/bundles/7/changes?since=1', 'since'],
])('%s is refused and names the parameter', async (path, field) => {
  const { status, body } = await asked(path)
  expect([status, body.errors[0].field]).toEqual([400, field])
})

test('a merged, a withdrawn and an unknown bundle answer as the bundle itself does', async () => {
  expect(await asked('/v1/bundles/old/changes')).toMatchObject({ status: 308, location: '/v1/bundles/7/changes' })
  expect((await asked('/v1/bundles/bad/versions')).status).toBe(410)
  expect((await asked('/v1/bundles/9/versions')).status).toBe(404)
  expect((await app.request('/stories/old/changes')).headers.get('location')).toBe('/stories/7/changes')
  expect((await app.request('/stories/bad/changes')).status).toBe(410)
  expect((await app.request('/stories/9/changes')).status).toBe(404)
})

test('the page of changes shows each version, and nothing of it becomes markup', async () => {
  const text = await (await app.request('/stories/7/changes')).text()
  expect(text.indexOf('Version 3')).toBeLessThan(text.indexOf('Version 2'))
  expect(text).toContain('&lt;script&gt;')
  expect(text).not.toContain('<script')
  expect(await (await app.request('/stories/7')).text()).toContain('href="/stories/7/changes"')
})
