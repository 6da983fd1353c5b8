import type { ExtractedArticle } from './extracted.ts'
import { isSamePiece } from './same-piece.ts'

/** What a page says otherwise than before. */
export type Change = 'title' | 'text'

type Words = Pick<ExtractedArticle, Change>

/**
 * In what a page that was looked at again differs from the article that was made of it; white space aside. A page with
 * another title and hardly a word of the article has become another page (an address used again, a redirect to what is
 * read most today): that corrects nothing.
 */
export function changesOf(before: Words, after: Words): Change[] {
  const changes = (['title', 'text'] as const).filter((part) => oneLine(before[part]) !== oneLine(after[part]))
  return changes.length === 2 && !isSamePiece(before.text, after.text) ? [] : changes
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
