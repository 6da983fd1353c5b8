import { DomUtils, parseDocument } from 'htmlparser2'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { answerPath } from './answer-path.ts'
import { type NewsroomArticle, readArticles } from './articles.ts'
import { type Outlet, templateNames } from './outlets.ts'
import { readWorld } from './world.ts'

const world = readWorld(4780)
const articles = readArticles()

function outletOf(article: NewsroomArticle): Outlet {
  const outlet = world.outlets.find(({ id }) => id === article.outlet)
  if (!outlet) throw new Error(`no outlet ${article.outlet}`)
  return outlet
}

function sourceOf(article: NewsroomArticle): string {
  const outlet = outletOf(article)
  return iconv.decode(Buffer.from(answerPath(world, outlet, article.path).body), outlet.charset)
}

const wordsOn = (source: string) => DomUtils.textContent(parseDocument(source)).replace(/\s+/g, ' ')
const pageOf = (outlet: string, part: string) => {
  const article = articles.find((one) => one.outlet === outlet && one.path.includes(part))
  if (!article) throw new Error(`no article of ${outlet} at …${part}…`)
  return sourceOf(article)
}

test('each page holds its whole text in order, its title, its caption and its own furniture', () => {
  for (const article of articles) {
    const words = wordsOn(sourceOf(article))
    const places = article.paragraphs.map((paragraph) => words.indexOf(paragraph))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const { newsletter, owner } = outletOf(article)
    const furniture = [article.title, article.caption, owner, ...(article.paywalled ? [] : [newsletter.pitch])]
    for (const part of furniture) expect(words).toContain(part)
  }
})

test('each page also shows links to other articles with their teasers, and asks for consent', () => {
  for (const article of articles) {
    const words = wordsOn(sourceOf(article))
    expect(articles.filter(({ summary, path }) => path !== article.path && words.includes(summary))).not.toEqual([])
    expect(words).toMatch(/cookies/)
  }
})

test('the six templates say byline and date in six ways', () => {
  expect(new Set(world.outlets.map(({ template }) => template))).toEqual(new Set(templateNames))
  expect(pageOf('northern-lantern', 'hallam')).toContain(
    '<a rel="author" href="/profile/miriam-oduya">Miriam Oduya</a></p>\n<time datetime="2026-03-11T07:00:00+00:00">',
  )
  expect(pageOf('channel-six-calder', 'what-reopens')).toContain('Posted: March 10, 2026, 7:20 a.m. CDT')
  expect(pageOf('plains-dispatch', 'teller')).toContain('"datePublished": "2026-03-11T21:00:00-05:00"')
  expect(pageOf('rift-standard', 'kenyan-doctor')).toContain(
    'itemprop="datePublished" content="2026-03-12T06:30:00+03:00"',
  )
  expect(pageOf('sovereign-post', 'radiator')).toContain('<meta name="author" content="Barney Stroud">')
  expect(pageOf('savanna-broadcasting', 'railway')).toContain('Published 10 March 2026, 11:10 EAT')
})
