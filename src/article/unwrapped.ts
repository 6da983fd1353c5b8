import { googleNewsTarget } from './google-news-target.ts'

const mostWrappers = 4
const maxChars = 4096

/** The address of the page inside a wrapper, as written there; null where this is none of that wrapper's. */
type Wrapper = (url: URL) => string | null

/**
 * A redirector's or cache's address → that of the page it leads to, where the address itself tells; else the address as it
 * came: what only the redirector knows (feedproxy's `~r`, `t.co`, Google News since 2024) is found by fetching. Wrappers
 * in wrappers are taken off, four deep. What is inside is no more trusted than what was outside: it is judged like any
 * address when it is named and when it is fetched. Anything but http(s) inside leaves the wrapper as it is.
 */
export function unwrapped(url: string): string {
  let found = url
  for (let depth = 0; depth < mostWrappers; depth += 1) {
    const inner = insideOf(found)
    if (inner === null) return found
    found = inner
  }
  // So many are nobody's link to a page.
  return insideOf(found) === null ? found : url
}

function insideOf(written: string): string | null {
  const url = written.length <= maxChars ? URL.parse(written) : null
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  for (const wrapper of wrappers) {
    const target = wrapper(url)
    const inner = target === null || target.length > maxChars ? null : URL.parse(target)
    if (inner !== null && /^https?:$/.test(inner.protocol)) return inner.href
  }
  return null
}

/** Redirectors that carry the page's address in a parameter: host, path, the parameter's names. */
const redirectors: readonly (readonly [host: RegExp, path: RegExp, ...names: string[]])[] = [
  [/^(www\.|news\.)?google\.[a-z]{2,3}(\.[a-z]{2})?$/, /^(\/news)?\/url$/, 'url', 'q'],
  [/^(www\.)?bing\.com$/, /^\/news\/apiclick\.aspx$/i, 'url'],
  [/^((www|l|lm|m)\.)?facebook\.com$/, /^\/(l\/.*|l\.php|flx\/warn\/?)$/, 'u'],
  [/^l\.(instagram|messenger|threads)\.(com|net)$/, /^\/$/, 'u'],
  [/^(www\.)?youtube\.com$/, /^\/redirect$/, 'q'],
  [/^out\.reddit\.com$/, /^\//, 'url'],
  [/^(www\.)?linkedin\.com$/, /^\/(redir\/redirect|safety\/go)$/, 'url'],
  [/^(away\.)?vk\.com$/, /^\/away(\.php)?$/, 'to'],
  [/^t\.umblr\.com$/, /^\/redirect$/, 'z'],
  [/^slack-redir\.net$/, /^\/link$/, 'url'],
  [/^go\.(skimresources|redirectingat)\.com$/, /^\/$/, 'url'],
  [/\.safelinks\.protection\.outlook\.com$/, /^\//, 'url'],
]

function byParameter(url: URL): string | null {
  const [, , ...names] = redirectors.find(([host, path]) => host.test(url.hostname) && path.test(url.pathname)) ?? []
  for (const name of names ?? []) {
    const value = url.searchParams.get(name)
    if (value) return value.trim()
  }
  return null
}

/** `us.rd.yahoo.com/dailynews/rss/*https://…`, the address plain or encoded; and `r.search.yahoo.com/…/RU=https%3a…/RK=…`. */
function yahoo({ hostname, pathname, search }: URL): string | null {
  if (!/\.yahoo\.com$/.test(hostname)) return null
  const behindStar = /\/\*(https?(?::|%3a).*)$/i.exec(pathname + search)?.[1]
  if (behindStar !== undefined) return /^https?:/i.test(behindStar) ? behindStar : decoded(behindStar)
  const inSearch = /\/RU=(https?%3a[^/]*)/i.exec(pathname)?.[1]
  return inSearch === undefined ? null : decoded(inSearch)
}

/** Caches of AMP pages: `/s/` in front of the page's own host and path stands for https. */
function ampCache({ hostname, pathname, search }: URL): string | null {
  const isGoogle = /^(www\.)?google\.[a-z]{2,3}(\.[a-z]{2})?$/.test(hostname)
  const isCache = /\.(cdn\.ampproject\.org|bing-amp\.com)$/.test(hostname)
  const shape = isGoogle ? /^\/amp\/(s\/)?(.+)$/ : isCache ? /^\/(?:wp\/)?[cv]\/(s\/)?(.+)$/ : null
  const [, secure, page = ''] = shape?.exec(pathname) ?? []
  return /^[^/]+\.[^/]+/.test(page) ? `${secure ? 'https' : 'http'}://${page}${search}` : null
}

const wrappers: readonly Wrapper[] = [byParameter, googleNewsTarget, yahoo, ampCache]

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
