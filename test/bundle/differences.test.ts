import { expect, test } from 'vitest'
import { saysWhatItCounts } from '../../src/bundle/bearing.ts'
import { differencesOf } from '../../src/bundle/differences.ts'
import { disagreementsOf } from '../../src/fact/accounts.ts'
import { readStory } from '../../src/fact/readings.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

/** What the outlets A, B and C are said to differ on. */
function differences(...texts: string[]) {
  const publishedAt = new Date('2026-03-10T09:00:00Z')
  const articles = texts.map((text, at) =>
    articleBy(['A', 'B', 'C'][at] ?? '', 'center', { title: '', text, lang: 'en', publishedAt }),
  )
  const groups = articles.map(({ id }) => ({ members: [id], reason: 'alone' as const }))
  const readings = readStory(storyOf(articles), groups)
  return differencesOf(disagreementsOf(readings), readings)
}

test.each([
  [
    'The plant in Fenwick employs 1,150 workers.',
    'Corvane employs 980 workers at the Fenwick plant.',
    'Accounts differ on how many work there: 1,150 workers (A); 980 workers (B).',
  ],
  [
    'The quake near Sorrel had a magnitude of 5.8.',
    'A 6.3-magnitude earthquake struck near Sorrel.',
    'Accounts differ on the magnitude: 5.8 (A); 6.3 (B).',
  ],
  [
    'Daily transits through the Orrin lock averaged 21 in February, the office says.',
    'In February the average at the Orrin lock was 17, according to pilots.',
    'Accounts differ on the average: “Daily transits through the Orrin lock averaged 21 in February” (A); “In February the average at the Orrin lock was 17” (B).',
  ],
  [
    'Printers at the Fenwick works backed the tariff offer with 61 percent, the union said.',
    'The tariff offer was backed by printers at the Fenwick works with 54 percent.',
    'Accounts differ on Fenwick: “Printers at the Fenwick works backed the tariff offer with 61 percent” (A); “The tariff offer was backed by printers at the Fenwick works with 54 percent” (B).',
  ],
  [
    'Repairs to the Lohe bridge will cost $120 million.',
    'The cost of repairing the Lohe bridge is put at $84 million, the office says.',
    'Accounts differ on the cost: “Repairs to the Lohe bridge will cost $120 million” (A); “The cost of repairing the Lohe bridge is put at $84 million” (B).',
  ],
  [
    'The court fined Nordhaven $38 million for the spill.',
    'Nordhaven must pay a fine of $52 million for the spill.',
    'Accounts differ on the fine: $38 million (A); $52 million (B).',
  ],
  [
    'It averaged 21 in February, Kestrel pilots said.',
    'In February it averaged 17, Kestrel pilots said.',
    'Accounts differ: “It averaged 21 in February, Kestrel pilots said.” (A); “In February it averaged 17, Kestrel pilots said.” (B).',
  ],
])('%s / %s', (one, other, expected) => {
  const [claim, ...more] = differences(one, other)
  expect(claim?.text).toBe(expected)
  expect(more).toEqual([])
  expect(claim && saysWhatItCounts(claim)).toBe(true)
  expect(claim?.evidence.map(({ quote }) => quote)).toEqual([one, other])
})

test('the words of one outlet are not said to be another’s that has the same number', () => {
  const [claim] = differences(
    'Repairs to the Lohe bridge will cost $120 million.',
    'The cost of repairing the Lohe bridge is put at $84 million.',
    'The city says that repairing the Lohe bridge costs $84 million.',
  )
  expect(claim?.text).toBe(
    'Accounts differ on the cost: “The city says that repairing the Lohe bridge costs $84 million” (C; the same number in B); “Repairs to the Lohe bridge will cost $120 million” (A).',
  )
})
