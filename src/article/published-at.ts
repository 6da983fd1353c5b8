import { parseFeedDate } from '../feed/date.ts'
import type { Origin } from './extracted.ts'
import type { Found } from './found.ts'
import { type Head, metaContents } from './head.ts'
import { asList } from './json-ld.ts'
import { plainLine } from './plain-text.ts'

const publishedMetas = [
  'article:published_time',
  'datepublished',
  'article:published',
  'article:published:time',
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
const modifiedMetas = [
  'article:modified_time',
  'datemodified',
  'og:updated_time',
  'article:modified',
  'article:modified:time',
  'article:updated_time',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'revision_date',
  'updated_time',
]
const dayMs = 86_400_000
const publishedWord =
  /\b(?:published|posted|publiziert|veröffentlicht|erstellt|publiée?(?: le)?|publicado(?: e[lm])?|pubblicato(?: il)?|gepubliceerd(?: op)?|publisert|publicerad|udgivet|opublikowano)(?: on)?[:\s]+/iu
const modifiedWord =
  /\b(?:(?:last )?updated|modified|(?:zuletzt )?aktualisiert(?: am)?|stand|mis(?:e)? à jour(?: le)?|actualizado(?: e[lm])?|atualizado(?: em)?|aggiornato(?: il)?|bijgewerkt(?: op)?|(?:sist )?oppdatert|uppdaterad|opdateret|aktualizacja)(?: on)?[:\s]+/iu
/** A line that begins with a date, perhaps after a place or a weekday: "Port Calder, 10.03.2026, 07:40 Uhr". */
const dateline =
  /^(?:\p{L}{2,20}[.,]?\s)?(\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}(?:\.|st|nd|rd|th)? \p{L}{3,10}\.?,? \d{4}|\p{L}{3,10}\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)\D{0,8}?(?:(\d{1,2}:\d\d)(?!\d)|$)/u

/**
 * When the article was first published; null where the page does not say so readably. Without a zone: UTC. Taken from
 * JSON-LD, meta elements, time elements and, last, from a visible "Published 10 March 2026, 20:45 EAT" or a date in
 * the lines under the heading.
 */
export function publishedAtOf(head: Head): Found<Date> | null {
  return mostExact([
    ...declaredDates(head, ['datePublished', 'dateCreated'], publishedMetas),
    ...elementDates(head, '[itemprop~="datePublished"]', 'microdata'),
    ...elementDates(head, 'time[pubdate], time[datetime]', 'html'),
    ...visibleDates(head, publishedWord),
    ...datesUnderHeading(head),
  ])
}

/** When the page says that it was last changed, by the same means; null where it says so nowhere. */
export function modifiedAtOf(head: Head): Found<Date> | null {
  return mostExact([
    ...declaredDates(head, ['dateModified'], modifiedMetas),
    ...elementDates(head, '[itemprop~="dateModified"]', 'microdata'),
    ...visibleDates(head, modifiedWord),
  ])
}

interface ReadDate {
  readonly value: Date
  readonly origin: Origin
  /** Whether the text named time and zone. */
  readonly isExact: boolean
}

function mostExact(dates: readonly ReadDate[]): Found<Date> | null {
  const first = dates[0]
  if (first === undefined) return null
  // A bare day, or a time without a zone, is told exactly by another element of about the same day.
  const isNear = ({ value }: ReadDate) => Math.abs(value.getTime() - first.value.getTime()) < dayMs
  const { value, origin } = first.isExact ? first : (dates.find((date) => date.isExact && isNear(date)) ?? first)
  return { value, origin }
}

function declaredDates(head: Head, properties: readonly string[], metas: readonly string[]): ReadDate[] {
  return [
    ...properties.flatMap((property) => asList(head.article?.[property])).flatMap((text) => readDate(text, 'json-ld')),
    ...metaContents(head, ...metas).flatMap((text) => readDate(text, 'meta')),
  ]
}

function elementDates({ document }: Head, selector: string, origin: Origin): ReadDate[] {
  const elements = [...document.querySelectorAll(selector)]
  const texts = elements.map((element) => element.getAttribute('datetime') ?? element.getAttribute('content'))
  return texts.flatMap((text) => readDate(text, origin))
}

function visibleDates(head: Head, word: RegExp): ReadDate[] {
  return head.lines.flatMap((line) => {
    const after = line.split(word)[1]
    return after === undefined ? [] : longestDate(after)
  })
}

/** Further down stand the dates of other articles, above it often that of the day. */
function datesUnderHeading(head: Head): ReadDate[] {
  const heading = plainLine(head.document.querySelector('h1')?.textContent ?? '')
  const at = heading === '' ? -1 : head.lines.findIndex((line) => line.endsWith(heading) || heading.endsWith(line))
  const lines = at === -1 ? [] : head.lines.slice(at + 1, at + 9)
  return lines.flatMap((line) => {
    const [, day = '', time = ''] = dateline.exec(line) ?? []
    const fullYear = day.replace(/(?<=[./])\d\d$/, '20$&')
    return day === '' ? [] : readDate(`${fullYear} ${time}`.trim(), 'text')
  })
}

/** What follows a date in the same line ("• 4 min read") is cut away word by word. */
function longestDate(text: string): ReadDate[] {
  const words = text.split(' ').slice(0, 9)
  for (let count = words.length; count > 0; count -= 1) {
    const read = readDate(words.slice(0, count).join(' '), 'text')
    if (read.length > 0) return read
  }
  return []
}

function readDate(text: unknown, origin: Origin): ReadDate[] {
  const value = typeof text === 'string' ? parseFeedDate(text) : null
  if (value === null || typeof text !== 'string') return []
  return [{ value, origin, isExact: /\d:\d\d.*(?:[a-z]|[+-]\d\d:?(?:\d\d)?)$/i.test(text.trim()) }]
}
