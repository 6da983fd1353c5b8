import { diffArrays, diffWordsWithSpace } from 'diff'
import type { ExtractedArticle } from './extracted.ts'

/** What extraction gives of an article and two extractions are compared by. */
export const articleFields = ['title', 'authors', 'publishedAt', 'lang', 'section', 'text'] as const
export type ArticleField = (typeof articleFields)[number]
export type ArticleValues = Pick<ExtractedArticle, ArticleField>

/** The fields in which two extractions of one article differ, to the letter. */
export function fieldsThatDiffer(before: ArticleValues, after: ArticleValues): ArticleField[] {
  const said = (value: ArticleValues[ArticleField]) => JSON.stringify(value)
  return articleFields.filter((field) => said(before[field]) !== said(after[field]))
}

/** A run of paragraphs that stand in both texts, only in the older or only in the newer one. */
export interface TextPiece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly paragraphs: readonly string[]
}

/** Texts further apart are not compared paragraph by paragraph: the time of the algorithm (Myers) grows with this squared. */
const mostEdits = 1000

/**
 * How one text becomes another, by paragraph: the pieces that are not `added` are the older text, those that are not
 * `removed` the newer one. Texts that hardly share a paragraph are one removed and one added piece.
 */
export function textDifference(before: string, after: string): TextPiece[] {
  const [old, young] = [before.split('\n\n'), after.split('\n\n')]
  const changes = diffArrays(old, young, { maxEditLength: mostEdits })
  if (changes === undefined)
    return [
      { kind: 'removed', paragraphs: old },
      { kind: 'added', paragraphs: young },
    ]
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    paragraphs: value,
  }))
}

const mostWordEdits = 100

/** A paragraph in parts, in order: those that its counterpart does not have are its own. None are, where the two hardly resemble. */
export function ownWords(paragraph: string, counterpart: string): { text: string; isOwn: boolean }[] {
  const changes = diffWordsWithSpace(counterpart, paragraph, { maxEditLength: mostWordEdits })
  if (changes === undefined) return [{ text: paragraph, isOwn: false }]
  return changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, isOwn: added }))
}
