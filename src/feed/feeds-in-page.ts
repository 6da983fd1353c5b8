import { Parser } from 'htmlparser2'

/** An address at which a page says there is a feed. */
export interface FeedLink {
  readonly url: string
  readonly title: string | null
}

const feedTypes = /^\s*(application\/(rss|atom|rdf|feed)\+?(xml|json)?|application\/json|text\/xml|application\/xml)\b/i
const mostLinks = 50

/** The feeds that a page's `link rel=alternate` elements name, resolved against `url` and its base, each once, in order. */
export function feedsInPage(html: string, url: string): FeedLink[] {
  const found = new Map<string, FeedLink>()
  let base = url
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href = '', title }) {
      if (name === 'base' && URL.canParse(href, url)) base = new URL(href, url).href
      if (name !== 'link' || !/\balternate\b/i.test(rel) || !feedTypes.test(type) || !URL.canParse(href, base)) return
      const address = new URL(href, base)
      if (/^https?:$/.test(address.protocol) && found.size < mostLinks && !found.has(address.href))
        found.set(address.href, { url: address.href, title: title?.trim() || null })
    },
  })
  parser.end(html)
  return [...found.values()]
}

/** Of a site's feeds the likeliest to stand for `lost`: whose path shares most words with its, comments last. */
export function likeliestFirst(links: readonly FeedLink[], lost: string): FeedLink[] {
  const words = wordsOf(lost)
  const score = ({ url }: FeedLink) =>
    wordsOf(url).filter((word) => words.includes(word)).length - (/\bcomments?\b/i.test(url) ? 100 : 0)
  return links.toSorted((a, b) => score(b) - score(a))
}

const wordsOf = (url: string): string[] =>
  URL.canParse(url)
    ? new URL(url).pathname
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter(Boolean)
    : []
