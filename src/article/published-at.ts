import { type Head, metaContents } from './head.ts'
import { asList } from './json-ld.ts'

const metaNames = [
  'article:published_time',
  'datePublished',
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
  'last-modified',
]
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const iso =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:(?:T|\s+)(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i
const rfc =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})(?:\s+(\d\d):(\d\d)(?::(\d\d))?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i
/** With dots the day stands first wherever it is written; with slashes nobody knows. */
const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d\d):(\d\d)(?::(\d\d))?)?$/

interface ReadDate {
  readonly instant: Date
  readonly hasZone: boolean
  readonly hasTime: boolean
}

/** When the article was first published; null where the page does not say so readably. Without a zone: UTC. */
export function publishedAtOf(head: Head): Date | null {
  const dates = dateTexts(head)
    .map(readDate)
    .filter((date) => date !== null)
  const first = dates[0]
  if (first === undefined) return null
  // A time without a zone, or a day without a time, is told more precisely by another element of the same day.
  const better = dates.find(
    (date) => date.hasZone && date.hasTime && Math.abs(date.instant.getTime() - first.instant.getTime()) < 86_400_000,
  )
  return first.hasZone && first.hasTime ? first.instant : (better ?? first).instant
}

function dateTexts(head: Head): string[] {
  const times = [...head.document.querySelectorAll('[itemprop~="datePublished"], time[pubdate], time[datetime]')]
  const texts = [
    ...asList(head.article?.['datePublished']),
    ...asList(head.article?.['dateCreated']),
    ...metaContents(head, ...metaNames),
    ...times.map((time) => time.getAttribute('datetime') ?? time.getAttribute('content')),
  ]
  return texts.filter((text) => typeof text === 'string')
}

/** ISO 8601 and RFC 2822, as pages write them; anything else, and any day that does not exist, is null. */
export function readDate(text: string): ReadDate | null {
  const t = text.trim()
  const i = iso.exec(t)
  if (i) return build(Number(i[1]), Number(i[2]), Number(i[3]), [i[4], i[5], i[6], i[7]], i[8])
  const r = rfc.exec(t)
  if (r)
    return build(
      Number(r[3]),
      months.indexOf((r[2] ?? '').toLowerCase()) + 1,
      Number(r[1]),
      [r[4], r[5], r[6], undefined],
      r[7],
    )
  const d = dotted.exec(t)
  if (d) return build(Number(d[3]), Number(d[2]), Number(d[1]), [d[4], d[5], d[6], undefined], undefined)
  return null
}

function build(
  year: number,
  month: number,
  day: number,
  time: (string | undefined)[],
  zone: string | undefined,
): ReadDate | null {
  const [hour, minute, second, fraction] = time
  const ms = fraction === undefined ? 0 : Number(`0.${fraction}`) * 1000
  const utc = Date.UTC(
    year,
    month - 1,
    day,
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
    Math.floor(ms),
  )
  const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && month >= 1 && month <= 12
  if (!exists || year < 1990 || year > 2100) return null
  return { instant: new Date(utc - offset(zone) * 60_000), hasZone: zone !== undefined, hasTime: hour !== undefined }
}

function offset(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '') ?? []
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  return sign === '-' ? -size : size
}
