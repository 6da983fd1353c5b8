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

/**
 * `published`: readers have it, though no editor decided on it. `replaced`: a later version of the bundle was written without it
 * before anybody decided.
 */
export const backgroundStates = ['held', 'published', 'accepted', 'rejected', 'replaced'] as const
export type BackgroundState = (typeof backgroundStates)[number]
export type UndecidedState = Exclude<BackgroundState, 'accepted' | 'rejected'>
