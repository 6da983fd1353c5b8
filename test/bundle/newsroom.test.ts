import { expect, test } from 'vitest'
import { type Article, articleId } from '../../src/article/article.ts'
import { composeVerified } from '../../src/bundle/compose.ts'
import { defaultLinkTemplates } from '../../src/bundle/go-deeper.ts'
import { sourceId } from '../../src/source/source.ts'
import { storyOf } from '../fact/articles.ts'
import { type NewsroomArticle, readArticles } from '../newsroom/articles.ts'
import { langOf, type Outlet, readOutlets } from '../newsroom/outlets.ts'
import { unsound } from './unsound.ts'

const sides = { left: 'readable', center: 'readable', right: 'readable' } as const
const outlets = new Map(readOutlets().map((outlet) => [outlet.id, outlet]))

function toArticle(written: NewsroomArticle, outlet: Outlet): Article {
  const { id, name, leaning = 'unknown', kind, country, reach, owner } = outlet
  return {
    id: articleId(written.path),
    source: { id: sourceId(id), name, leaning, kind, country, reach, owner },
    url: `https://${id}.example${written.path}`,
    title: written.title,
    text: written.paragraphs.join('\n\n'),
    lang: langOf(outlet),
    wire: null,
    publishedAt: written.published,
    sections: [written.section],
  }
}

function events(): Map<string, Article[]> {
  const byEvent = new Map<string, Article[]>()
  for (const written of readArticles()) {
    const outlet = outlets.get(written.outlet)
    if (outlet !== undefined)
      byEvent.set(written.event, [...(byEvent.get(written.event) ?? []), toArticle(written, outlet)])
  }
  return byEvent
}

test('every event of the newsroom is a bundle whose claims all hold, with three facts and both sides side by side', () => {
  for (const [event, articles] of events()) {
    const { document, refused } = composeVerified(storyOf(articles), { sides, goDeeper: defaultLinkTemplates })
    expect(refused, event).toEqual([])
    expect(unsound(document, articles), event).toEqual([])
    if (articles.length > 2) expect(document.facts, event).toHaveLength(3)
    const labels = document.perspectives.map((one) => one.label)
    const left = labels.findIndex((label) => label.startsWith('Left'))
    const right = labels.findIndex((label) => label.startsWith('Right'))
    if (left >= 0 && right >= 0) expect(right - left, event).toBe(1)
  }
})

test('facts begin with no pronoun and no connective, whatever the event', () => {
  for (const [event, articles] of events()) {
    const { document } = composeVerified(storyOf(articles), { sides, goDeeper: [] })
    for (const fact of document.facts)
      expect(fact.text, event).not.toMatch(/^(?:He|She|It|They|This|That|But|And|The deal|The agreement was)\b/)
  }
})
