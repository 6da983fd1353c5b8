import type { ExtractedArticle } from '../../src/article/extracted.ts'

/** A page that says hardly more than its title. */
export const pageThatSaysLittle: ExtractedArticle = {
  ...{ title: 'Harbor deal', authors: [], publishedAt: null, modifiedAt: null, text: 'A deal was struck.' },
  ...{ lang: 'en', langDeclared: 'en', langDetected: null, langDisagrees: false },
  ...{ canonicalUrl: null, section: null, image: null, genre: null, isLiveBlog: false, isPaid: null, wire: null },
  origins: { title: 'html', langDeclared: 'html' },
}
