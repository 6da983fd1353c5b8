import { onTestFinished } from 'vitest'
import { createFetcher, type FetcherOptions } from '../../src/outside/fetcher.ts'
import type { Fetcher } from '../../src/outside/ports.ts'

/** A fetcher that may go to loopback only, asks no DNS unless the test brings one, and is closed with the test. */
export function fetcherFor(options: Partial<FetcherOptions>): Fetcher {
  const fetcher = createFetcher({
    userAgent: 'Parallax-Test/0.1',
    allowNet: ['127.0.0.0/8'],
    timeoutMs: 60_000,
    lookup: async (name) => {
      throw Object.assign(new Error(`no such name: ${name}`), { code: 'ENOTFOUND' })
    },
    ...options,
  })
  onTestFinished(() => fetcher.close())
  return fetcher
}
