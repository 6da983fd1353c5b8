import { expect, test } from 'vitest'
import { composeBundle } from '../../src/bundle/compose.ts'
import { storyOf } from '../fact/articles.ts'
import { eventArticles } from '../newsroom/event-articles.ts'

const sides = { left: 'readable', center: 'readable', right: 'readable' } as const

function tableOf(event: string) {
  const { factTable = [], differences = [] } = composeBundle(storyOf(eventArticles().get(event) ?? []), {
    ...{ sides, goDeeper: [] },
  })
  return factTable.map(({ claim, disputedBy }) => ({
    rule: claim.rule,
    disputedBy: disputedBy === null ? null : differences[disputedBy]?.rule,
  }))
}

test('a shared number is disputed where accounts differ on it, with a noun or a unit, and no other row is', () => {
  for (const [event, number, differ] of [
    ['bruecke-sperrung', '84 Millionen Euro', '84 Millionen Euro; 120 Millionen Euro'],
    ['wolf-abschuss', '38 getötete Nutztiere', '38 getötete Nutztiere; 61 gerissene Tiere'],
  ] as const)
    expect(tableOf(event).filter(({ disputedBy }) => disputedBy !== null)).toEqual([
      { rule: `shared-point(${number})`, disputedBy: `accounts-differ(${differ})` },
    ])
})
