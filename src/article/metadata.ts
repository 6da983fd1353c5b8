import { authorsOf } from './authors.ts'
import type { ExtractedArticle } from './extracted.ts'
import { type Head, metaContent, metaContents } from './head.ts'
import { asList } from './json-ld.ts'
import { unescapeLine } from './plain-text.ts'
import { publishedAtOf } from './published-at.ts'
import { titleOf } from './title.ts'

export type Metadata = Omit<ExtractedArticle, 'text'>

/** Everything about the article except its text. `lang` is the declared language only. */
export function metadataOf(head: Head): Metadata {
  return {
    title: titleOf(head).title,
    authors: authorsOf(head),
    publishedAt: publishedAtOf(head),
    lang: declaredLanguage(head),
    canonicalUrl: canonicalOf(head),
    section: sectionOf(head),
  }
}

function declaredLanguage(head: Head): string | null {
  const declared = [
    head.document.documentElement.getAttribute('lang'),
    head.document.documentElement.getAttribute('xml:lang'),
    ...asList(head.article?.['inLanguage']),
    ...metaContents(head, 'content-language', 'og:locale', 'dc.language', 'language'),
  ]
  for (const value of declared) {
    const primary = typeof value === 'string' ? /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(value)?.[1] : undefined
    if (primary !== undefined) return primary.toLowerCase()
  }
  return null
}

function canonicalOf(head: Head): string | null {
  const link = head.document.querySelector('link[rel~="canonical" i]')?.getAttribute('href')
  for (const declared of [link, metaContent(head, 'og:url')]) {
    const url = declared ? webAddress(declared.trim(), head.url) : null
    if (url !== null) return url
  }
  return null
}

function webAddress(address: string, base: string): string | null {
  if (!URL.canParse(address, base)) return null
  const url = new URL(address, base)
  return /^https?:$/.test(url.protocol) ? url.href : null
}

function sectionOf(head: Head): string | null {
  const declared = asList(head.article?.['articleSection']).find((section) => typeof section === 'string')
  const section = declared === undefined ? metaContent(head, 'article:section', 'section') : unescapeLine(declared)
  return section === null || section === '' || /^https?:/.test(section) ? null : section.slice(0, 100)
}
