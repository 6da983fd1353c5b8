import { expect, test } from 'vitest'
import {
  liesAfter,
  type StoredValidators,
  validatorsAfterUnchanged,
  validatorsToSend,
} from '../../src/feed/validators.ts'

const honest: StoredValidators = {
  etag: '"7"',
  lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT',
  bodyHash: 'aa',
  etagLies: false,
  lastModifiedLies: false,
}
const polls = (address: string, stored = honest) =>
  Array.from({ length: 100 }, (_, count) => validatorsToSend(stored, { address, count }))

test('one poll in a hundred is unconditional, and not the same one for every feed', () => {
  const addresses = Array.from({ length: 300 }, (_, n) => `https://outlet${n}.example/rss.xml`)
  const turns = addresses.map((address) => {
    const bare = polls(address).flatMap(({ etag }, count) => (etag === null ? [count] : []))
    expect(bare).toHaveLength(1)
    return bare[0]
  })
  expect(new Set(turns).size).toBeGreaterThan(80)
  expect(polls(addresses[0] ?? '')).toEqual(polls(addresses[0] ?? ''))
})

test('what lies is not sent, the other still is', () => {
  const sent = polls('https://a.example/rss', { ...honest, etagLies: true })
  expect(sent.every(({ etag }) => etag === null)).toBe(true)
  expect(sent.filter(({ lastModified }) => lastModified !== null)).toHaveLength(99)
})

const { etag, lastModified } = honest
test.each<[string, Parameters<typeof liesAfter>, boolean, boolean]>([
  ['an honest change', [honest, { etag: '"8"', lastModified: 'later', bodyHash: 'bb', itemsChanged: 2 }], false, false],
  ['both lie', [honest, { etag, lastModified, bodyHash: 'bb', itemsChanged: 1 }], true, true],
  ['only the ETag lies', [honest, { etag, lastModified: 'later', bodyHash: 'bb', itemsChanged: 1 }], true, false],
  ['only the date lies', [honest, { etag: '"8"', lastModified, bodyHash: 'bb', itemsChanged: 1 }], false, true],
  ['the same body again', [honest, { etag, lastModified, bodyHash: 'aa', itemsChanged: 0 }], false, false],
  ['another counter in it', [honest, { etag, lastModified, bodyHash: 'bb', itemsChanged: 0 }], false, false],
  [
    'no validators any more',
    [honest, { etag: null, lastModified: null, bodyHash: 'bb', itemsChanged: 1 }],
    false,
    false,
  ],
  [
    'none before, none now',
    [
      { ...honest, etag: null, lastModified: null },
      { etag: null, lastModified: null, bodyHash: 'bb', itemsChanged: 1 },
    ],
    false,
    false,
  ],
  [
    'a first body',
    [
      { ...honest, bodyHash: null },
      { etag, lastModified, bodyHash: 'bb', itemsChanged: 9 },
    ],
    false,
    false,
  ],
  [
    'once a liar, for ever one',
    [
      { ...honest, etagLies: true },
      { etag: '"8"', lastModified: 'later', bodyHash: 'bb', itemsChanged: 1 },
    ],
    true,
    false,
  ],
])('%s', (_, [stored, arrived], etagLies, lastModifiedLies) => {
  expect(liesAfter(stored, arrived)).toEqual({ etagLies, lastModifiedLies })
})

test('a server that answers 304 for ever is found out within a hundred polls', () => {
  let stored = honest
  let found: number | null = null
  for (let count = 0; count < 100 && found === null; count += 1) {
    const sent = validatorsToSend(stored, { address: 'https://a.example/rss', count })
    if (sent.etag !== null) continue
    stored = { ...stored, ...liesAfter(stored, { etag, lastModified, bodyHash: 'bb', itemsChanged: 3 }) }
    found = count
  }
  expect(found).not.toBeNull()
  expect(validatorsToSend(stored, { address: 'https://a.example/rss', count: 0 })).toEqual({
    etag: null,
    lastModified: null,
  })
})

test('a 304 renews what it names and keeps what it does not', () => {
  expect(validatorsAfterUnchanged({ etag: '"7"', lastModified: 'a' }, { etag: '"8"', lastModified: null })).toEqual({
    etag: '"8"',
    lastModified: 'a',
  })
})
