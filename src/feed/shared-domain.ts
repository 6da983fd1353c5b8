import { parse } from 'tldts'

/**
 * Domains whose hosts belong to different publishers, beyond those that the public suffix list knows as such (github.io,
 * blogspot.com, cloudfront.net …). One limit for all of them would make thousands of publishers wait for each other.
 */
const manyPublishers: ReadonlySet<string> = new Set([
  // blogs and newsletters, one host a publisher
  'wordpress.com',
  'substack.com',
  'medium.com',
  'tumblr.com',
  'typepad.com',
  'livejournal.com',
  'ghost.io',
  'beehiiv.com',
  'squarespace.com',
  'over-blog.com',
  'canalblog.com',
  'livedoor.blog',
  'exblog.jp',
  // podcasts, one host a show
  'libsyn.com',
  'podbean.com',
  // feeds on behalf of others: few hosts, built to be polled
  'feedburner.com',
  'feedblitz.com',
  // content networks, one host a customer
  'fastly.net',
])

/**
 * The registrable domain that a host shares its limits with (`feeds.bbci.co.uk` → `bbci.co.uk`), or null where the host counts
 * alone: addresses, names below localhost, public suffixes, and hosts of domains that rent them out.
 * @param host lower case, without port, brackets and root dot. About a microsecond, so not cached.
 */
export function sharedDomain(host: string): string | null {
  const { domain, isIp, isPrivate, publicSuffix } = parse(host, { allowPrivateDomains: true })
  if (isIp || isPrivate || domain === null || publicSuffix === 'localhost') return null
  return manyPublishers.has(domain) ? null : domain
}
