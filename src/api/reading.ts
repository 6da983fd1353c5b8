import type { BundleDocument } from '../bundle/document.ts'

/** What the doors ask of the store. Only what is published ever comes through here. */
export interface Reading {
  /** Newest first. `before` is the `next` of an earlier page; one that no page gave is `bad-cursor`. */
  bundles(query: BundleQuery): Promise<BundlePage | { readonly kind: 'bad-cursor' }>
  bundle(id: string): Promise<BundleFound>
  /** The versions of a bundle that readers saw, oldest first. */
  versions(id: string): Promise<VersionsFound>
  /** These of them, oldest first. */
  documents(
    id: string,
    versions: readonly number[],
  ): Promise<readonly { readonly version: number; readonly document: BundleDocument }[]>
  /** Days (UTC, YYYY-MM-DD) that have bundles, newest first. */
  days(): Promise<readonly string[]>
  health(): Promise<Health>
}

export interface BundleQuery {
  /** UTC, YYYY-MM-DD. */
  readonly day?: string
  readonly section?: string
  readonly limit: number
  /** An opaque cursor. */
  readonly before?: string
}

export interface BundlePage {
  readonly bundles: readonly PublishedBundle[]
  /** Null on the last page. */
  readonly next: string | null
}

export interface PublishedBundle {
  readonly id: string
  /** Counts up with every change; id and version together name one text for ever. */
  readonly version: number
  readonly publishedAt: Date
  readonly updatedAt: Date
  readonly document: BundleDocument
}

export type BundleFound =
  | { readonly kind: 'found'; readonly bundle: PublishedBundle }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'withdrawn'; readonly at: Date }
  | { readonly kind: 'unknown' }

export interface BundleVersion {
  readonly version: number
  readonly at: Date
  /** `extractive-…`, `model NAME` or `editor`. */
  readonly writer: string
}

export type VersionsFound =
  | { readonly kind: 'found'; readonly versions: readonly BundleVersion[] }
  | Exclude<BundleFound, { readonly kind: 'found' }>

export interface Health {
  readonly database: 'ok' | 'unreachable'
  readonly feeds: { readonly declared: number; readonly failing: number }
  readonly articles: number
  readonly stories: number
  readonly bundles: number
  readonly lastFetchAt: Date | null
}
