import { firstAddress, outermostBase } from './addresses.ts'
import { parseFeedDate } from './date.ts'
import { decodeFeed } from './decode.ts'
import { hintsOf } from './hints.ts'
import { parseJson } from './json.ts'
import type { FeedBytes, FeedItem, NotAFeedReason, ParsedFeed } from './parsed.ts'
import { cutAtWord, oneLine, plainParagraphs, plainText } from './plain-text.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { readXmlFeed } from './read-xml.ts'
import type { FeedText, ItemReading, Reading } from './reading.ts'
import { maxItems } from './scanner.ts'

export const maxFeedBytes = 10_000_000
const maxTitleChars = 500
const maxNameChars = 200
const maxSummaryChars = 1000

/**
 * bytes → text → a parser's reading → plain titles, absolute addresses, moments in time.
 * RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed, and what is nearly one of them. Never throws.
 */
export async function parseFeed(feed: FeedBytes): Promise<ParsedFeed> {
  if (feed.bytes.byteLength > maxFeedBytes) return notAFeed('too-large')
  const text = decodeFeed(feed).replace(/^[\ufeff\s]+/, '')
  if (text === '') return notAFeed('empty')
  const reading = /^[{[]/.test(text) ? readJson(text) : await readXmlFeed(text)
  return typeof reading === 'string' ? notAFeed(reading) : parsedFeed(reading, feed.url)
}

function readJson(text: string): Reading | NotAFeedReason {
  const json = parseJson(text)
  if (json.kind === 'refused') return json.reason
  try {
    const reading = readJsonFeed(json.value)
    return reading.items.length > maxItems ? 'too-large' : reading
  } catch {
    return 'no-feed-root'
  }
}

function parsedFeed(reading: Reading, feedUrl: string): ParsedFeed {
  const base = outermostBase(feedUrl, reading.home)
  return {
    kind: 'feed',
    title: firstPlain(reading.title === null ? [] : [reading.title], maxTitleChars),
    language: languageTag(reading.language),
    items: reading.items.map((item) => feedItem(item, base)),
    hints: hintsOf(reading),
  }
}

function feedItem(item: ItemReading, base: string | null): FeedItem {
  const url = firstAddress(item.references, base)
  return {
    key: oneLine(item.id ?? '').slice(0, 1000) || url,
    title: firstPlain(item.titles, maxTitleChars),
    url,
    ...dateOf([...item.dates, ...item.updates]),
    updatedAt: dateOf(item.updates).publishedAt,
    author: firstPlain(
      item.authors.map((value) => ({ value: personName(value), form: 'html' })),
      maxNameChars,
    ),
    summary: firstPlain(item.summaries, maxSummaryChars),
    content: fullText(item.summaries),
  }
}

function firstPlain(texts: readonly FeedText[], maxChars: number): string | null {
  for (const { value, form } of texts) {
    const plain = form === 'html' ? plainText(value) : oneLine(value.slice(0, maxChars * 20))
    if (plain !== '') return cutAtWord(plain, maxChars)
  }
  return null
}

/** Shorter is a teaser, longer was cut before it came here, and half an article is none. */
const contentMarkup = { least: 1_500, most: 19_900 }
const leastContentChars = 1_200

function fullText(texts: readonly FeedText[]): string | null {
  const longest = texts.toSorted((a, b) => b.value.length - a.value.length)[0]
  if (longest === undefined) return null
  const { length } = longest.value
  if (length < contentMarkup.least || length > contentMarkup.most) return null
  const paragraphs =
    longest.form === 'html' ? plainParagraphs(longest.value) : longest.value.split(/\n\s*\n/).map(oneLine)
  const content = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')
  return content.length < leastContentChars ? null : content
}

function dateOf(dates: readonly string[]): Pick<FeedItem, 'publishedAt' | 'dateState'> {
  for (const written of dates) {
    const publishedAt = parseFeedDate(written)
    if (publishedAt !== null) return { publishedAt, dateState: 'stated' }
  }
  return { publishedAt: null, dateState: dates.length === 0 ? 'absent' : 'unreadable' }
}

/** `a@example.org (First Last)`, `First Last <a@example.org>` and `First Last (a@example.org)` name a person. */
function personName(written: string): string {
  const [, behind] = /^\S{1,200}@\S{1,200}\s+\((.{1,200})\)$/.exec(written.trim()) ?? []
  const [, before] = /^([^<>()]{1,200})\s[<(][^<>()\s]{1,200}@[^<>()\s]{1,200}[>)]$/.exec(written.trim()) ?? []
  return behind ?? before ?? written
}

function languageTag(written: string | null): string | null {
  const tag = written?.trim().replaceAll('_', '-') ?? ''
  return tag.length <= 35 && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) ? tag : null
}

const notAFeed = (reason: NotAFeedReason): ParsedFeed => ({ kind: 'not-a-feed', reason })
