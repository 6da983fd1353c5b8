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
  [
    'Of 48 economists polled by Merrow last week, 31 had expected the bank to hold.',
    'Of 48 economists surveyed, 29 had forecast no change.',
    'Accounts differ: “Of 48 economists polled by Merrow last week, 31 had expected the bank to hold” (A); “Of 48 economists surveyed, 29 had forecast no change” (B).',
  ],
  [
    'The Harbour Council, a trade group, put the cost of the stoppage at 64 million dollars in lost and late sales.',
    'The Dock Centre, which left out late cargo, puts the cost of the strike at 48 million dollars.',
    'Accounts differ on the cost: “The Harbour Council, a trade group, put the cost of the stoppage at 64 million dollars in lost and late sales” (A); “The Dock Centre, which left out late cargo, puts the cost of the strike at 48 million dollars” (B).',
  ],
  [
    'Manufacturers managed 82,000 installations in 2025, the ministry said.',
    'Makers fitted 98,000 in 2025, so the average is low.',
    'Accounts differ: “Manufacturers managed 82,000 installations in 2025” (A); “Makers fitted 98,000 in 2025” (B).',
  ],
  [
    'The pier at Elma is 340 metres long.',
    'At Elma stands a pier that is 280 meters long.',
    'Accounts differ on Elma: “The pier at Elma is 340 metres long” (A); “At Elma stands a pier that is 280 meters long” (B).',
  ],
  [
    'About 90 houses have been damaged, the office says.',
    'At least 112 homes are damaged.',
    'Accounts differ on how many were damaged: About 90 houses (A); At least 112 homes (B).',
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

test('a number that a report doubts is shown beside the one that it sets against it', () => {
  const [claim, ...more] = differences(
    'The ministry said 6,300 households would have to move.',
    'Hers is one of 6,300 households that must move. Neighbours believe the true number is higher. A count made by the village arrived at 7,100.',
  )
  expect(claim?.text).toBe(
    'Accounts differ: “The ministry said 6,300 households would have to move” (A); “A count made by the village arrived at 7,100” (B).',
  )
  expect(more).toEqual([])
})
