import type { Examined } from '../src/article/examine.ts'
import type { Fetched, Fetcher, FetchFailure, PageExtractor, RobotsGate } from '../src/outside/ports.ts'
import { isLicensed, type Licensed } from '../src/source/licensed.ts'
import type { SourceId } from '../src/source/source.ts'

export interface PageParts {
  readonly fetcher: Fetcher
  readonly extractor: PageExtractor
  readonly robots: RobotsGate
}

export interface ReadOptions {
  readonly signal: AbortSignal
  readonly keepRawPages: boolean
  readonly licensed: Licensed
}

export interface PageToRead {
  readonly fetchUrl: string
  readonly userAgent: string | null
  readonly sourceId: SourceId
}

type Body = Extract<Fetched, { kind: 'body' }>

export type PageRead =
  | { readonly kind: 'read'; readonly body: Body; readonly examined: Examined }
  | { readonly kind: 'disallowed' }
  | { readonly kind: 'failed'; readonly reason: FetchFailure; readonly retryAfterSeconds: number | null }

/** an article's address → robots.txt → its page → its opt-outs → what stands on it */
export async function readPage(
  parts: PageParts,
  { fetchUrl, userAgent, sourceId }: PageToRead,
  { signal, licensed }: Pick<ReadOptions, 'signal' | 'licensed'>,
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
      const { url, contentType, bytes, optOutHeaders } = fetched
      const page = { url, contentType, bytes, optOutHeaders, ...asked, licensed: isLicensed(licensed, sourceId) }
      return { kind: 'read', body: fetched, examined: await parts.extractor.extract(page, signal) }
    }
    case 'unchanged':
      // No validators were sent, so this is no answer to what was asked.
      return { kind: 'failed', reason: 'protocol', retryAfterSeconds: null }
    case 'failed':
      return fetched
  }
}
