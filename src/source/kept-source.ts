import type { ItemsADay, OpinionPages, Source, StoredRating } from './source.ts'

/** A rating with whoever brought it in. */
export interface KeptRating extends StoredRating {
  readonly actor: string | null
}

/** A feed as it is asked now. */
export interface KeptFeed {
  readonly url: string
  /** Where it is asked instead, and how that address was come by. */
  readonly adopted: { readonly url: string; readonly why: string } | null
  readonly section: string | null
  readonly unverified: boolean
  /** Why nobody asks it any more. */
  readonly stoppedWhy: string | null
}

/** A source as the database knows it: what the file declared last, and what was laid over it since. */
export interface KeptSource extends Pick<Source, 'id' | 'name' | 'home' | 'country' | 'languages'> {
  readonly kind: string
  readonly reach: string
  readonly owner: string | null
  readonly ownership: string
  readonly userAgent: string | null
  /** Whether the file named it when it was last taken up. */
  readonly declared: boolean
  readonly opinion: Pick<OpinionPages, 'paths' | 'sections'>
  readonly ratings: readonly KeptRating[]
  /** Declared ones. */
  readonly feeds: readonly KeptFeed[]
  readonly itemsADay: ItemsADay | null
  readonly learned: (ItemsADay & { readonly days: number }) | null
  readonly pause: { readonly at: Date; readonly actor: string; readonly reason: string | null } | null
}
