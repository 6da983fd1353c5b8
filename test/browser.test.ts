import { afterEach, expect, test, vi } from 'vitest'
import { openBrowser } from './browser.ts'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['a program that is no browser', process.execPath],
  ['a path where nothing is', '/no/such/chromium'],
])('%s is refused with the name of the variable that chose it', async (_, path) => {
  vi.stubEnv('CHROME_PATH', path)
  await expect(openBrowser()).rejects.toThrow(/CHROME_PATH/)
})
