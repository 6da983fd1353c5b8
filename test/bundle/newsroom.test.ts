import { expect, test } from 'vitest'
import { composeVerified } from '../../src/bundle/compose.ts'
import { defaultLinkTemplates } from '../../src/bundle/go-deeper.ts'
import { storyOf } from '../fact/articles.ts'
import { articlesByEvent } from '../newsroom/as-articles.ts'
import { unsound } from './unsound.ts'

const sides = { left: 'readable', center: 'readable', right: 'readable' } as const
test('every event of the newsroom is a bundle whose claims all hold, with three facts and both sides side by side', () => {
  for (const [event, articles] of articlesByEvent()) {
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
  for (const [event, articles] of articlesByEvent()) {
    const { document } = composeVerified(storyOf(articles), { sides, goDeeper: [] })
    for (const fact of document.facts)
      expect(fact.text, event).not.toMatch(/^(?:He|She|It|They|This|That|But|And|The deal|The agreement was)\b/)
  }
})
