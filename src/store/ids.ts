export type FeedId = string & { readonly brand: 'FeedId' }
export type EditId = string & { readonly brand: 'EditId' }
export type BundleId = string & { readonly brand: 'BundleId' }
export type SuggestionId = string & { readonly brand: 'SuggestionId' }

/** The places where ids of rows are minted. */
export const feedId = (value: string): FeedId => value as FeedId
export const bundleId = (value: string): BundleId => value as BundleId
export const editId = (value: string): EditId => value as EditId
export const suggestionId = (value: string): SuggestionId => value as SuggestionId

/** `replaced`: a later suggestion took its place before anybody decided. */
export type SuggestionState = 'open' | 'accepted' | 'rejected' | 'replaced'

/** `replaced`: a later version of the bundle was written with other background before anybody decided. */
export const backgroundStates = ['held', 'accepted', 'rejected', 'replaced'] as const
export type BackgroundState = (typeof backgroundStates)[number]
