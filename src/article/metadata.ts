import { authorsOf } from './authors.ts'
import { wireOf } from './credits.ts'
import type { ExtractedArticle, Origin, Stated } from './extracted.ts'
import { type Found, firstFound } from './found.ts'
import { type Head, metaContent } from './head.ts'
import { declaredLanguage, detectLanguage, languagesDisagree } from './language.ts'
import { leadImageOf } from './lead-image.ts'
import { genreOf, liveBlogOf, paidOf } from './markers.ts'
import { modifiedAtOf, publishedAtOf } from './published-at.ts'
import { sectionOf } from './section.ts'
import { titleOf } from './title.ts'
import { webAddress } from './web-address.ts'

/** What is told by the text, too. */
type ToldByText = 'text' | 'lang' | 'langDetected' | 'langDisagrees' | 'wire'
export type Metadata = Omit<ExtractedArticle, ToldByText>

/** Everything about the article that stands around its text, and where each of it was found. */
export function metadataOf(head: Head): Metadata {
  const title = titleOf(head)
  const section = sectionOf(head)
  const found = {
    ...{ title, section, authors: authorsOf(head), publishedAt: publishedAtOf(head), modifiedAt: modifiedAtOf(head) },
    ...{ langDeclared: declaredLanguage(head), canonicalUrl: canonicalOf(head), image: leadImageOf(head) },
    genre: genreOf(head, title?.value ?? '', section?.value ?? null),
    ...{ isLiveBlog: liveBlogOf(head, title?.value ?? ''), isPaid: paidOf(head) },
  }
  return {
    title: found.title?.value ?? '',
    authors: found.authors?.value ?? [],
    publishedAt: found.publishedAt?.value ?? null,
    modifiedAt: found.modifiedAt?.value ?? null,
    langDeclared: found.langDeclared?.value ?? null,
    canonicalUrl: found.canonicalUrl?.value ?? null,
    section: found.section?.value ?? null,
    image: found.image?.value ?? null,
    genre: found.genre?.value ?? null,
    isLiveBlog: found.isLiveBlog?.value ?? false,
    isPaid: found.isPaid?.value ?? null,
    origins: originsOf(found),
  }
}

/** The article with what its text tells of it: its language, and the agency in its dateline or last line. */
export function withText(head: Head, metadata: Metadata, text: string): ExtractedArticle {
  const { authors, langDeclared, origins } = metadata
  const langDetected = detectLanguage(text)
  const wire = wireOf(head, origins.authors === undefined ? null : { value: authors, origin: origins.authors }, text)
  return {
    ...{ ...metadata, text, lang: langDeclared ?? langDetected, langDetected },
    langDisagrees: languagesDisagree(langDeclared, langDetected, text),
    wire: wire?.value ?? null,
    origins: { ...origins, ...originsOf({ wire }) },
  }
}

function originsOf(found: Partial<Record<Stated, Found<unknown> | null>>): Partial<Record<Stated, Origin>> {
  const said = Object.entries(found).flatMap(([key, value]) => (value === null ? [] : [[key, value.origin]]))
  return Object.fromEntries(said)
}

function canonicalOf(head: Head): Found<string> | null {
  const resolved = (address: string | null | undefined) => (address ? webAddress(address.trim(), head.url) : null)
  return firstFound(
    ['html', () => resolved(head.document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'))],
    ['open-graph', () => resolved(metaContent(head, 'og:url'))],
  )
}
