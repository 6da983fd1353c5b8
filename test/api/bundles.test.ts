import { expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { problemSchema } from '../../src/api/problem.ts'
import { publishedBundleSchema } from '../../src/api/published-bundle.ts'
import { readingOf } from './reading-of.ts'
import { levyDocument, published, retold } from './written-bundles.ts'

const reading = readingOf({
  bundles: [
    published('9', '2026-03-11', retold('Central bank holds its rate', 'Business & Economics')),
    published('7', '2026-03-11'),
    published('3', '2026-03-10'),
  ],
  gone: {
    '4': { kind: 'moved', to: '7' },
    '5': { kind: 'withdrawn', at: new Date('2026-03-11T04:00:00Z') },
  },
})
const app = createApp({ reading, now: () => new Date('2026-03-12T06:00:00Z') })

async function listedIds(path: string): Promise<{ ids: string[]; next: string | null }> {
  const response = await app.request(path)
  expect(response.status).toBe(200)
  const { bundles, next } = await response.json()
  return { ids: bundles.map((bundle: { id: string }) => bundle.id), next }
}

test('bundles are listed newest first, by day and by section', async () => {
  expect(await listedIds('/v1/bundles')).toEqual({ ids: ['9', '7', '3'], next: null })
  expect(await listedIds('/v1/bundles?day=2026-03-10')).toEqual({ ids: ['3'], next: null })
  expect(await listedIds('/v1/bundles?section=Business+%26+Economics')).toEqual({ ids: ['9'], next: null })
  expect(await listedIds('/v1/bundles?day=2026-03-10&section=Business+%26+Economics')).toEqual({ ids: [], next: null })
})

test('the cursor of one page leads to the next until there is none', async () => {
  const first = await listedIds('/v1/bundles?limit=2')
  expect(first.ids).toEqual(['9', '7'])
  expect(await listedIds(`/v1/bundles?limit=2&before=${first.next}`)).toEqual({ ids: ['3'], next: null })
})

test('a bundle is its document with id, version and times', async () => {
  const response = await app.request('/v1/bundles/7')
  const body = publishedBundleSchema.parse(await response.json())
  const { id, page, version, publishedAt, updatedAt, ...document } = body
  expect({ id, page, version, publishedAt, updatedAt }).toEqual({
    id: '7',
    page: '/stories/7',
    version: 3,
    publishedAt: '2026-03-11T17:00:00.000Z',
    updatedAt: '2026-03-11T18:30:00.000Z',
  })
  expect(document).toEqual(levyDocument)
})

test('a bundle says where its page is, and its page is there', async () => {
  const { bundles } = await (await app.request('/v1/bundles')).json()
  expect(bundles).toHaveLength(3)
  for (const { page } of bundles) expect((await app.request(page)).status).toBe(200)
})

test.each([
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=1e1', 'limit'],
  ['limit=', 'limit'],
  ['limit=5&limit=6', 'limit'],
  ['day=2026-02-30', 'day'],
  ['day=yesterday', 'day'],
  ['section=', 'section'],
  ['section=%00', 'section'],
  ['section=World%0A', 'section'],
  ['section=%C2%9F', 'section'],
  ['before=%00', 'before'],
  ['before=of-my-own', 'before'],
  ['colour=red', 'colour'],
])('%s is refused and the answer names %s with a remedy', async (query, field) => {
  const response = await app.request(`/v1/bundles?${query}`)
  expect(response.status).toBe(400)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  const { errors, ...problem } = problemSchema.parse(await response.json())
  expect(errors?.map((error) => error.field)).toEqual([field])
  expect(errors?.[0]?.remedy).toMatch(/\w/)
  expect(problem.detail).toContain(field)
  expect(problem).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400 })
})

test('every wrong parameter is named at once', async () => {
  const response = await app.request('/v1/bundles?limit=x&day=y&page=2')
  const { errors } = problemSchema.parse(await response.json())
  expect(errors?.map((error) => error.field).sort()).toEqual(['day', 'limit', 'page'])
})

test('an unknown id is 404, a withdrawn one 410 with its time, a merged one leads on', async () => {
  const unknown = await app.request('/v1/bundles/12345')
  expect(problemSchema.parse(await unknown.json())).toMatchObject({ status: 404 })

  const withdrawn = await app.request('/v1/bundles/5')
  expect(withdrawn.status).toBe(410)
  expect(problemSchema.parse(await withdrawn.json()).withdrawnAt).toBe('2026-03-11T04:00:00.000Z')

  const moved = await app.request('/v1/bundles/4')
  expect([moved.status, moved.headers.get('Location')]).toEqual([308, '/v1/bundles/7'])
})

test('an unchanged bundle is not sent again', async () => {
  const first = await app.request('/v1/bundles/7')
  expect(first.headers.get('ETag')).toBe('"7-3"')
  const again = (tag: string) => app.request('/v1/bundles/7', { headers: { 'If-None-Match': tag } })
  const unchanged = await again('"7-2", W/"7-3"')
  expect([unchanged.status, await unchanged.text()]).toEqual([304, ''])
  expect((await again('"7-2"')).status).toBe(200)
})

test('an address below /v1 that is not there is a problem document, not a page', async () => {
  const response = await app.request('/v1/nothing')
  expect(response.status).toBe(404)
  expect(problemSchema.parse(await response.json()).title).toBe('Not Found')
})

test('a failing store is a 500 that is reported and tells the client nothing of it', async () => {
  const failures: string[] = []
  const broken = createApp({
    reading: { ...reading, bundles: () => Promise.reject(new Error('password of the database')) },
    now: () => new Date(),
    failed: (error, path) => failures.push(`${path} ${error.message}`),
  })
  for (const path of ['/v1/bundles', '/']) {
    const response = await broken.request(path)
    expect(response.status).toBe(500)
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(await response.text()).not.toContain('password')
  }
  expect(failures).toEqual(['/v1/bundles password of the database', '/ password of the database'])
})
