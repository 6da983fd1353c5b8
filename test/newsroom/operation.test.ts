import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeUrl } from '../../src/outside/address-guard.ts'
import { ask } from './ask.ts'
import { readGold } from './gold.ts'
import { type Outlet, readOutlets } from './outlets.ts'
import { readItems } from './read-items.ts'
import { type Newsroom, startNewsroom } from './server.ts'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await startNewsroom()
})
afterAll(() => newsroom.close())

const outlets = readOutlets()
const { expectations } = readGold()
const visit = (outlet: string, path: string) => ask(newsroom.origin(outlet) + path)

async function itemsOf(outletId: string, path: string, format: Outlet['feeds'][number]['format'] = 'rss2') {
  return readItems((await visit(outletId, path)).bytes.toString('utf8'), format)
}

test('one article stands in two feeds of its outlet, with other tracking parameters', async () => {
  const path = '/politics/2026/mar/10/warm-homes-levy-bill-commons-vote-exemption'
  const feeds = [
    await itemsOf('northern-lantern', '/feeds/headlines.atom', 'atom'),
    await itemsOf('northern-lantern', '/feeds/politics.rss'),
  ]
  const links = feeds.map((items) => items.map(({ link }) => new URL(link)).find(({ pathname }) => pathname === path))
  expect(links.map((link) => link?.search)).toEqual([
    '?utm_source=rss&utm_medium=feed&utm_campaign=headlines',
    '?utm_source=rss&utm_campaign=politics&CMP=share_btn',
  ])
  const pages = await Promise.all(links.map((link) => ask(link?.href ?? '')))
  expect(pages[0]?.bytes.equals(pages[1]?.bytes ?? Buffer.alloc(0))).toBe(true)
})

test('a feed has moved for good', async () => {
  const [moved] = expectations.movedFeeds
  const heard = await visit(moved?.outlet ?? '', moved?.path ?? '')
  expect([heard.status, heard.headers.location]).toEqual([301, `${newsroom.origin('meridian-wire')}/rss/latest.xml`])
  expect(await itemsOf('meridian-wire', '/rss/latest.xml')).toHaveLength(12)
  expect(newsroom.catalogue).toContain('/feeds/all.xml')
  expect(newsroom.catalogue).not.toContain('/rss/latest.xml')
})

test('the item links of one outlet go through a click counter', async () => {
  const items = await itemsOf('plains-dispatch', '/rss.xml')
  const articles = newsroom.articles().filter(({ outlet }) => outlet === 'plains-dispatch')
  expect(items.map(({ link }) => new URL(link).pathname)).toEqual([
    '/r/7',
    '/r/6',
    '/r/5',
    '/r/4',
    '/r/3',
    '/r/2',
    '/r/1',
  ])
  for (const { link, title } of items) {
    const { status, headers } = await ask(link)
    const path = articles.find((article) => article.title === title)?.path
    expect([status, headers.location]).toEqual([302, `${newsroom.origin('plains-dispatch')}${path}`])
  }
})

test('a paywalled page says so in its JSON-LD and to its reader', async () => {
  const paywalled = expectations.rejected.filter(({ reason }) => reason === 'paywalled')
  expect(paywalled.map(({ outlet }) => outlet)).toEqual(['albion-courier'])
  const { bytes } = await visit('albion-courier', paywalled[0]?.path ?? '')
  expect(bytes.toString('latin1')).toContain('"isAccessibleForFree": false')
  expect(bytes.toString('latin1')).toContain('Subscribe to continue reading')
})

test('feeds and pages of one outlet are in windows-1252, some without saying so in the header', async () => {
  const seen = await Promise.all(
    ['/rss/news.xml', '/rss/politics.xml', '/business/economy/savers-pay-bill-gamble-inflation/', ...silentPages()].map(
      async (path) => {
        const { headers, bytes } = await visit('albion-courier', path)
        const text = iconv.decode(bytes, 'windows-1252')
        return {
          type: headers['content-type'],
          curly: /[‘’“”£]/.test(text),
          declared: /(encoding|charset)="windows-1252"/.test(text),
        }
      },
    ),
  )
  expect(seen.map(({ type }) => type)).toEqual([
    'application/rss+xml; charset=windows-1252',
    'text/xml',
    'text/html; charset=windows-1252',
    'text/html',
  ])
  expect(seen.filter(({ curly, declared }) => !curly || !declared)).toEqual([])
})

function silentPages(): string[] {
  return outlets.flatMap(({ pagesWithoutCharset }) => pagesWithoutCharset)
}

test('one page says no date, while its feed does', async () => {
  const [undated] = expectations.undatedPages
  const { bytes } = await visit(undated?.outlet ?? '', undated?.path ?? '')
  const outsideOfTheText = bytes.toString('utf8').replace(/<p>.*?<\/p>/g, '')
  expect(outsideOfTheText).not.toMatch(/published_time|modified_time|\d{4}-\d\d-\d\d|March/)
  const item = (await itemsOf('sovereign-post', '/feed')).find(({ link }) => link.endsWith(undated?.path ?? '-'))
  expect(item?.date.toISOString()).toBe('2026-03-11T21:10:00.000Z')
})

test('feeds announce a video, a gallery and a page that is not there', async () => {
  const notArticles = expectations.rejected.filter(({ reason }) => reason === 'not-an-article')
  const pages = await Promise.all(notArticles.map(({ outlet, path }) => visit(outlet, path)))
  expect(pages.map(({ status, bytes }) => [status, /VideoObject|ImageGallery/.exec(bytes.toString())?.[0]])).toEqual([
    [200, 'VideoObject'],
    [200, 'ImageGallery'],
  ])
  const links = (await itemsOf('harbor-ledger', '/rss/headlines.xml')).map(({ link }) => link)
  const missing = expectations.unreachable.find(({ reason }) => reason === 'http-4xx')?.link ?? '-'
  const announced = links.find((link) => link.includes(missing))
  expect((await ask(announced ?? '')).status).toBe(404)
})

test('a feed links an address that our guard refuses, and that no test can dial', async () => {
  const forbidden = expectations.unreachable.find(({ reason }) => reason === 'address-forbidden')?.link ?? ''
  const links = (await itemsOf('sovereign-post', '/feed')).map(({ link }) => link)
  expect(links).toContain(forbidden)
  expect(judgeUrl(forbidden, []).kind).toBe('forbidden')
  await expect(ask(forbidden)).rejects.toThrow('not in the newsroom')
})
