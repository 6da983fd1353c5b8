import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleId } from '../../src/article/article.ts'
import { ArticleIndex } from '../../src/story/article-index.ts'
import { featuresOf } from '../../src/story/features.ts'
import { Frequencies } from '../../src/story/frequencies.ts'
import { averageLinkage, deepLinkage, meanOf } from '../../src/story/linkage.ts'
import { Neighbours, neighboursKept } from '../../src/story/neighbours.ts'
import { PostingLists } from '../../src/story/posting-lists.ts'
import { storySettings } from '../../src/story/settings.ts'
import { TermCounts } from '../../src/story/term-counts.ts'
import { termHash } from '../../src/story/term-hash.ts'

const term = fc.integer({ min: 1, max: 40 }).map((at) => termHash('word', `w${at}`))

test('postings are what was added, the newest first, also after slots have changed', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(term), { maxLength: 300 }), fc.nat(300), (articles, gone) => {
      const lists = new PostingLists()
      const added = articles.flatMap((terms, slot) => terms.map((one) => [one, slot] as const))
      for (const [one, slot] of added) lists.add(one, slot)
      const read = (from: PostingLists, of: number, most = 1000) => {
        const slots = new Int32Array(1000).fill(-7)
        const size = from.newest(of, most, slots, 5)
        expect([slots[4], slots[5 + size]]).toEqual([-7, -7])
        return [...slots.slice(5, 5 + size)]
      }
      const now = Int32Array.from(articles, (_, slot) => (slot < gone ? -1 : slot - gone))
      const moved = lists.renumbered(now)
      for (const of of new Set(added.map(([one]) => one))) {
        const slots = added.flatMap(([one, slot]) => (one === of ? [slot] : [])).reverse()
        expect(read(lists, of)).toEqual(slots)
        expect(read(lists, of, 3)).toEqual(slots.slice(0, 3))
        expect(read(moved, of)).toEqual(slots.flatMap((slot) => (slot < gone ? [] : [slot - gone])))
      }
      expect(read(lists, termHash('name', 'never added'))).toEqual([])
    }),
  )
})

test('of all that are offered the nearest are kept, in order; of equals the first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 80 }), (offered) => {
      const near = new Neighbours()
      near.open(0)
      for (const [other, nearness] of offered.entries()) near.offer(0, other + 1, nearness / 32, -nearness)
      const expected = offered
        .map((nearness, at) => ({ other: at + 1, nearness }))
        .sort((a, b) => b.nearness - a.nearness || a.other - b.other)
        .slice(0, neighboursKept)
      const kept = Array.from({ length: near.count(0) }, (_, rank) => ({
        other: near.at(0, rank),
        nearness: near.nearness(0, rank) * 32,
      }))
      expect(kept).toEqual(expected)
      expect(near.nearest(0) * 32).toBeCloseTo(expected[0]?.nearness ?? 0, 5)
      expect(kept.every(({ other }) => near.has(0, other))).toBe(true)
    }),
  )
})

test('terms are counted in order of first appearance, one text after the other', () => {
  const counts = new TermCounts()
  fc.assert(
    fc.property(fc.array(term, { maxLength: 200 }), (terms) => {
      counts.clear()
      for (const one of terms) counts.add(one, 1)
      const expected = new Map<number, number>()
      for (const one of terms) expected.set(one, (expected.get(one) ?? 0) + 1)
      const held = Array.from({ length: counts.size }, (_, at) => [counts.terms[at], counts.counts[at]])
      expect(held).toEqual([...expected])
    }),
  )
})

test('a term that was counted long ago is as rare as one that never was', () => {
  const frequencies = new Frequencies({ priorArticles: 10, countedArticles: 3, rarityPower: 1 }, new Map())
  const [old, young, never] = ['old', 'young', 'never'].map((word) => termHash('word', word))
  if (old === undefined || young === undefined || never === undefined) throw new Error('three terms')
  frequencies.count(Uint32Array.of(old))
  for (let at = 0; at < 3; at += 1) frequencies.count(Uint32Array.of(young))
  expect(frequencies.rarity(old)).toBe(frequencies.rarity(never))
  expect(frequencies.rarity(young)).toBeLessThan(frequencies.rarity(old))
})

test('a term is as rare for the first article of a day as for the last, until it has had as many as are counted', () => {
  const frequencies = new Frequencies({ priorArticles: 10, countedArticles: 3, rarityPower: 1 }, new Map())
  const word = termHash('word', 'flood')
  const rarities = [1, 1, 2, 2, 2].map((day) => {
    frequencies.advanceTo(day)
    const rarity = frequencies.rarity(word)
    frequencies.count(Uint32Array.of(word))
    return rarity
  })
  expect(rarities[1]).toBe(rarities[0])
  expect(rarities[2]).toBeLessThan(rarities[1] ?? 0)
  expect(rarities.slice(3)).toEqual([rarities[2], rarities[2]])
  expect(frequencies.rarity(word)).toBeLessThan(rarities[2] ?? 0)
})

test('average linkage stops where no two groups are near enough, and never crosses what is forbidden', () => {
  const count = 7
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 49, maxLength: 49 }),
      fc.array(fc.boolean(), { minLength: 49, maxLength: 49 }),
      (chances, bans) => {
        const sums = new Float64Array(49)
        const forbidden = new Uint8Array(49)
        for (let i = 0; i < count; i += 1) {
          for (let j = i + 1; j < count; j += 1) {
            sums[i * count + j] = sums[j * count + i] = chances[i * count + j] ?? 0
            const isBanned = (bans[i * count + j] ?? false) && (bans[j * count + i] ?? false) ? 1 : 0
            forbidden[i * count + j] = forbidden[j * count + i] = isBanned
          }
        }
        const pairs = sums.slice()
        const banned = forbidden.slice()
        const groups = averageLinkage({ sizes: Array(count).fill(1), sums, forbidden }, 0.6, neighboursKept)
        const membersOf = (root: number) => groups.flatMap((one, at) => (one === root ? [at] : []))
        const roots = [...new Set(groups)]
        const crossing = (a: number[], b: number[], of: Float64Array | Uint8Array) =>
          a.reduce((sum, i) => sum + b.reduce((row, j) => row + (of[i * count + j] ?? 0), 0), 0)
        for (const a of roots) {
          expect(crossing(membersOf(a), membersOf(a), banned)).toBe(0)
          for (const b of roots) {
            if (a === b || crossing(membersOf(a), membersOf(b), banned) > 0) continue
            const [one, other] = [membersOf(a), membersOf(b)]
            expect(meanOf(crossing(one, other, pairs), one.length, other.length, neighboursKept)).toBeLessThan(
              0.6 + 1e-9,
            )
          }
        }
      },
    ),
  )
})

test('two halves of one large event come together though their articles remember the nearest of their own half', () => {
  const [halves, each, known] = [2, 60, 24]
  const across = 0.25 * each * each * (known / (2 * each - 1))
  const sums = Float64Array.of(0, across, across, 0)
  const units = () => ({ sizes: [each, each], sums: sums.slice(), halves: sums.slice(), forbidden: new Uint8Array(4) })
  expect(averageLinkage(units(), 0.3, known)).toEqual([0, 1])
  expect(deepLinkage(units(), 0.3, known, 3)).toEqual([0, 0])
  expect(deepLinkage({ ...units(), halves: new Float64Array(4) }, 0.3, known, 3)).toEqual([0, 1])
  const forbidden = new Uint8Array(halves ** 2).fill(1)
  expect(deepLinkage({ ...units(), forbidden }, 0.3, known, 3)).toEqual([0, 1])
})

test('a headline is compared with more articles than a long text, and either with no more than the settings allow', () => {
  const settings = { ...storySettings, articlesCompared: 40, articlesSurely: 10, termsCompared: 400 }
  const compared = (text: string) => {
    const index = new ArticleIndex(settings, new Frequencies(settings, new Map()))
    let pairs = 0
    for (let at = 0; at < 60; at += 1) {
      pairs = 0
      const features = featuresOf({ title: `Port Varrow floods quay ${at}`, text, lang: 'en' })
      index.takeIn({ articleId: articleId(`a${at}`), features, when: null }, () => (pairs += 1))
    }
    return pairs
  }
  expect(compared('')).toBe(40)
  expect(
    compared(
      Array.from({ length: 90 }, (_, at) => `word${'bcdfghjklm'[at % 10]}${'npqrstvwx'[Math.floor(at / 10)]}`).join(
        ' ',
      ),
    ),
  ).toBe(10)
})
