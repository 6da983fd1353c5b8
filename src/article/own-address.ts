import { type CanonicalUrl, canonicalUrl } from './canonical-url.ts'

/**
 * The address an article is known by: what its page calls canonical, where that is on the page's own host; else where
 * the page was found. A page that names another host could otherwise take that outlet's article for its own.
 */
export function ownAddress(foundAt: string, pageSays: string | null): CanonicalUrl | null {
  const found = canonicalUrl(foundAt)
  if (found === null || pageSays === null) return found
  const said = canonicalUrl(pageSays)
  return said !== null && bareHost(said) === bareHost(found) && !isHome(said) ? said : found
}

const bareHost = (url: string) => new URL(url).host.replace(/^(www|m|amp|mobile)\./, '')

/** Some templates name the front page as every page's canonical address. */
const isHome = (url: string) => new URL(url).pathname === '/'
