import { type Head, metaContent } from './head.ts'
import { asList, isObject } from './json-ld.ts'
import { unescapeLine } from './plain-text.ts'

/** The names by which the page calls its outlet, and its host's, each folded for comparison. */
export function siteNames(head: Head): Set<string> {
  const declared = [metaContent(head, 'og:site_name'), metaContent(head, 'application-name')]
  for (const object of head.objects)
    for (const publisher of asList(object['publisher'])) declared.push(nameOf(publisher))
  const host = URL.parse(head.url)?.hostname.replace(/^www\./, '') ?? ''
  const names = [...declared, host, ...host.split('.').slice(0, -1)]
  return new Set(names.map((name) => folded(name ?? '')).filter((name) => name.length > 1))
}

/** Whether a piece of a title is the outlet's name, or that with a word more ("Example Broadcasting" + "Corporation"). */
export function isSiteName(piece: string, sites: ReadonlySet<string>): boolean {
  const name = folded(piece)
  return (
    sites.has(name) ||
    [...sites].some((site) => site.length >= 8 && name.startsWith(site) && name.length <= site.length + 12)
  )
}

/** Letters and digits only, lower case, without accents: "The Daily-News" and "thedailynews" are one. */
export function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

function nameOf(value: unknown): string | null {
  const name = isObject(value) ? value['name'] : value
  return typeof name === 'string' ? unescapeLine(name) : null
}
