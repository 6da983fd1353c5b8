import type { Extracted, Page } from '../article/extracted.ts'
import type { FetchFailure } from '../feed/fetch-failure.ts'

export { type FetchFailure, fetchFailures } from '../feed/fetch-failure.ts'

export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

export interface FetchRequest {
  readonly url: string
  /** What we hope for; becomes the Accept header. */
  readonly wants: 'feed' | 'page' | 'robots'
  readonly validators?: Validators
  /** Per-source override of the configured User-Agent. */
  readonly userAgent?: string
}

/** Expected outcomes of a request; a fetcher never throws for what the other side does. */
export type Fetched =
  | {
      readonly kind: 'body'
      readonly status: number
      /** Where the body was found after redirects. */
      readonly url: string
      /** Set where every redirect on the way was permanent (301, 308). */
      readonly permanentUrl: string | null
      readonly contentType: string | null
      readonly validators: Validators
      readonly bytes: Uint8Array
      readonly tookMs: number
    }
  | { readonly kind: 'unchanged'; readonly tookMs: number }
  | {
      readonly kind: 'failed'
      readonly reason: FetchFailure
      readonly status: number | null
      /** For people: goes into logs and history, never into an `if`. */
      readonly detail: string
      readonly retryAfterSeconds: number | null
      readonly tookMs: number
    }

/** Makes requests: guarded against private addresses, bounded, polite (one at a time per host), honest about who asks. */
export interface Fetcher {
  fetch(request: FetchRequest, signal?: AbortSignal): Promise<Fetched>
  close(): Promise<void>
}

/** What a host's robots.txt says of a page. An unreachable one forbids for now (RFC 9309), and the page is tried later. */
export type RobotsAnswer =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'disallowed' }
  | { readonly kind: 'unreachable'; readonly reason: FetchFailure; readonly retryAfterSeconds: number | null }

export interface RobotsGate {
  /** `userAgent`: a source's override of the configured one. Rejects only on abort. */
  ask(url: string, userAgent?: string): Promise<RobotsAnswer>
}

/** Extracts in a worker with a memory and a time limit; a page that kills its worker is a rejection. */
export interface PageExtractor {
  extract(page: Page, signal?: AbortSignal): Promise<Extracted>
  close(): Promise<void>
}

/** One poll as the meters count it. */
export interface MeteredPoll {
  readonly outcome: string
  /** Of the document; null where none was read. */
  readonly bytes: number | null
  readonly parseMs: number | null
  /** From the moment when the feed was due. */
  readonly lateMs: number
}

/** Counts for whoever watches the service. */
export interface Meters {
  polled(poll: MeteredPoll): void
  /** A page became an article or was discarded or postponed; `outcome` from those closed lists. */
  settled(outcome: string): void
}

export interface Clock {
  now(): Date
}

export interface Log {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}
