import type { Examined } from '../article/examine.ts'
import type { Page } from '../article/extracted.ts'
import type { OptOutHeaders } from '../article/opt-outs.ts'
import type { Challenge } from '../feed/challenge.ts'
import type { FetchFailure } from '../feed/fetch-failure.ts'
import type { FeedBytes, ParsedFeed } from '../feed/parsed.ts'
import type { Validators } from '../feed/validators.ts'

export { type FetchFailure, fetchFailures } from '../feed/fetch-failure.ts'
export type { Validators } from '../feed/validators.ts'

export interface FetchRequest {
  readonly url: string
  /** What we hope for; becomes the Accept header. */
  readonly wants: 'feed' | 'page' | 'robots'
  readonly validators?: Validators
  /** Per-source override of the configured User-Agent. */
  readonly userAgent?: string
  /** Least rest of this URL's host after the request, as its robots.txt asks; the fetcher's own gap holds besides. */
  readonly restMs?: number
}

interface Spent {
  /** Of all requests of the fetch together, without the wait for the host's turn. */
  readonly tookMs: number
  /** Bytes of all bodies as they came, before unpacking, whatever became of them. */
  readonly wireBytes: number
}

interface Answered extends Spent {
  /** Where the answer was found after redirects. */
  readonly url: string
  /** Set where every redirect on the way was permanent (301, 308) and none left https. */
  readonly permanentUrl: string | null
  /** Null where the answer names none: after `unchanged` the stored ones go on to count. */
  readonly validators: Validators
  /** Cache-Control's max-age less the Age that the copy already has. */
  readonly maxAgeSeconds: number | null
}

/** Expected outcomes of a request; a fetcher never throws for what the other side does. */
export type Fetched =
  | (Answered & {
      readonly kind: 'body'
      readonly status: number
      readonly contentType: string | null
      readonly optOutHeaders: OptOutHeaders
      readonly bytes: Uint8Array
    })
  | (Answered & { readonly kind: 'unchanged' })
  | (Spent & {
      readonly kind: 'failed'
      readonly reason: FetchFailure
      readonly status: number | null
      /** For people: goes into logs and history, never into an `if`. */
      readonly detail: string
      readonly retryAfterSeconds: number | null
      /** Whose refusal it looks like. */
      readonly challenge: Challenge | null
    })

/** Makes requests: guarded against private addresses, bounded, polite (one at a time per host, few per registrable domain), honest about who asks. */
export interface Fetcher {
  fetch(request: FetchRequest, signal?: AbortSignal): Promise<Fetched>
  close(): Promise<void>
}

/** What a host's robots.txt says of a URL. An unreachable one forbids for now (RFC 9309), and the URL is tried later. */
export type RobotsAnswer =
  | {
      readonly kind: 'allowed'
      /** Crawl-delay, at most a minute: the `restMs` of requests to this host; 0 where none is asked. */
      readonly crawlDelayMs: number
    }
  | { readonly kind: 'disallowed' }
  | { readonly kind: 'unreachable'; readonly reason: FetchFailure; readonly retryAfterSeconds: number | null }

export interface RobotsGate {
  /** `userAgent`: a source's override of the configured one. Rejects only on abort. */
  ask(url: string, userAgent?: string): Promise<RobotsAnswer>
}

/** A feed's document as fetched, and what is known of the feed. */
export interface FeedDocument extends FeedBytes {
  readonly known: {
    readonly bodyHash: string | null
    /** Of the items that the last poll saw, separated by spaces: one string costs a message less than fifty. */
    readonly marks: string
  }
}

export type FeedReading =
  /** Byte for byte what is known. */
  | { readonly kind: 'same' }
  | {
      readonly kind: 'feed'
      readonly bodyHash: string
      /** Without the items that the last poll saw. */
      readonly parsed: Extract<ParsedFeed, { kind: 'feed' }>
      /** Of all items, to be told from new ones at the next poll. */
      readonly marks: string
      /** Items that were left out. */
      readonly seen: number
      readonly parseMs: number
    }
  | Extract<ParsedFeed, { kind: 'not-a-feed' }>

/** Reads documents in a worker with a memory and a time limit; one that breaks them is `too-large`. */
export interface FeedReader {
  read(document: FeedDocument): Promise<FeedReading>
  close(): Promise<void>
}

/** Reads opt-outs and extracts in a worker with a memory and a time limit; a page that kills its worker is a rejection. */
export interface PageExtractor {
  extract(page: Page, signal?: AbortSignal): Promise<Examined>
  close(): Promise<void>
}

export type Embedded =
  /** One vector a text, in the order of the texts, all of one length. */
  | { readonly kind: 'vectors'; readonly vectors: readonly (readonly number[])[] }
  | {
      readonly kind: 'failed'
      readonly reason: FetchFailure | 'not-vectors' | 'aborted'
      readonly status: number | null
      /** For people, without the key. */
      readonly detail: string
    }

/** Texts → vectors of their meaning, from the configured endpoint. Never rejects. */
export interface Embeddings {
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Embedded>
  close(): Promise<void>
}

/** What a model is asked: an answer as JSON of a schema. */
export interface Asked {
  readonly system: string
  readonly user: string
  readonly schema: Readonly<Record<string, unknown>>
}

export type ModelAnswer =
  | { readonly kind: 'answer'; readonly value: unknown; readonly tokens: number }
  | {
      readonly kind: 'failed'
      /** `malformed`: no JSON, or cut off; `resting`: it failed a moment ago and was not asked. */
      readonly reason: FetchFailure | 'aborted' | 'malformed' | 'resting'
      readonly status: number | null
      /** For people. */
      readonly detail: string
    }

/** A language model behind the configured endpoint. Never rejects. */
export interface Model {
  readonly name: string
  write(asked: Asked, signal?: AbortSignal): Promise<ModelAnswer>
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
