import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { clockStartingAt, systemClock } from '../../src/outside/clock.ts'

test('a clock goes on from its start with real time and never back', async () => {
  const start = new Date('2026-11-02T06:00:00Z')
  const clock = clockStartingAt(start)
  const first = clock.now().getTime() - start.getTime()
  expect(first).toBeGreaterThanOrEqual(0)
  expect(first).toBeLessThan(60_000)
  await sleep(30)
  const second = clock.now().getTime() - start.getTime()
  expect(second - first).toBeGreaterThanOrEqual(25)
  expect(second).toBeLessThan(60_000)
})

test('the system clock tells the time', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1_000)
})
