import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleId } from '../../src/article/article.ts'
import { constraintsOf } from '../../src/story/constraints.ts'
import { planLinks } from '../../src/story/links-of-edit.ts'

const ids = Array.from({ length: 10 }, (_, index) => articleId(String(index)))
const plan = fc.record({
  order: fc.shuffledSubarray(ids, { minLength: 2 }),
  cut: fc.integer({ min: 1, max: 9 }),
})

test('what is planned says all of the edit and nothing twice; what is refused is refused for links that stood before', () => {
  fc.assert(
    fc.property(fc.array(plan, { maxLength: 6 }), (plans) => {
      const stored: Parameters<typeof constraintsOf>[0] extends Iterable<infer One> ? One[] : never = []
      for (const { order, cut } of plans) {
        const [together, apart] = [order.slice(0, cut), order.slice(cut)]
        const planned = planLinks(constraintsOf(stored), { together, apart })
        if (planned.kind === 'contradicts') {
          const { next, against } = planned.contradiction
          const culprits = against.map(({ id }) => id)
          expect(stored.map(({ id }) => id)).toEqual(expect.arrayContaining(culprits))
          expect(constraintsOf(against).contradiction(next)).not.toBeNull()
          continue
        }
        const links = planned.links.map((link, index) => ({ id: `${stored.length + index}`, ...link }))
        stored.push(...links)
        const after = constraintsOf(stored)
        for (const article of together) {
          expect(after.together(article)).toEqual(expect.arrayContaining(together))
          for (const other of apart.slice(0, 1)) expect(after.mayMeet(article, other)).toBe(false)
          for (const other of apart) expect(after.together(article)).not.toContain(other)
        }
        expect(planLinks(after, { together, apart })).toEqual({ kind: 'planned', links: [] })
      }
    }),
    { numRuns: 300 },
  )
})
