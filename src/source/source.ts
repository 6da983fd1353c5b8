import type { Kind } from './kind.ts'
import type { RatedLeaning } from './leaning.ts'
import type { Ownership } from './ownership.ts'

export type SourceId = string & { readonly brand: 'SourceId' }

/** The one place where a source id is minted. */
export const sourceId = (value: string): SourceId => value as SourceId

/** Whom an outlet writes for. */
export const reaches = ['domestic', 'international'] as const
export type Reach = (typeof reaches)[number]

/** What a whole feed is about, where it is about one thing. */
export const feedSections = [
  'headlines',
  'world',
  'us',
  'uk',
  'politics',
  'business',
  'technology',
  'science',
  'health',
  'culture',
  'sport',
  'opinion',
  'local',
] as const
export type FeedSection = (typeof feedSections)[number]

/** One rater's dated statement of a source's leaning. */
export interface Rating {
  readonly rater: string
  readonly value: RatedLeaning
  readonly method: string
  /** Above 0, at most 1. */
  readonly confidence: number
  readonly licence: string
  /** A day, YYYY-MM-DD, so that it reads and compares the same in every time zone. */
  readonly validFrom: string
}

/** What all ratings of one rater have in common, so that a source need only say the value. */
export interface Rater extends Omit<Rating, 'rater' | 'value'> {
  /** As people know it, such as Media Bias/Fact Check. */
  readonly name: string
}

/** The raters that a catalogue declares, by the short name that its sources use. */
export type Raters = Readonly<Record<string, Rater>>

/** Who brought a rating in: sources.yaml, an import, or an editor who accepted a suggestion. All but the first are overlay. */
export const ratingOrigins = ['file', 'import', 'suggestion'] as const
export type RatingOrigin = (typeof ratingOrigins)[number]

/** What a rating is about: the outlet, or its opinion pages alone. */
export const ratedPages = ['all', 'opinion'] as const
export type RatedPages = (typeof ratedPages)[number]

/** A rating as it is kept. */
export interface StoredRating extends Rating {
  readonly pages: RatedPages
  readonly origin: RatingOrigin
}

/** A feed as sources.yaml declares it, before anything was fetched. */
export interface FeedDeclaration {
  readonly url: string
  readonly section?: FeedSection
  /** The address is a guess that stands in no public list of feeds. */
  readonly unverified?: true
}

/** Opinion pages that lean otherwise than the outlet's news: told by their address or by their shelf. */
export interface OpinionPages {
  /** Pieces of an address's path, such as /opinion/. */
  readonly paths: readonly string[]
  /** Names of shelves, such as Opinion. */
  readonly sections: readonly string[]
  readonly ratings: readonly Rating[]
}

/** New items a day over all feeds of a source. */
export interface ItemsADay {
  readonly least: number
  readonly most: number
}

/** An outlet as sources.yaml declares it. */
export interface Source {
  readonly id: SourceId
  readonly name: string
  readonly home: string
  readonly country: string
  readonly languages: readonly string[]
  readonly kind: Kind
  readonly reach: Reach
  readonly owner: string
  readonly ownership: Ownership
  readonly ratings: readonly Rating[]
  readonly opinion?: OpinionPages
  readonly feeds: readonly FeedDeclaration[]
  /** What it normally publishes over all its feeds. */
  readonly itemsADay?: ItemsADay
  /** Why its feeds are not to be polled for now. */
  readonly paused?: string
  readonly userAgent?: string
  readonly notes?: string
}
