import { parse } from 'tldts'
import { countryMeantBy, isCountry } from '../source/country.ts'
import type { Kind } from '../source/kind.ts'
import { languageTagMeantBy } from '../source/language-tag.ts'
import type { SiteProfile, Stated } from './site-profile.ts'

/** A field of a source as a site suggests it. */
export interface Drafted<Value> {
  readonly value: Value
  /** Why, for the person who looks it over. */
  readonly from: string
  /** A guess that is better looked at. */
  readonly isGuess: boolean
}

export interface DraftSource {
  readonly id: string
  readonly name: Drafted<string>
  readonly country: Drafted<string> | null
  readonly languages: Drafted<readonly string[]> | null
  readonly kind: Drafted<Kind>
  /** Null where the site does not name one: it is then its own. */
  readonly owner: Drafted<string> | null
}

/** What a site showed of itself. */
export interface SiteEvidence {
  readonly home: string
  readonly profile: SiteProfile
  readonly feeds: readonly { readonly title: string | null; readonly language: string | null }[]
  /** As its articles' texts were found to be written in, one each. */
  readonly articleLanguages: readonly string[]
}

/** Evidence → the fields of an entry in sources.yaml, each with where it comes from. */
export function draftSource(evidence: SiteEvidence): DraftSource {
  const name = draftName(evidence)
  return {
    id: draftId(name.value, evidence.home),
    name,
    country: draftCountry(evidence),
    languages: draftLanguages(evidence),
    kind: draftKind(evidence, name.value),
    owner: first(evidence.profile.owners),
  }
}

const first = (all: readonly Stated[]): Drafted<string> | null =>
  all[0] === undefined ? null : { ...all[0], isGuess: false }

function draftName({ profile, feeds, home }: SiteEvidence): Drafted<string> {
  const stated = first(profile.names)
  if (stated !== null) return stated
  const title = feeds.find((feed) => feed.title !== null)?.title?.split(/\s+[|>»–—-]\s+/)[0]
  if (title) return { value: title, from: 'title of the feed', isGuess: true }
  return { value: hostnameOf(home).replace(/^www\./, ''), from: 'the address', isGuess: true }
}

/** Letters and digits of the name where it has enough of them, else of the host. */
function draftId(name: string, home: string): string {
  const ofName = slug(name.replace(/^the\s+/i, ''))
  if (ofName.length >= 3 && ofName.length <= 40) return ofName
  return (
    slug(parse(hostnameOf(home), { allowPrivateDomains: true }).domainWithoutSuffix ?? hostnameOf(home)) || 'source'
  )
}

const slug = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** Country codes that are sold to anybody as words: they tell nothing of where a site is. */
const soldDomains = new Set(
  'ac ag ai am bz cc cd cf co dj fm ga gd gg gl gq im io la lc ly me ml ms mu nu sc sh st su tk to tv vc vg ws'.split(
    ' ',
  ),
)
/** Templates come with these, and many sites leave them in. */
const templateDefaults = /^en[-_]us$/i

/** Languages that one country writes nearly alone. */
const countryOfLanguage: Readonly<Record<string, string>> = {
  ...{
    bg: 'BG',
    cs: 'CZ',
    da: 'DK',
    et: 'EE',
    fi: 'FI',
    he: 'IL',
    hu: 'HU',
    id: 'ID',
    is: 'IS',
    ja: 'JP',
    ka: 'GE',
    ko: 'KR',
  },
  ...{
    lt: 'LT',
    lv: 'LV',
    mk: 'MK',
    nb: 'NO',
    no: 'NO',
    pl: 'PL',
    sk: 'SK',
    sl: 'SI',
    sv: 'SE',
    th: 'TH',
    tr: 'TR',
    uk: 'UA',
  },
  vi: 'VN',
}

function draftCountry({ home, profile, feeds }: SiteEvidence): Drafted<string> | null {
  const tags = [
    ...profile.languages,
    ...feeds.flatMap(({ language }) => (language === null ? [] : [{ value: language, from: 'language of the feed' }])),
  ]
  const regions = tags.flatMap(({ value, from }) => regionOf(value, from))
  return (
    ofDomain(home) ??
    ofAddress(profile.countries) ??
    regions.find(({ isGuess }) => !isGuess) ??
    ofLanguage(tags) ??
    regions[0] ??
    null
  )
}

function ofDomain(home: string): Drafted<string> | null {
  const suffix = parse(hostnameOf(home)).publicSuffix?.split('.').at(-1) ?? ''
  const code = suffix === 'uk' ? 'GB' : suffix.toUpperCase()
  if (suffix.length !== 2 || soldDomains.has(suffix) || !isCountry(code)) return null
  return { value: code, from: `.${suffix}`, isGuess: false }
}

function ofAddress(countries: readonly Stated[]): Drafted<string> | null {
  for (const { value, from } of countries) {
    const code = countryMeantBy(value.split(/[-_]/)[0] ?? '') ?? countryNamed(value)
    if (code !== undefined) return { value: code, from, isGuess: false }
  }
  return null
}

/** A country by its English name. */
function countryNamed(name: string): string | undefined {
  const wanted = name.trim().toLowerCase()
  const english = new Intl.DisplayNames(['en'], { type: 'region' })
  for (let high = 65; high <= 90; high += 1)
    for (let low = 65; low <= 90; low += 1) {
      const code = String.fromCharCode(high, low)
      if (isCountry(code) && english.of(code)?.toLowerCase() === wanted) return code
    }
  return undefined
}

function regionOf(tag: string, from: string): Drafted<string>[] {
  const region = /[-_]([a-z]{2})(?:$|[^a-z])/i.exec(tag)?.[1]?.toUpperCase()
  if (region === undefined || !isCountry(region)) return []
  return [{ value: region, from: `${from} ${tag}`, isGuess: templateDefaults.test(tag) }]
}

function ofLanguage(tags: readonly Stated[]): Drafted<string> | null {
  for (const { value } of tags) {
    const language = primary(value)
    const country = language && Object.hasOwn(countryOfLanguage, language) ? countryOfLanguage[language] : undefined
    if (country) return { value: country, from: `written in ${language}`, isGuess: true }
  }
  return null
}

/** What the articles are written in goes before what the template says. */
function draftLanguages({ profile, feeds, articleLanguages }: SiteEvidence): Drafted<readonly string[]> | null {
  const detected = commonest(articleLanguages)
  const declared = profile.languages.find(({ value }) => primary(value) !== null)
  const ofFeed = feeds.find(({ language }) => language !== null)?.language ?? null
  if (detected !== null) {
    const agrees = declared !== undefined && primary(declared.value) === detected
    return { value: [detected], from: agrees ? `${declared.from}, and its articles` : 'its articles', isGuess: false }
  }
  const code = declared ? primary(declared.value) : ofFeed && primary(ofFeed)
  return code ? { value: [code], from: declared?.from ?? 'language of the feed', isGuess: false } : null
}

function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function primary(tag: string): string | null {
  const language = languageTagMeantBy(tag)?.split('-')[0]
  return language === undefined || language.length > 3 ? null : language
}

const kindWords: readonly (readonly [Kind, RegExp])[] = [
  ['broadcaster', /\b(?:radio|tv|television|channel|broadcast\w*|fm)\b|rundfunk|fernsehen|televisi[oó]n/i],
  ['wire', /\b(?:news agency|press agency|newswire|wire)\b|agentur|agence|agencia/i],
  ['magazine', /\b(?:magazine|weekly|monthly|review|quarterly)\b|magazin/i],
]

function draftKind({ home, profile }: SiteEvidence, name: string): Drafted<Kind> {
  const suffix = parse(hostnameOf(home)).publicSuffix ?? ''
  if (/^(?:gov|mil|int)(?:\.|$)|^(?:go|gob|gouv)\./.test(suffix))
    return { value: 'official', from: `.${suffix}`, isGuess: false }
  if (profile.types.some((type) => /Station$|BroadcastService$/.test(type)))
    return { value: 'broadcaster', from: 'JSON-LD', isGuess: false }
  const named = kindWords.find(([, words]) => words.test(name))
  return { value: named?.[0] ?? 'newspaper', from: named ? 'its name' : 'most are', isGuess: true }
}

const hostnameOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : '')
