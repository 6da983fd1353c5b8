import type { ArticleId } from '../article/article.ts'
import type { StoryId } from '../story/story.ts'

export type EditKind = 'merge' | 'split' | 'move' | 'lock' | 'unlock' | 'pin' | 'unpin' | 'undo'

/** What stood there before an edit: enough to put it back. */
export interface EditDetails {
  /** Memberships as they were, and where the article went. */
  readonly moved: readonly MovedMembership[]
  /** Stories that it merged away or reopened, with the state they had. */
  readonly states: readonly { readonly story: StoryId; readonly state: 'open' | 'closed' }[]
}

export interface MovedMembership {
  readonly article: ArticleId
  readonly from: StoryId
  readonly to: StoryId
  readonly how: 'opens' | 'joins' | 'editor'
  readonly similarity: number | null
  readonly reason: string
  readonly settings: string
  /** ISO 8601, UTC. */
  readonly at: string
}
