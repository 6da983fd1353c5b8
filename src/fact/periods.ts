/** When something is said to be so: what tells two numbers for one thing from numbers for two times. */
export interface Period {
  readonly years: ReadonlySet<string>
  readonly months: ReadonlySet<string>
  /** Weekdays, and days of a month as written. */
  readonly days: ReadonlySet<string>
  /** Words that say over what a number was counted: "quarter", "since", "so far". */
  readonly scopes: ReadonlySet<string>
  /** "Last month": who does not say so means now. */
  readonly isPast: boolean
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')
const germanMonths = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
const monthOf = new Map([
  ...monthNames.map((name, at): [string, number] => [name.slice(0, 3), at]),
  ...germanMonths.map((name, at): [string, number] => [name.slice(0, 3), at]),
])
const monthWord = new RegExp(
  `\\b(?:${[...new Set([...monthNames, ...germanMonths])].join('|')}|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)(?=[\\s,.;:’']|$)`,
  'g',
)
const weekday =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|yesterday|overnight|tonight)\b/gi
const day =
  /\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.) \d{1,2}\b(?!,?\d)|\d{1,2}\.? (?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b)/g
const scope =
  /\b(?:since|so far|to date|per|weekly|monthly|annual(?:ly)?|yearly|quarter(?:ly)?|decade|lifetime|nationwide|statewide|worldwide|globally|total|combined|overall|altogether|first|second|third|fourth|half|record|averag(?:e|ed|es|ing)|median|projected|forecast|initial(?:ly)?|originally|previous(?:ly)?|earlier|seit|insgesamt|bisher|bundesweit|weltweit|landesweit)\b/gi

/** `published` resolves "last year" and "last month". */
export function periodOf(text: string, published: Date | null): Period {
  const years = new Set(text.match(/\b(?:1[89]|20)\d\d\b/g))
  const months = new Set<string>()
  for (const [name] of text.matchAll(monthWord)) {
    const at = monthOf.get(name.slice(0, 3))
    if (at !== undefined && !isVerb(name, text)) months.add(String(at))
  }
  const year = published?.getUTCFullYear()
  const month = published?.getUTCMonth()
  if (/\b(?:last year|a year earlier|year ago|(?:im )?(?:vergangenen|vorigen|letzten) Jahr|Vorjahr)\b/i.test(text))
    years.add(year === undefined ? 'last' : String(year - 1))
  if (/\b(?:this year|in diesem Jahr|im laufenden Jahr)\b/i.test(text))
    years.add(year === undefined ? 'this' : String(year))
  const isPast = /\b(?:last month|im vergangenen Monat)\b/i.test(text)
  if (isPast) months.add(month === undefined ? 'last' : String((month + 11) % 12))
  if (/\b(?:this month|in diesem Monat)\b/i.test(text)) months.add(month === undefined ? 'this' : String(month))
  return { years, months, days: lower(text, weekday, day), scopes: lower(text, scope), isPast }
}

/** "May" before a verb is none, and so is "March" of people. */
function isVerb(name: string, text: string): boolean {
  return (
    (name === 'May' || name === 'March') &&
    !new RegExp(`\\b(?:in|on|of|since|until|by|last|this|next|early|late|mid) ${name}|${name} \\d`, 'i').test(text)
  )
}

function lower(text: string, ...patterns: readonly RegExp[]): ReadonlySet<string> {
  return new Set(
    patterns
      .flatMap((pattern) => text.match(pattern) ?? [])
      .map((word) => word.toLowerCase().replace(/^averag.*$/, 'average')),
  )
}

/** Do both speak of one time, as far as they say? A year that only one names counts, unless it is the one of the report. */
export function mayBeOneTime(one: Period, other: Period, published: readonly (Date | null)[]): boolean {
  const now = new Set(published.map((at) => String(at?.getUTCFullYear() ?? '')))
  const past = ({ years }: Period) => [...years].filter((year) => !now.has(year))
  if (
    one.years.size > 0 && other.years.size > 0
      ? !share(one.years, other.years)
      : past(one).length + past(other).length > 0
  )
    return false
  const isAlone = (first: Period, second: Period) => first.isPast && second.months.size + second.days.size === 0
  if (isAlone(one, other) || isAlone(other, one)) return false
  return !differ(one.months, other.months) && !differ(one.days, other.days) && same(one.scopes, other.scopes)
}

/** Do both name one year or month? */
export function nameOneTime(one: Period, other: Period): boolean {
  return share(one.years, other.years) || share(one.months, other.months)
}

/** Do both name one year or month, and the same months? A count of May is not that of the year. */
export function nameOneSpan(one: Period, other: Period): boolean {
  return nameOneTime(one, other) && same(one.months, other.months)
}

const share = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].some((word) => other.has(word))
const differ = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size > 0 && other.size > 0 && !share(one, other)
const same = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size === other.size && [...one].every((word) => other.has(word))
