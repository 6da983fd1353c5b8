import { Parser } from 'htmlparser2'
import { decodePage } from './decode-page.ts'
import type { Page } from './extracted.ts'
import { refuseBytes } from './prescan.ts'

/**
 * What a page may ask of those who read it by machine: the closed list under which it is recorded. `noindex` and `nosnippet`
 * speak of search results and are recorded only, as is `noimageai`, since no image is ever taken.
 */
export const optOuts = ['noai', 'noimageai', 'tdm-reservation', 'noarchive', 'noindex', 'nosnippet'] as const
export type OptOut = (typeof optOuts)[number]

/** What the server said of a page in headers that carry opt-outs: the values as they came, one for each header line. */
export interface OptOutHeaders {
  /** X-Robots-Tag */
  readonly robotsTags: readonly string[]
  /** TDM-Reservation (TDMRep, https://www.w3.org/2022/tdmrep/) */
  readonly tdmReservations: readonly string[]
}

export const noOptOutHeaders: OptOutHeaders = { robotsTags: [], tdmReservations: [] }

/** Headers that say what is on record of a page. */
export function headersSaying(asked: readonly OptOut[]): OptOutHeaders {
  const robots = asked.filter((one) => one !== 'tdm-reservation')
  return { robotsTags: [robots.join(', ')], tdmReservations: robots.length < asked.length ? ['1'] : [] }
}

/** Whether the page keeps its text from being mined, which is what extraction is. */
export const reservesText = (asked: readonly OptOut[]) => asked.includes('noai') || asked.includes('tdm-reservation')

/**
 * The opt-outs of a page, from its headers and its meta elements, in the order of the list. Who says one thing in a header and
 * another in the page is taken at the stricter word.
 */
export function optOutsOf(page: Page): OptOut[] {
  const isRead = refuseBytes(page.bytes, page.contentType) === null
  const metas = isRead ? optOutsInHtml(decodePage(page.bytes, page.contentType), page.userAgent) : []
  return inOrder([...optOutsInHeaders(page), ...metas])
}

/** What the headers alone say: of a page that could not be looked into. */
export function optOutsInHeaders({ optOutHeaders = noOptOutHeaders, userAgent }: Omit<Page, 'bytes'>): OptOut[] {
  const { robotsTags, tdmReservations } = optOutHeaders
  const robots = robotsTags.flatMap((value) => directives(value, { binds: binding(userAgent), scope: null }))
  return inOrder([...robots, ...tdmReservations.flatMap(reservation)])
}

function optOutsInHtml(html: string, userAgent: string | undefined): OptOut[] {
  const binds = binding(userAgent)
  return metasOf(html).flatMap(({ name, content }) => {
    if (name === 'tdm-reservation') return reservation(content)
    if (name === 'x-robots-tag') return directives(content, { binds, scope: null })
    return binds(name) ? directives(content, { binds, scope: name }) : []
  })
}

const metaTag = /<meta\b[^<>]{0,4000}>/gi
const optOutWord = /noai|noimageai|noarchive|nocache|noindex|nosnippet|max-snippet|none|tdm-reservation/i

/** Meta elements that may hold an opt-out; not those in comments and scripts. Parsed is no more than what leads up to the last. */
function metasOf(html: string): { name: string; content: string }[] {
  let end = 0
  for (const { 0: tag, index } of html.matchAll(metaTag)) if (optOutWord.test(tag)) end = index + tag.length
  const metas: { name: string; content: string }[] = []
  const parser = new Parser({
    onopentag(tag, { name, property, content, ...others }) {
      const named = name ?? property ?? others['http-equiv']
      if (tag === 'meta' && named !== undefined && content !== undefined)
        metas.push({ name: named.trim().toLowerCase(), content: content.slice(0, 2000) })
    },
  })
  if (end > 0) parser.write(html.slice(0, end))
  return metas
}

/** Whom a word to crawlers must name to bind us: everybody, us, or the one that publishers name when they mean everybody. */
function binding(userAgent: string | undefined): (agent: string) => boolean {
  const own = userAgent?.split('/')[0]?.trim().toLowerCase()
  const names = new Set(['robots', '*', 'parallax', 'googlebot', 'googlebot-news', ...(own ? [own] : [])])
  return (agent) => names.has(agent)
}

const meanings: Readonly<Record<string, OptOut>> = {
  ...{ noai: 'noai', noimageai: 'noimageai', noarchive: 'noarchive', nocache: 'noarchive' },
  ...{ noindex: 'noindex', none: 'noindex', nosnippet: 'nosnippet' },
}
const withValue = new Set(['unavailable_after', 'max-snippet', 'max-image-preview', 'max-video-preview'])

interface Scope {
  readonly binds: (agent: string) => boolean
  /** Whose directives come first; null where nobody is named: everybody's. */
  readonly scope: string | null
}

/**
 * The opt-outs in a list of robots directives, as in "noarchive, otherbot: noai, max-snippet: 0". A name with a colon, where it
 * is no directive with a value of its own, names the crawler that what follows is meant for.
 */
function directives(value: string, { binds, scope }: Scope): OptOut[] {
  const words = value
    .toLowerCase()
    .replace(/\s{0,20}:\s{0,20}/g, ':')
    .split(/[,;\s]+/)
  let agent = scope
  return words.flatMap((word) => {
    const [, name = '', rest = word] = /^([a-z*][\w*.-]*):(.*)$/.exec(word) ?? []
    if (withValue.has(name)) return binds(agent ?? '*') && name === 'max-snippet' && rest === '0' ? ['nosnippet'] : []
    if (name !== '') agent = name
    const meaning = Object.hasOwn(meanings, rest) ? meanings[rest] : undefined
    return meaning !== undefined && binds(agent ?? '*') ? [meaning] : []
  })
}

/** 1 reserves, 0 does not; what is neither says nothing. */
function reservation(value: string): OptOut[] {
  return value.split(',').some((one) => one.trim() === '1') ? ['tdm-reservation'] : []
}

const inOrder = (asked: readonly OptOut[]) => optOuts.filter((one) => asked.includes(one))
