import type { Extracted } from '../src/article/extracted.ts'
import type { Fetched, Fetcher, FetchFailure, PageExtractor, RobotsGate } from '../src/outside/ports.ts'

export interface PageParts {
  readonly fetcher: Fetcher
  readonly extractor: PageExtractor
  readonly robots: RobotsGate
}

export interface ReadOptions {
  readonly signal: AbortSignal
  readonly keepRawPages: boolean
}

type Body = Extract<Fetched, { kind: 'body' }>

export type PageRead =
  | { readonly kind: 'read'; readonly body: Body; readonly extracted: Extracted }
  | { readonly kind: 'disallowed' }
  | { readonly kind: 'failed'; readonly reason: FetchFailure; readonly retryAfterSeconds: number | null }

/** an article's address → robots.txt → its page → what stands on it */
export async function readPage(
  parts: PageParts,
  { fetchUrl, userAgent }: { fetchUrl: string; userAgent: string | null },
  signal: AbortSignal,
): Promise<PageRead> {
  const robots = await parts.robots.ask(fetchUrl, userAgent ?? undefined)
  if (robots.kind === 'disallowed') return robots
  if (robots.kind === 'unreachable') return { ...robots, kind: 'failed' }
  const asked = userAgent === null ? {} : { userAgent }
  const fetched = await parts.fetcher.fetch(
    { url: fetchUrl, wants: 'page', restMs: robots.crawlDelayMs, ...asked },
    signal,
  )
  switch (fetched.kind) {
    case 'body': {
      const { url, contentType, bytes } = fetched
      return {
        kind: 'read',
        body: fetched,
        extracted: await parts.extractor.extract({ url, contentType, bytes }, signal),
      }
    }
    case 'unchanged':
      // No validators were sent, so this is no answer to what was asked.
      return { kind: 'failed', reason: 'protocol', retryAfterSeconds: null }
    case 'failed':
      return fetched
  }
}
