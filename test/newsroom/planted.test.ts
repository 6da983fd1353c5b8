import { expect, test } from 'vitest'
import { readGold } from './gold.ts'

const { articles, planted } = readGold()
const textOf = (event: string, outlet: string) =>
  articles
    .filter((one) => one.event === event && one.outlet === outlet)
    .map(({ text }) => text)
    .join('\n\n') || `no article of ${outlet} on ${event}`
const lacking = (event: string, outlets: readonly string[], wording: string) =>
  outlets.filter((outlet) => !textOf(event, outlet).includes(wording)).map((outlet) => `${event}/${outlet}: ${wording}`)

test('every outlet of a planted event stands in one frame group', () => {
  for (const { event, frames, lead } of planted) {
    const written = new Set(articles.filter((one) => one.event === event).map(({ outlet }) => outlet))
    expect(frames.flatMap(({ outlets }) => outlets).sort(), event).toEqual([...written].sort())
    expect(written).toContain(lead)
  }
})

test('every planted word, number and loaded wording stands in the articles named', () => {
  const missing = planted.flatMap(({ event, frames, facts, shared, contradictions, loaded, corrections }) => [
    ...frames.flatMap(({ outlets, words }) => words.flatMap((word) => lacking(event, outlets, word))),
    ...[...facts, ...shared].flatMap(({ carriedBy, terms }) =>
      terms.flatMap((term) => lacking(event, carriedBy, term)),
    ),
    ...contradictions.flatMap(({ values }) => values.flatMap(({ value, outlets }) => lacking(event, outlets, value))),
    ...loaded.flatMap(({ outlet, wording }) => lacking(event, [outlet], wording)),
    ...corrections.flatMap(({ outlet, before }) => lacking(event, [outlet], before)),
  ])
  expect(missing).toEqual([])
})

test('every planted fact stands in two independent reports: a reprint is none', () => {
  const pieceOf = (event: string, outlet: string) =>
    articles.find((one) => one.event === event && one.outlet === outlet)?.reprintOf ?? outlet
  const lonely = planted.flatMap(({ event, facts }) =>
    facts.filter(({ carriedBy }) => new Set(carriedBy.map((outlet) => pieceOf(event, outlet))).size < 2),
  )
  expect(lonely).toEqual([])
})

test('the key terms of an omitted fact stand in no article of the groups that omit it', () => {
  const told = planted.flatMap(({ event, frames, facts, shared }) =>
    [...facts, ...shared].flatMap(({ omittedBy, terms, id }) =>
      omittedBy.flatMap((group) => {
        const silent = frames.find((frame) => frame.group === group)?.outlets ?? ['no such group']
        return silent
          .filter((outlet) => terms.some((term) => textOf(event, outlet).includes(term)) || outlet === 'no such group')
          .map((outlet) => `${event} ${id}: ${group} ${outlet}`)
      }),
    ),
  )
  expect(told).toEqual([])
})

test('one story develops over three days, and three events are told in German', () => {
  const continues = planted.flatMap(({ event, continues: earlier }) => (earlier === null ? [] : [[event, earlier]]))
  expect(continues).toEqual([
    ['mill-hearing', 'mill-closing'],
    ['mill-rescue', 'mill-hearing'],
  ])
  const german = articles.filter(({ lang }) => lang === 'de')
  expect([german.length, new Set(german.map(({ event }) => event)).size]).toEqual([12, 3])
})

test('one article is corrected after it was published, in a number', () => {
  const corrections = planted.flatMap((one) => one.corrections)
  expect(corrections).toHaveLength(1)
  const [{ before = '', after = '' } = {}] = corrections
  expect(after.replace(/[\d,]+/, '')).toBe(before.replace(/[\d,]+/, ''))
})
