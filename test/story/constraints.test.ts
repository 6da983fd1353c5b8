import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArticleId, articleId } from '../../src/article/article.ts'
import { type Constraint, constraintsOf, type PairConstraint } from '../../src/story/constraints.ts'
import { contradictionText } from '../../src/story/contradiction-text.ts'
import { storyId } from '../../src/story/story.ts'

const [a, b, c, d, e] = [articleId('a'), articleId('b'), articleId('c'), articleId('d'), articleId('e')]
const pair = (id: string, kind: PairConstraint['kind'], one: ArticleId, other: ArticleId): PairConstraint => ({
  ...{ id, kind, articles: [one, other] },
})
const must = (id: string, one = a, other = b) => pair(id, 'must-link', one, other)
const cannot = (id: string, one = a, other = b) => pair(id, 'cannot-link', one, other)

test('what is linked through others is linked', () => {
  const constraints = constraintsOf([must('1', a, b), must('2', c, d), must('3', d, b)])
  expect([...constraints.linked(a)].sort()).toEqual([b, c, d])
  expect([...constraints.together(a)].sort()).toEqual([a, b, c, d])
  expect([...constraints.linked(e)]).toEqual([])
})

test('a cannot-link holds for all who must be together with its two, and names itself', () => {
  const apart = cannot('9', a, c)
  const constraints = constraintsOf([must('1', a, b), apart, must('2', c, d)])
  expect(constraints.forbids(b, [e, d])).toBe(apart)
  expect(constraints.forbids(d, [b])).toBe(apart)
  expect(constraints.forbids(e, [a, b, c, d])).toBeNull()
  expect(constraints.forbids(a, [b, e])).toBeNull()
  expect([...constraints.apartFrom(b)].sort()).toEqual([c, d])
  expect(constraints.apartFrom(e)).toEqual([])
})

test('marks of stories are known', () => {
  const constraints = constraintsOf([
    { id: '1', kind: 'lock', story: storyId('7') },
    { id: '2', kind: 'pin', story: storyId('8') },
  ])
  const { isLocked } = constraints
  expect(['7', '8', '9'].map((id) => isLocked(storyId(id)))).toEqual([true, false, false])
  expect(['7', '8', '9'].map((id) => constraints.isPinned(storyId(id)))).toEqual([false, true, false])
})

test('a contradiction is said in words, with what it follows from', () => {
  const titleOf = (id: string) => `Title ${id.toUpperCase()}`
  const constraints = constraintsOf([cannot('1', a, c), must('2', b, c)])
  const contradiction = constraints.contradiction(must('3', a, b))
  expect(contradiction && contradictionText(contradiction, titleOf)).toBe(
    '“Title A” (article a) belongs with “Title B” (article b): this contradicts that “Title A” (article a) does not belong with “Title C” (article c), since “Title B” (article b) belongs with “Title C” (article c)',
  )
  expect(() => constraints.add(must('3', a, b))).toThrow(RangeError)
  const linked = constraintsOf([must('1', a, b), must('2', b, c)]).contradiction(cannot('3', c, a))
  expect(linked?.against.map(({ id }) => id)).toEqual(['2', '1'])
})

const ids = Array.from({ length: 9 }, (_, index) => articleId(String(index)))
const anyPair = fc.record({
  kind: fc.constantFrom('must-link' as const, 'must-link' as const, 'cannot-link' as const),
  articles: fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)),
})

/** Everybody's component by repainting, and whether a cannot-link lies within one. */
function painted(pairs: readonly PairConstraint[]): { colours: Map<string, string>; isBroken: boolean } {
  const colours = new Map<string, string>(ids.map((id) => [id, id]))
  for (const { kind, articles } of pairs) {
    if (kind === 'cannot-link') continue
    const [to, from] = articles.map((id) => colours.get(id))
    for (const [id, colour] of colours) if (colour === from && to !== undefined) colours.set(id, to)
  }
  const isBroken = pairs.some(
    ({ kind, articles: [one, other] }) => kind === 'cannot-link' && colours.get(one) === colours.get(other),
  )
  return { colours, isBroken }
}

test('what is accepted can be obeyed, what is refused cannot, and the look-ups say what a naive closure says', () => {
  fc.assert(
    fc.property(fc.array(anyPair, { maxLength: 30 }), (drawn) => {
      const constraints = constraintsOf([])
      const accepted: PairConstraint[] = []
      for (const [index, next] of drawn.entries()) {
        const constraint = { id: String(index), ...next }
        const contradiction = constraints.contradiction(constraint)
        expect(contradiction !== null).toBe(painted([...accepted, constraint]).isBroken)
        if (contradiction) {
          const culprits = contradiction.against
          expect(accepted).toEqual(expect.arrayContaining([...culprits]))
          expect(painted([...culprits, constraint]).isBroken).toBe(true)
          for (const spared of culprits)
            expect(painted([...culprits.filter((one) => one !== spared), constraint]).isBroken).toBe(false)
          expect(() => constraints.add(constraint)).toThrow(RangeError)
        } else {
          constraints.add(constraint)
          accepted.push(constraint)
        }
      }
      const { colours } = painted(accepted)
      const isApart = (one: string, other: string) =>
        accepted.some(({ kind, articles }) => {
          const [left, right] = articles.map((id) => colours.get(id))
          const both = [colours.get(one), colours.get(other)]
          return kind === 'cannot-link' && both.includes(left) && both.includes(right) && left !== right
        })
      for (const one of ids) {
        const alike = ids.filter((id) => colours.get(id) === colours.get(one))
        expect([...constraints.together(one)].sort()).toEqual(alike)
        expect([...constraints.linked(one)].sort()).toEqual(alike.filter((id) => id !== one))
        expect(constraints.apartFrom(one).sort()).toEqual(ids.filter((id) => isApart(one, id)))
        for (const other of ids) {
          expect(constraints.forbids(one, [other]) !== null).toBe(isApart(one, other))
          expect(constraints.mayMeet(one, other)).toBe(!isApart(one, other))
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('two hundred thousand constraints in the worst order are added in little time', () => {
  const many: Constraint[] = []
  for (let index = 1; index <= 100_000; index++) {
    many.push({ id: `m${index}`, kind: 'must-link', articles: [articleId(String(index)), articleId('0')] })
    many.push({ id: `c${index}`, kind: 'cannot-link', articles: [articleId('0'), articleId(`x${index}`)] })
  }
  const began = performance.now()
  const constraints = constraintsOf(many)
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(constraints.together(articleId('77')).length).toBe(100_001)
  expect(constraints.forbids(articleId('77'), [articleId('x99')])?.id).toBe('c99')
})
