import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inOrder } from '../../src/cli/in-order.ts'

async function collected<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}

test('results come in the order of the values, so many at a time', async () => {
  let [now, most] = [0, 0]
  const slowest = [30, 20, 10, 0, 0, 0]
  const map = async (ms: number) => {
    now += 1
    most = Math.max(most, now)
    await sleep(ms)
    now -= 1
    return ms
  }
  expect(await collected(inOrder(slowest, 3, map))).toEqual(slowest)
  expect(most).toBe(3)
})

test('one that fails before its turn is told at its turn, after the results that came before it', async () => {
  const map = async (value: string) => {
    if (value === 'bad') throw new Error('bad')
    await sleep(20)
    return value
  }
  const heard: string[] = []
  const hearing = (async () => {
    for await (const value of inOrder(['good', 'bad', 'later'], 3, map)) heard.push(value)
  })()
  await expect(hearing).rejects.toThrow('bad')
  expect(heard).toEqual(['good'])
})
