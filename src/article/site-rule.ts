import { z } from 'zod'
import { fieldName } from '../source/locate.ts'
import { placesIn } from '../source/places.ts'
import { readYaml } from '../source/read-yaml.ts'
import { fastDom } from './dom.ts'

/** How to read one site's pages where the general way fails. */
export interface SiteRule {
  /** Of the site, without `www.`; the rule is for its subdomains too. */
  readonly host: string
  /** CSS selector of the elements that hold the article's text; null where only something is to be dropped. */
  readonly keep: string | null
  /** CSS selectors of what is none of it. */
  readonly drop: readonly string[]
}

const selector = z.string().refine(isSelector, 'is no CSS selector')
const schema = z.strictObject({
  host: z.string().regex(/^(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'must be a host in lower case without "www."'),
  why: z.string().min(10, 'must say what the general way gets wrong'),
  keep: selector.optional(),
  drop: z.array(selector).optional(),
})

export type ParsedSiteRule =
  | { readonly kind: 'rule'; readonly rule: SiteRule }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] }

/** The text of a site's file → its rule, or what is wrong with it: `file:line: field: message`. */
export function parseSiteRule(text: string, file: string): ParsedSiteRule {
  const read = readYaml(text)
  const placeOf = placesIn(text)
  const at = (offset: number) => `${file}:${placeOf(offset).line}`
  const flaws = read.flaws.map(({ offset, path, message }) => `${at(offset)}: ${fieldName(path)}: ${message}`)
  if (read.kind === 'unreadable' || flaws.length > 0) return { kind: 'invalid', problems: flaws }
  const parsed = schema.safeParse(read.value)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${at(0)}: ${path.join('.') || '(file)'}: ${message}`,
    )
    return { kind: 'invalid', problems }
  }
  const { host, keep = null, drop = [] } = parsed.data
  if (keep === null && drop.length === 0)
    return { kind: 'invalid', problems: [`${at(0)}: (file): neither keep nor drop: name a selector`] }
  return { kind: 'rule', rule: { host, keep, drop } }
}

/** The rule for a page's address: that of the longest host that it lies in. */
export function ruleFor(rules: readonly SiteRule[], url: string): SiteRule | null {
  const host = URL.parse(url)?.hostname ?? ''
  const fitting = rules.filter((rule) => host === rule.host || host.endsWith(`.${rule.host}`))
  return fitting.toSorted((a, b) => b.host.length - a.host.length)[0] ?? null
}

function isSelector(text: string): boolean {
  try {
    fastDom('<p></p>').querySelector(text)
    return text.trim() !== ''
  } catch {
    return false
  }
}
