import { expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { readingOf } from '../api/reading-of.ts'
import { published, retold } from '../api/written-bundles.ts'

const days = ['2026-03-11', '2026-03-10', '2026-03-08', '2026-03-07']
const reading = readingOf({
  bundles: days.map((day, index) => published(String(index), day, retold(`Story of ${day}`, 'Global & US Headlines'))),
  gone: { '4': { kind: 'moved', to: '0' }, '5': { kind: 'withdrawn', at: new Date('2026-03-11T04:00:00Z') } },
})
const app = createApp({ reading, now: () => new Date('2026-03-12T06:00:00Z') })

async function answer(path: string, from = app) {
  const response = await from.request(path)
  return { status: response.status, location: response.headers.get('Location'), html: await response.text() }
}

test('the front page is the newest day, and says when that is not today', async () => {
  const { status, html } = await answer('/')
  expect(status).toBe(200)
  expect(html).toContain('Story of 2026-03-11')
  expect(html).toContain('Nothing is published yet today')
})

test('below it stand the stories of the three days before, under their days', async () => {
  const { html } = await answer('/')
  const places = ['Story of 2026-03-11', '<a href="/days/2026-03-10">', 'Story of 2026-03-10', 'Story of 2026-03-08']
  const found = places.map((text) => html.indexOf(text))
  expect(found).not.toContain(-1)
  expect(found).toEqual([...found].sort((a, b) => a - b))
  expect(html).not.toContain('Story of 2026-03-07')
  expect(html).toContain('rel="prev"')
})

test('a past day with many stories shows twelve and leads to all', async () => {
  const many = Array.from({ length: 205 }, (_, index) => published(`m${index}`, '2026-03-10'))
  const front = createApp({
    reading: readingOf({ bundles: [published('n', '2026-03-11'), ...many] }),
    now: () => new Date(),
  })
  const { html } = await answer('/', front)
  expect(html.match(/href="\/stories\/m\d+"/g)).toHaveLength(12)
  expect(html).toContain('All stories of')
})

test('a day leads to the days around it', async () => {
  const { html } = await answer('/days/2026-03-10')
  expect(html).toContain('Story of 2026-03-10')
  expect(html).toContain('href="/days/2026-03-08"')
  expect(html).toContain('href="/days/2026-03-11"')
  expect(html).not.toContain('Nothing is published yet today')
})

test('a day has all its stories, also beyond the first page of the store', async () => {
  const many = Array.from({ length: 205 }, (_, index) => published(`m${index}`, '2026-03-11'))
  const { html } = await answer('/', createApp({ reading: readingOf({ bundles: many }), now: () => new Date() }))
  expect(html.match(/href="\/stories\/m\d+"/g)).toHaveLength(205)
})

test.each([
  ['/days/2026-03-09', 404],
  ['/days/tomorrow', 404],
  ['/stories/12345', 404],
  ['/nothing', 404],
  ['/stories/5', 410],
])('%s is a page with status %i', async (path, status) => {
  const found = await answer(path)
  expect(found.status).toBe(status)
  expect(found.html).toMatch(/^<!doctype html><html lang="en">/)
  expect(found.html).toContain('href="/"')
})

test('a merged story leads to where it went', async () => {
  expect(await answer('/stories/4')).toMatchObject({ status: 308, location: '/stories/0' })
})

test('before the first story the page says how far the reading has come', async () => {
  const { status, html } = await answer('/', createApp({ reading: readingOf({}), now: () => new Date() }))
  expect(status).toBe(200)
  expect(html).toContain('No stories yet — 16 feeds declared, 61 articles read so far')
})

test('pages allow no script, no foreign origin and no framing', async () => {
  const headers = (await app.request('/')).headers
  expect(headers.get('Content-Security-Policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Referrer-Policy')).toBe('no-referrer')
})

test('a page carries title, description and what a shared link shows', async () => {
  const { html } = await answer('/stories/0')
  expect(html).toContain('<title>Story of 2026-03-11 – Parallax</title>')
  expect(html).toMatch(/<meta name="description" content="The House of Commons passed[^"]+"/)
  expect(html).toContain('<meta property="og:title" content="Story of 2026-03-11"/>')
})

test('an unchanged page is not sent again', async () => {
  const tag = (await app.request('/stories/0')).headers.get('ETag') ?? ''
  expect((await app.request('/stories/0', { headers: { 'If-None-Match': tag } })).status).toBe(304)
})
