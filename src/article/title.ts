import { type Head, metaContent, metaContents } from './head.ts'
import { asList } from './json-ld.ts'
import { plainLine, unescapeLine } from './plain-text.ts'
import { isSiteName, siteNames } from './site-names.ts'

/** Looking for the outlet's name takes quadratic time, and what is longer is no headline. */
const maxChars = 1000
const separator = /\s+(?:::|[|–—·•»:>-])\s+|\s*[|»]\s*/g

/** The article's headline without its outlet's name; empty where the page has none. */
export function titleOf(head: Head): string {
  const candidates = candidateTitles(head)
  const sites = siteNames(head)
  const shortened = candidates.map((candidate) => withoutSite(candidate, candidates, sites))
  return shortened[0] ?? ''
}

function candidateTitles(head: Head): string[] {
  const headline = asList(head.article?.['headline']).find((value) => typeof value === 'string')
  const candidates = [
    typeof headline === 'string' ? unescapeLine(headline) : '',
    metaContent(head, 'og:title') ?? '',
    ...onlyHeading(head.document),
    plainLine(head.document.querySelector('title')?.textContent ?? ''),
    ...metaContents(head, 'twitter:title'),
  ]
  return candidates.filter((candidate) => candidate !== '' && candidate.length <= maxChars)
}

function onlyHeading(document: Document): string[] {
  const headings = [...document.querySelectorAll('h1')].map((heading) => plainLine(heading.textContent ?? ''))
  const said = headings.filter((heading) => heading !== '')
  return said.length === 1 ? said : []
}

/** Cuts the outlet's name from either end, or what follows a separator if another candidate is what stands before it. */
function withoutSite(title: string, candidates: readonly string[], sites: ReadonlySet<string>): string {
  for (const match of [...title.matchAll(separator)]) {
    const before = title.slice(0, match.index)
    const after = title.slice(match.index + match[0].length)
    if (before !== '' && (isSiteName(after, sites) || candidates.includes(before))) return before
    if (after !== '' && isSiteName(before, sites)) return after
  }
  return title
}
