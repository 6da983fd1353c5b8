import { expect, test } from 'vitest'
import { composeBundle } from '../../src/bundle/compose.ts'
import { storyOf } from '../fact/articles.ts'
import { eventArticles } from '../newsroom/event-articles.ts'

const sides = { left: 'readable', center: 'readable', right: 'readable' } as const
const events = eventArticles()
const quotedContext = (event: string) =>
  composeBundle(storyOf(events.get(event) ?? []), { sides, goDeeper: [] })
    .context.filter(({ basis }) => basis === 'quoted')
    .map(({ text }) => text)

test.each([
  ['rail-loan', /largest loan .+ since it was founded in 2011/],
  ['quake-sorrel', /strongest earthquake since 1986/],
  ['bruecke-sperrung', /^Ein Prüfbericht vom April 2024/],
  ['klinik-verkauf', /im vergangenen Jahr bei 11,8 Millionen Euro, nachdem es 2022 noch drei Millionen/],
])('the context of %s tells what was before', (event, said) => {
  expect(quotedContext(event).join('\n')).toMatch(new RegExp(said.source, 'm'))
})

test('no German sentence of a context points to one before it', () => {
  for (const event of ['bruecke-sperrung', 'klinik-verkauf', 'wolf-abschuss'])
    for (const text of quotedContext(event)) {
      expect(text).not.toMatch(/^(?:Er|Sie|Es|Das|Dort|Damals|Doch)\b/)
      expect(text).not.toMatch(/\b(?:kann|ist|war) (?:das|dies)\b/)
    }
})
