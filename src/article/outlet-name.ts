import type { ArticleSource } from './article.ts'

/** What a file of articles that names no source is read as. */
export const unnamed = 'unknown source'

/** The outlet's name as a sentence says it. */
export function outletName({ name }: Pick<ArticleSource, 'name'>): string {
  return name === unnamed ? 'an unnamed outlet' : name
}
