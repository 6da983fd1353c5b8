import { parseFeedDate } from '../feed/date.ts'
import { type Head, metaContents } from './head.ts'
import { asList } from './json-ld.ts'

const metaNames = [
  'article:published_time',
  'datepublished',
  'article:published',
  'og:published_time',
  'parsely-pub-date',
  'pubdate',
  'publishdate',
  'publish-date',
  'published_time',
  'date',
  'dc.date.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'cxenseparse:recs:publishtime',
  'sailthru.date',
]
const dayMs = 86_400_000
const publishedWord =
  /\b(?:published|posted|publiziert|veröffentlicht|erstellt|publiée?(?: le)?|publicado(?: e[lm])?|pubblicato(?: il)?|gepubliceerd(?: op)?)(?: on)?[:\s]+/iu

/**
 * When the article was first published; null where the page does not say so readably. Without a zone: UTC. Taken from
 * JSON-LD, meta elements, time elements and, last, from a visible "Published 10 March 2026, 20:45 EAT".
 */
export function publishedAtOf(head: Head): Date | null {
  const dates = [...declaredDates(head), ...visibleDates(head)]
  const first = dates[0]
  if (first === undefined || first.isExact) return first?.at ?? null
  // A bare day, or a time without a zone, is told exactly by another element of about the same day.
  const exact = dates.find((date) => date.isExact && Math.abs(date.at.getTime() - first.at.getTime()) < dayMs)
  return (exact ?? first).at
}

interface ReadDate {
  readonly at: Date
  /** Whether the text named time and zone. */
  readonly isExact: boolean
}

function declaredDates(head: Head): ReadDate[] {
  const elements = [...head.document.querySelectorAll('[itemprop~="datePublished"], time[pubdate], time[datetime]')]
  const texts = [
    ...asList(head.article?.['datePublished']),
    ...asList(head.article?.['dateCreated']),
    ...metaContents(head, ...metaNames),
    ...elements.map((element) => element.getAttribute('datetime') ?? element.getAttribute('content')),
  ]
  return texts.filter((text) => typeof text === 'string').flatMap(readDate)
}

function visibleDates(head: Head): ReadDate[] {
  return head.lines.flatMap((line) => {
    const after = line.split(publishedWord)[1]
    return after === undefined ? [] : longestDate(after)
  })
}

/** What follows a date in the same line ("• 4 min read") is cut away word by word. */
function longestDate(text: string): ReadDate[] {
  const words = text.split(' ').slice(0, 9)
  for (let count = words.length; count > 0; count -= 1) {
    const read = readDate(words.slice(0, count).join(' '))
    if (read.length > 0) return read
  }
  return []
}

function readDate(text: string): ReadDate[] {
  const at = parseFeedDate(text)
  return at === null ? [] : [{ at, isExact: /\d:\d\d.*(?:[a-z]|[+-]\d\d:?(?:\d\d)?)$/i.test(text.trim()) }]
}
