import { isTracking } from './tracking-parameter.ts'

/** The address that an article is known by; minted here only. */
export type CanonicalUrl = string & { readonly brand: 'CanonicalUrl' }

const maxChars = 4096

/**
 * An address → the one name of its page, null for what is no http(s) address.
 *
 * Changed is only what no site gives a meaning of its own: case of scheme and host, default port, credentials, fragment,
 * a dot behind the host, tracking parameters, empty query, doubled slashes at the front of a path. Kept: http and https
 * apart, `www.`, trailing slashes (but the root's), case and order of all else, for some sites answer them differently;
 * what a page itself calls canonical settles those. It is a name: pages are fetched at the address that a feed gives.
 *
 * Of mobile and AMP variants those are undone that name their page by rule: `amp.` and `m.` in front of a host that has a
 * name left, a last `/amp` or `/amp/`, `.amp.html` and `.amp`, `?amp=1` and its like, `?outputType=amp`; `mobile.` and
 * `/amp/` in front of a path only where that ends like an article's, for they may also be the desk for telephones and a
 * shelf of amplifiers. Wrappers and caches of other hosts are taken off before: src/article/unwrapped.ts.
 */
export function canonicalUrl(url: string): CanonicalUrl | null {
  const written = url.trim()
  if (written.length > maxChars || !URL.canParse(written)) return null
  const parsed = new URL(written)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null
  const host = hostOf(parsed)
  if (host === '') return null
  const canonical = `${parsed.protocol}//${host}${pathOf(parsed)}${queryOf(parsed)}`
  // What one pass uncovers (dots in a path, say) another may still change; the name is what no pass changes.
  return canonical === written ? (canonical as CanonicalUrl) : canonicalUrl(canonical)
}

function hostOf({ hostname, port, pathname }: URL): string {
  const name = withoutVariant(hostname.replace(/\.+$/, ''), isLikeArticle(pathname))
  return port === '' ? name : `${name}:${port}`
}

/** Two labels must be left, the first of three letters or more: `m.me`, `amp.dev` and `m.co.uk` are sites of their own. */
function withoutVariant(hostname: string, isArticle: boolean): string {
  const variants = isArticle ? /^(?:(?:amp|m|mobile)\.)+(?=[^.]{3,}\.[^.])/ : /^(?:(?:amp|m)\.)+(?=[^.]{3,}\.[^.])/
  return hostname.replace(variants, '')
}

/** The last part of the path is words joined by hyphens, or has a long number in it. */
function isLikeArticle(path: string): boolean {
  const last = path.split('/').findLast((part) => part !== '') ?? ''
  return /-[^-]+-[^-]+-/.test(last) || /\d{5}/.test(last)
}

function pathOf({ pathname }: URL): string {
  const path = pathname.replace(/^\/{2,}/, '/')
  const own = isLikeArticle(path) ? path.replace(/^(?:\/amp)+(?=\/)/i, '') : path
  const bare = own.replace(/(?:\/+amp)+\/*$/i, '').replace(/(?<=[^/])(?:\.amp)+(?=(?:\.html?)?$)/i, '')
  // `/amp` alone is a page about amplifiers as likely as a variant of the front page.
  return bare === '' ? path : bare
}

function queryOf({ search }: URL): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isDropped(parameter))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function isDropped(parameter: string): boolean {
  const [name = '', value = ''] = parameter.split('=', 2)
  return isTracking(name, value) || isAmp(name.toLowerCase(), value.toLowerCase())
}

function isAmp(name: string, value: string): boolean {
  if (name === 'amp') return ['', '1', 'true', 'amp'].includes(value)
  return (name === 'outputtype' && value === 'amp') || /^(amp_(js_v|gsa|r|ct|tf|kit|markup)|usqp)$/.test(name)
}
