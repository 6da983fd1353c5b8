import type { EditId } from './ids.ts'

export type RefusalReason =
  | 'unknown-story'
  | 'unknown-article'
  | 'unknown-edit'
  | 'contradicts'
  | 'locked'
  | 'nothing-to-do'
  | 'later-edit'

export type EditOutcome =
  | { readonly kind: 'done'; readonly edit: EditId; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly text: string }

/** Ends a transaction so that nothing of it stays; `edit` of story-edits.ts turns it into its outcome. */
export class Refusal extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, message: string) {
    super(message)
    this.name = 'Refusal'
    this.reason = reason
  }
}

export function refuse(reason: RefusalReason, message: string): never {
  throw new Refusal(reason, message)
}
