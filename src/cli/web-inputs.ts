import type { Fetched, Fetcher, FetchRequest, RobotsGate } from '../outside/ports.ts'

export type WebInput = Extract<Fetched, { kind: 'body' }> | WebFailure

export interface WebFailure {
  readonly kind: 'failed'
  /** `robots` where robots.txt forbids the URL; else why the URL, or its robots.txt, could not be had. */
  readonly reason: string
  readonly detail: string
}

/** URLs of dry runs, asked for as the pipelines do: robots.txt first, and with the rest that it asks for. */
export interface WebInputs {
  get(url: string, wants: FetchRequest['wants']): Promise<WebInput>
  close(): Promise<void>
}

/** One fetcher for all URLs, opened with the first. */
export function webInputs(): WebInputs {
  let opened: Promise<{ fetcher: Fetcher; robots: RobotsGate }> | undefined
  return {
    async get(url, wants) {
      opened ??= open()
      const { fetcher, robots } = await opened
      const answer = await robots.ask(url)
      switch (answer.kind) {
        case 'disallowed':
          return failed('robots', 'its robots.txt forbids this URL')
        case 'unreachable':
          return failed(answer.reason, 'its robots.txt could not be had, and so the URL was not asked for')
        case 'allowed':
          return bodyOf(await fetcher.fetch({ url, wants, restMs: answer.crawlDelayMs }))
      }
    },
    async close() {
      await (await opened)?.fetcher.close()
    },
  }
}

async function open() {
  const { readConfig } = await import('../config.ts')
  const { createFetcher } = await import('../outside/fetcher.ts')
  const { createRobots } = await import('../outside/robots.ts')
  const { systemClock } = await import('../outside/clock.ts')
  const config = readConfig(process.env)
  const fetcher = createFetcher(config)
  return { fetcher, robots: createRobots(fetcher, systemClock, config.userAgent) }
}

function bodyOf(fetched: Fetched): WebInput {
  if (fetched.kind === 'body') return fetched
  if (fetched.kind === 'unchanged') return failed('protocol', 'unchanged, though no validators were sent')
  return failed(fetched.reason, fetched.detail)
}

const failed = (reason: string, detail: string): WebFailure => ({ kind: 'failed', reason, detail })
