import { addressKey } from './address-key.ts'
import { countryOfDomain, isCountry } from './country.ts'
import { type Kind, kinds } from './kind.ts'
import { languageTagPattern } from './language-tag.ts'
import { type Ownership, ownerships } from './ownership.ts'
import { refusalOf } from './refused-feed.ts'
import { type FeedSection, feedSections, type Reach, reaches, type Source, sourceId } from './source.ts'

/** One feed as a list from elsewhere has it; what the list does not say is undefined. */
export interface ListedFeed {
  readonly feed: string
  /** Where it stands, for people, such as "line 12" or "outline “World”". */
  readonly place: string
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly home?: string | undefined
  readonly country?: string | undefined
  /** Separated by spaces or commas, the main one first. */
  readonly languages?: string | undefined
  readonly kind?: string | undefined
  readonly reach?: string | undefined
  readonly owner?: string | undefined
  readonly ownership?: string | undefined
  readonly section?: string | undefined
  readonly unverified?: string | undefined
}

/** What holds where the list says nothing. */
export interface ListDefaults {
  readonly country?: string | undefined
  readonly language?: string | undefined
  readonly kind: Kind
  readonly reach: Reach
}

export interface FromListed {
  readonly sources: readonly Source[]
  /** What was left out, and why, each with its place. */
  readonly left: readonly string[]
}

/** Which outlet an address belongs to: a key, such as its registrable domain. */
type OutletOf = (url: string) => string

/**
 * A list of feeds → the outlets behind them: feeds of one id, else of one domain, are one outlet's. What is there already, by id, domain or
 * feed, is left out, and so is what lacks a country or a language that nobody told.
 */
export function sourcesFromListed(
  listed: readonly ListedFeed[],
  defaults: ListDefaults,
  known: readonly Source[],
  outletOf: OutletOf,
): FromListed {
  const left: string[] = []
  const groups = new Map<string, ListedFeed[]>()
  for (const one of listed) {
    const why = refused(one)
    if (why !== null) left.push(`${one.place}: ${why}`)
    else {
      const key = one.id ?? outletOf(one.home ?? one.feed)
      groups.set(key, [...(groups.get(key) ?? []), one])
    }
  }
  const taken = {
    ids: new Set<string>(known.map(({ id }) => id)),
    outlets: new Set(known.map(({ home }) => outletOf(home))),
    feeds: new Set(known.flatMap(({ feeds }) => feeds.map(({ url }) => addressKey(url)))),
  }
  const sources: Source[] = []
  for (const group of groups.values()) {
    const made = sourceFrom(group, defaults, taken, outletOf)
    if (typeof made === 'string') left.push(`${group[0]?.place}: ${made}`)
    else {
      sources.push(made)
      taken.ids.add(made.id)
      taken.outlets.add(outletOf(made.home))
      for (const { url } of made.feeds) taken.feeds.add(addressKey(url))
    }
  }
  return { sources, left }
}

interface Taken {
  readonly ids: Set<string>
  readonly outlets: Set<string>
  readonly feeds: Set<string>
}

function sourceFrom(
  group: readonly ListedFeed[],
  defaults: ListDefaults,
  taken: Taken,
  outletOf: OutletOf,
): Source | string {
  const said = (key: Exclude<keyof ListedFeed, 'feed' | 'place'>) =>
    group.find((one) => one[key]?.trim())?.[key]?.trim()
  const [first] = group
  if (first === undefined) return 'no feed'
  const home = said('home') ?? `${new URL(first.feed).origin}/`
  const fresh = group.filter(({ feed }) => !taken.feeds.has(addressKey(feed)))
  if (fresh.length === 0) return 'its feeds are in the catalogue'
  const id = said('id')
  if (id !== undefined && taken.ids.has(id)) return `${id} is in the catalogue: put its feeds there by hand`
  // Outlets that are told apart by ids may share a domain.
  if (id === undefined && taken.outlets.has(outletOf(home)))
    return `${outletOf(home)} is in the catalogue: put its feeds there by hand`
  const country = said('country') ?? countryOfDomain(home) ?? defaults.country
  if (country === undefined || !isCountry(country)) return `no country is told for ${home}: name it with --country`
  const languages = (said('languages') ?? defaults.language ?? '').split(/[\s,]+/).filter(Boolean)
  if (languages.length === 0 || !languages.every((tag) => languageTagPattern.test(tag)))
    return `no language is told for ${home}: name it with --language`
  const name = said('name') ?? outletOf(home)
  return {
    ...{ id: sourceId(id ?? freeId(slugOf(name), taken.ids)), name, home, country, languages },
    kind: among(kinds, said('kind')) ?? defaults.kind,
    reach: among(reaches, said('reach')) ?? defaults.reach,
    owner: said('owner') ?? name,
    ownership: among(ownerships, said('ownership')) ?? ('unknown' satisfies Ownership),
    ratings: [],
    feeds: uniqueBy(fresh, ({ feed }) => addressKey(feed)).map(({ feed, section, unverified }) => ({
      url: feed,
      ...sectionOf(section),
      ...(unverified === 'true' ? { unverified: true as const } : {}),
    })),
  }
}

function refused({ feed }: ListedFeed): string | null {
  if (!URL.canParse(feed) || !/^https?:$/.test(new URL(feed).protocol)) return `“${feed}” is no address of a feed`
  const why = refusalOf(feed)
  return why === undefined ? null : `${feed} ${why}`
}

function sectionOf(section: string | undefined): { section?: FeedSection } {
  const known = among(feedSections, section?.toLowerCase())
  return known === undefined ? {} : { section: known }
}

/** A name as an id: lower case, without accents, hyphens for the rest. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'outlet'
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`
    if (!taken.has(id)) return id
  }
}

function uniqueBy<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()]
}

const among = <T extends string>(values: readonly T[], text: string | undefined): T | undefined =>
  values.find((value) => value === text)
