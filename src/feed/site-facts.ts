import { Parser } from 'htmlparser2'

/** What a front page says of its outlet; null where it says nothing. */
export interface SiteFacts {
  readonly name: string | null
  /** A BCP 47 tag as written. */
  readonly language: string | null
  /** ISO 3166-1 alpha-2, upper case, as the page states it. */
  readonly country: string | null
  readonly icon: string | null
}

interface Heard {
  siteName: string | null
  publisher: string | null
  title: string | null
  lang: string | null
  locale: string | null
  country: string | null
  icon: string | null
}

const charactersOfData = 200_000

/** A front page → what it states of itself: Open Graph, JSON-LD, html lang, icons, in the end its title. Never throws. */
export function siteFactsIn(html: string, url: string): SiteFacts {
  const heard: Heard = {
    siteName: null,
    publisher: null,
    title: null,
    lang: null,
    locale: null,
    country: null,
    icon: null,
  }
  let within: 'title' | 'data' | null = null
  let text = ''
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') heard.lang ??= filled(attributes['lang'])
      if (name === 'meta') hearMeta(heard, attributes)
      if (name === 'link' && /(?:^|\s)(?:icon|apple-touch-icon)(?:\s|$)/i.test(attributes['rel'] ?? ''))
        heard.icon ??= absolute(attributes['href'], url)
      if (name === 'title' && heard.title === null) within = 'title'
      if (name === 'script' && /ld\+json/i.test(attributes['type'] ?? '')) within = 'data'
      if (within !== null) text = ''
    },
    ontext(piece) {
      if (within !== null && text.length < charactersOfData) text += piece
    },
    onclosetag(name) {
      if (name === 'title' && within === 'title') heard.title = filled(text)
      if (name === 'script' && within === 'data') hearData(heard, text)
      if (name === 'title' || name === 'script') within = null
    },
  })
  parser.end(html)
  const region =
    /^[a-z]{2,3}[-_]([A-Z]{2})$/i.exec(heard.locale ?? '')?.[1] ??
    /^[a-z]{2,3}-([A-Z]{2})$/i.exec(heard.lang ?? '')?.[1]
  return {
    name: heard.siteName ?? heard.publisher ?? nameInTitle(heard.title),
    language: (heard.lang ?? heard.locale)?.replace('_', '-') ?? null,
    country: heard.country ?? region?.toUpperCase() ?? null,
    icon: heard.icon,
  }
}

function hearMeta(heard: Heard, { property, name, content }: Record<string, string>): void {
  const key = (property ?? name ?? '').toLowerCase()
  if (key === 'og:site_name' || key === 'application-name') heard.siteName ??= filled(content)
  if (key === 'og:locale') heard.locale ??= filled(content)
}

/** The first organisation of a JSON-LD block: its name, and the country of its address. */
function hearData(heard: Heard, text: string): void {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return
  }
  const left = [value]
  for (let looked = 0; left.length > 0 && looked < 500; looked += 1) {
    const one = left.shift()
    if (typeof one !== 'object' || one === null) continue
    left.push(...Object.values(one))
    const { '@type': type, name, address } = one as Record<string, unknown>
    if (![type].flat().some((kind) => /Organization$/.test(String(kind)))) continue
    if (typeof name === 'string') heard.publisher ??= filled(name)
    const { addressCountry } = Object(address)
    const code = typeof addressCountry === 'object' ? Object(addressCountry).name : addressCountry
    if (/^[A-Z]{2}$/.test(String(code))) heard.country ??= String(code)
  }
}

/** "World news | The Ledger": the shorter end of a title is the outlet's. */
function nameInTitle(title: string | null): string | null {
  const parts = (title ?? '').split(/\s+[|–—-]\s+/).filter((part) => part.trim() !== '')
  return filled(parts.toSorted((a, b) => a.length - b.length)[0])
}

const filled = (text: string | undefined): string | null => {
  const plain = (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 120)
  return plain === '' ? null : plain
}

function absolute(href: string | undefined, base: string): string | null {
  return href !== undefined && URL.canParse(href, base) && /^https?:/.test(new URL(href, base).protocol)
    ? new URL(href, base).href
    : null
}
