import { Parser } from 'htmlparser2'
import { articleObject, asList, isObject, type JsonObject, jsonLdIn, typesOf } from './json-ld.ts'
import { unescapeLine } from './plain-text.ts'

/** Something that a page says of its site, and where. */
export interface Stated {
  readonly value: string
  /** For people, such as `og:site_name`. */
  readonly from: string
}

/** What a site's page says of the site, as written; each list with what is trusted most first. */
export interface SiteProfile {
  readonly names: readonly Stated[]
  /** Language tags, with the region where it is written. */
  readonly languages: readonly Stated[]
  /** Countries as addresses name them: codes or names. */
  readonly countries: readonly Stated[]
  readonly owners: readonly Stated[]
  /** schema.org types of the organisation. */
  readonly types: readonly string[]
  /** An absolute address. */
  readonly icon: string | null
  /** Whether the page is one article and no front page. */
  readonly isArticle: boolean
}

interface Read {
  readonly langs: (string | undefined)[]
  readonly metas: Map<string, string>
  readonly icons: { readonly url: string; readonly sizes: string }[]
  readonly scripts: string[]
  title: string
}

const mostScripts = 20
const scriptChars = 200_000
const mostChars = 200
const mostIcons = 20

/** A page → what it says of its site. One pass over the tags: no DOM is built of what a stranger wrote. */
export function siteProfile(html: string, url: string): SiteProfile {
  const read = readTags(html, url)
  const objects = jsonLdIn(read.scripts)
  const organisations = objects
    .flatMap((object) => [object, ...asList(object['publisher']).filter(isObject)])
    .filter(isOrganisation)
  const sites = objects.filter((object) => typesOf(object).includes('WebSite'))
  const meta = (name: string): Stated[] => stated(read.metas.get(name), name)
  return {
    names: [
      ...meta('og:site_name'),
      ...meta('application-name'),
      ...sites.flatMap(({ name }) => stated(name, 'JSON-LD WebSite')),
      ...organisations.flatMap(({ name }) => stated(name, 'JSON-LD organisation')),
      ...meta('apple-mobile-web-app-title'),
      ...stated(titlePiece(read.title, url), 'title'),
    ],
    languages: [
      ...read.langs.flatMap((lang) => stated(lang, 'lang')),
      ...meta('og:locale'),
      ...meta('content-language'),
      ...objects.flatMap(({ inLanguage }) => asList(inLanguage).flatMap((tag) => stated(tag, 'JSON-LD inLanguage'))),
    ],
    countries: [...organisations.flatMap(countriesOf), ...meta('geo.country'), ...meta('geo.region')],
    owners: organisations.flatMap((one) => ownersOf(one)),
    types: [...new Set(organisations.flatMap(typesOf))],
    icon: bestIcon(read.icons),
    isArticle: read.metas.get('og:type') === 'article' || articleObject(objects) !== null,
  }
}

function readTags(html: string, url: string): Read {
  const read: Read = { langs: [], metas: new Map(), icons: [], scripts: [], title: '' }
  let text: 'script' | 'title' | null = null
  let script = ''
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') read.langs.push(attributes['lang'], attributes['xml:lang'])
      if (name === 'meta') readMeta(read.metas, attributes)
      if (name === 'link') readIcon(read.icons, attributes, url)
      if (name === 'title' && read.title === '') text = 'title'
      if (name === 'script' && /ld\+json/i.test(attributes['type'] ?? '')) text = 'script'
    },
    ontext(piece) {
      if (text === 'title' && read.title.length < mostChars * 2) read.title += piece
      if (text === 'script' && script.length < scriptChars) script += piece
    },
    onclosetag(name) {
      if (name === 'script' && text === 'script' && read.scripts.length < mostScripts)
        read.scripts.push(script.slice(0, scriptChars))
      if (name === text) text = null
      if (name === 'script') script = ''
    },
  })
  parser.end(html)
  return read
}

type Attributes = Readonly<Record<string, string>>

function readMeta(metas: Map<string, string>, attributes: Attributes): void {
  const { content = '' } = attributes
  for (const key of ['name', 'property', 'http-equiv']) {
    const name = attributes[key]?.trim().toLowerCase()
    if (name && content !== '' && !metas.has(name)) metas.set(name, content)
  }
}

function readIcon(icons: Read['icons'], { rel = '', href = '', sizes = '' }: Attributes, url: string): void {
  if (!/\bicon\b|apple-touch-icon/i.test(rel) || !URL.canParse(href, url) || icons.length >= mostIcons) return
  const address = new URL(href, url)
  if (/^https?:$/.test(address.protocol)) icons.push({ url: address.href, sizes })
}

/** The largest; one that scales is larger than any. */
function bestIcon(icons: Read['icons']): string | null {
  const size = ({ url, sizes }: Read['icons'][number]) =>
    /\.svg\b/i.test(url) || sizes === 'any' ? 10_000 : Number(/^(\d{1,4})x/i.exec(sizes)?.[1] ?? 0)
  return icons.toSorted((a, b) => size(b) - size(a))[0]?.url ?? null
}

function stated(value: unknown, from: string): Stated[] {
  if (typeof value !== 'string') return []
  const line = unescapeLine(value.slice(0, mostChars * 4))
    .replace(/\p{C}/gu, '')
    .trim()
    .slice(0, mostChars)
  return line === '' ? [] : [{ value: line, from }]
}

const isOrganisation = (object: JsonObject) =>
  typesOf(object).some((type) => /Organization$|^Corporation$|Station$|BroadcastService$/.test(type))

function countriesOf(organisation: JsonObject): Stated[] {
  return asList(organisation['address'])
    .filter(isObject)
    .flatMap(({ addressCountry: country }) => stated(isObject(country) ? country['name'] : country, 'JSON-LD address'))
}

function ownersOf({ parentOrganization: parent }: JsonObject): Stated[] {
  return asList(parent).flatMap((one) => stated(isObject(one) ? one['name'] : one, 'JSON-LD parentOrganization'))
}

/** Of a title such as "Latest news | The Example Herald" the piece that the host is named after, else a whole short title. */
function titlePiece(title: string, url: string): string | null {
  const pieces = title
    .split(/\s+[|–—·»:-]\s+|\s*\|\s*/)
    .map((piece) => piece.trim())
    .filter(Boolean)
  const labels = (URL.canParse(url) ? new URL(url).hostname : '')
    .split('.')
    .map(letters)
    .filter((label) => label.length > 2)
  const named = pieces.find((piece) =>
    labels.some((label) => letters(piece).includes(label) || label.includes(letters(piece))),
  )
  return named ?? (pieces.length === 1 && title.trim().length <= 60 ? (pieces[0] ?? null) : null)
}

const letters = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
