import { countryOfDomain, isCountry } from './country.ts'
import { slugOf } from './from-listed.ts'
import type { Kind } from './kind.ts'
import { languageTagPattern } from './language-tag.ts'
import type { Ownership } from './ownership.ts'
import { type FeedSection, type Reach, type Source, sourceId } from './source.ts'

/** What was found out about an outlet, and what whoever adds it says himself. */
export interface AboutOutlet {
  readonly home: string
  readonly name: string | null
  readonly language: string | null
  readonly country: string | null
  readonly feeds: readonly { readonly url: string; readonly section: FeedSection | null }[]
}

export interface SaidOfOutlet {
  readonly id?: string
  readonly name?: string
  readonly country?: string
  readonly language?: string
  readonly kind: Kind
  readonly owner?: string
  readonly reach: Reach
  readonly ownership: Ownership
}

/** The source to be written, or what nobody told and how to tell it. What is said goes before what was found. */
export function sourceFound(found: AboutOutlet, said: SaidOfOutlet): Source | { readonly missing: string } {
  const name = said.name ?? found.name ?? new URL(found.home).hostname.replace(/^www\./, '')
  const country = said.country ?? [found.country, countryOfDomain(found.home)].find((one) => one && isCountry(one))
  if (!country) return { missing: 'the country is told nowhere on the site: name it, such as --country US' }
  const language = said.language ?? found.language?.split(',')[0]?.trim()
  if (!language || !languageTagPattern.test(language))
    return { missing: 'the language is told nowhere on the site: name it, such as --language en' }
  return {
    ...{ id: sourceId(said.id ?? slugOf(name)), name, home: found.home, country, languages: [language] },
    ...{ kind: said.kind, reach: said.reach, owner: said.owner ?? name, ownership: said.ownership, ratings: [] },
    feeds: found.feeds.map(({ url, section }) => (section === null ? { url } : { url, section })),
  }
}
