import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gather } from '../src/gather.ts'

test('rows of a moment go together and each gets its own answer', async () => {
  const calls: number[][] = []
  const double = gather(
    async (rows: readonly number[]) => {
      calls.push([...rows])
      return rows.map((row) => 2 * row)
    },
    { most: 10, waitMs: 5 },
  )
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
  expect(calls).toEqual([[1, 2, 3]])
})

test('one call at a time, of no more rows than allowed; what comes meanwhile gathers', async () => {
  let [running, most] = [0, 0]
  const sizes: number[] = []
  const answer = gather(
    async (rows: readonly number[]) => {
      running += 1
      most = Math.max(most, running)
      sizes.push(rows.length)
      await sleep(5)
      running -= 1
      return rows
    },
    { most: 4, waitMs: 1 },
  )
  const rows = Array.from({ length: 10 }, (_, at) => at)
  expect(await Promise.all(rows.map(answer))).toEqual(rows)
  expect(most).toBe(1)
  expect(sizes).toEqual([4, 4, 2])
})

test('a row that comes while a call is under way waits for company from its end', async () => {
  const calls: number[][] = []
  let finish = () => {}
  const answer = gather(
    async (rows: readonly number[]) => {
      calls.push([...rows])
      if (calls.length === 1) await new Promise<void>((done) => (finish = done))
      return rows
    },
    { most: 10, waitMs: 50 },
  )
  const [first, second] = [answer(1), sleep(60).then(() => answer(2))]
  await sleep(80)
  finish()
  await first
  await sleep(5)
  await Promise.all([second, answer(3)])
  expect(calls).toEqual([[1], [2, 3]])
})

test('a call that fails fails its own rows and no later ones', async () => {
  const answer = gather(
    async (rows: readonly string[]) => {
      if (rows.includes('bad')) throw new Error('refused')
      return rows
    },
    { most: 1, waitMs: 1 },
  )
  const outcomes = await Promise.allSettled(['good', 'bad', 'later'].map(answer))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
