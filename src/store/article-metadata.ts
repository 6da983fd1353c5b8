import type { ExtractedArticle } from '../article/extracted.ts'
import { plausibleDate } from '../article/plausible-date.ts'

/** What a page says of its article besides title, authors, time and text, as columns of `article`. */
export function metadataColumns(extracted: ExtractedArticle, now: Date) {
  const { lang, langDeclared, langDetected, langDisagrees, image } = extracted
  const { genre, isLiveBlog, isPaid, wire, origins } = extracted
  return {
    ...{ lang, langDeclared, langDetected, langDisagrees, genre, isLiveBlog, isPaid, wire, origins },
    modifiedAt: plausibleDate(extracted.modifiedAt, now),
    imageUrl: image?.url ?? null,
    imageCaption: image?.caption ?? null,
    imageCredit: image?.credit ?? null,
  }
}
