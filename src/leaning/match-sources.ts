import { sharedDomain } from '../feed/shared-domain.ts'
import type { SourceId } from '../source/source.ts'

/** What a line says it is about. */
export type RatedPlace = { readonly kind: 'id'; readonly id: string } | { readonly kind: 'host'; readonly host: string }

/** Sources that a line is about; the strongest of several lines on one source counts. */
export interface Matched {
  readonly ids: readonly SourceId[]
  readonly strength: number
}

const strengths = { 'other-host': 0, domain: 1, host: 2, id: 3 } as const

/** A host as it is compared: small letters, without `www.` and the root dot. */
export const bareHost = (host: string) =>
  host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\d?\./, '')

/** `www.Example.co.uk`, an address, or a path below one → the host; null where it is none. */
export function hostIn(text: string): string | null {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (/\s/.test(text.trim()) || !URL.canParse(address)) return null
  const { hostname } = new URL(address)
  return hostname.includes('.') ? bareHost(hostname) : null
}

/** Finds sources by id, by the host of their home, or by its registrable domain; hosts that are rented out share none. */
export class SourceIndex {
  readonly #ids = new Map<string, SourceId>()
  readonly #hosts = new Map<string, SourceId[]>()
  readonly #domains = new Map<string, SourceId[]>()

  constructor(sources: Iterable<{ readonly id: SourceId; readonly home: string }>) {
    for (const { id, home } of sources) {
      this.#ids.set(id, id)
      const host = hostIn(home)
      if (host === null) continue
      add(this.#hosts, host, id)
      add(this.#domains, domainOf(host), id)
    }
  }

  find(place: RatedPlace): Matched | null {
    if (place.kind === 'id') return found([this.#ids.get(place.id)], strengths.id)
    const { host } = place
    const domain = domainOf(host)
    const below = this.#domains.get(domain) ?? []
    // A rating of the domain is one of all that is published below it.
    if (host === domain) return found(below, strengths.domain)
    return found(this.#hosts.get(host) ?? [], strengths.host) ?? found(below, strengths['other-host'])
  }
}

const domainOf = (host: string) => sharedDomain(host) ?? host

function add(map: Map<string, SourceId[]>, key: string, id: SourceId): void {
  const ids = map.get(key)
  if (ids) ids.push(id)
  else map.set(key, [id])
}

function found(ids: readonly (SourceId | undefined)[], strength: number): Matched | null {
  const known = ids.flatMap((id) => id ?? [])
  return known.length === 0 ? null : { ids: known, strength }
}
