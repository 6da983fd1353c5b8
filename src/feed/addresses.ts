import type { Reference } from './reading.ts'

const maxUrlChars = 4096

/** The first reference that leads to an http(s) address; `outer` is what xml:base itself is relative to. */
export function firstAddress(references: readonly Reference[], outer: string | null): string | null {
  for (const { href, bases } of references) {
    const address = resolved(href, bases, outer)
    if (address !== null) return address
  }
  return null
}

/** The address of the feed, if it has one on the web; else the site's that it names: what a relative link is relative to. */
export function outermostBase(feedUrl: string, home: string | null): string | null {
  return webAddress(feedUrl, null) ?? (home === null ? null : webAddress(home, null))
}

function resolved(href: string, bases: readonly string[], outer: string | null): string | null {
  const base = bases.toReversed().reduce<string | null>((found, next) => absolute(next, found) ?? found, outer)
  return webAddress(href, base)
}

function webAddress(href: string, base: string | null): string | null {
  const url = absolute(href, base)
  return url !== null && /^https?:/.test(url) && url.length <= maxUrlChars ? url : null
}

function absolute(href: string, base: string | null): string | null {
  const written = href.trim()
  if (written === '' || written.length > maxUrlChars) return null
  const within = base ?? undefined
  return URL.canParse(written, within) ? new URL(written, within).href : null
}
