import type { ExtractedArticle } from './extracted.ts'

/** What a page says otherwise than before. */
export type Change = 'title' | 'text'

/** In what a page that was looked at again differs from the article that was made of it; white space aside. */
export function changesOf(before: Pick<ExtractedArticle, Change>, after: Pick<ExtractedArticle, Change>): Change[] {
  return (['title', 'text'] as const).filter((part) => oneLine(before[part]) !== oneLine(after[part]))
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
