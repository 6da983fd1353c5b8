import type { Found } from './found.ts'
import { firstFound } from './found.ts'
import { type Head, metaContents } from './head.ts'
import { asList, isObject, type JsonObject, typesOf } from './json-ld.ts'
import { unescapeLine } from './plain-text.ts'
import { folded, siteNames } from './site-names.ts'

const maxChars = 100
const homes =
  /^(?:home(?:page)?|website|start(?:seite)?|accueil|inicio|início|portada|hjem|hem|forside|главная|トップ|홈)$/iu

/** The outlet's own shelf as the page names it: of the article, in its meta elements, or the first crumb below home. */
export function sectionOf(head: Head): Found<string> | null {
  return firstFound(
    ['json-ld', () => firstName(asList(head.article?.['articleSection']))],
    ['open-graph', () => firstName(metaContents(head, 'article:section'))],
    ['meta', () => firstName(metaContents(head, 'section', 'parsely-section', 'cxenseparse:section'))],
    ['json-ld', () => firstName(crumbs(head))],
  )
}

function firstName(values: readonly unknown[]): string | null {
  for (const value of values) {
    const name = typeof value === 'string' ? unescapeLine(value) : ''
    if (name !== '' && !/^https?:/.test(name)) return name.slice(0, maxChars)
  }
  return null
}

/** The shelves above the article in a BreadcrumbList: not the home page, not the article itself, which is the last. */
function crumbs(head: Head): string[] {
  const list = head.objects.find((object) => typesOf(object).includes('BreadcrumbList'))
  const names = asList(list?.['itemListElement']).filter(isObject).map(crumbName)
  const sites = siteNames(head)
  return names.slice(0, -1).filter((name) => name !== '' && !homes.test(name) && !sites.has(folded(name)))
}

function crumbName(crumb: JsonObject): string {
  const item = crumb['item']
  const name = crumb['name'] ?? (isObject(item) ? item['name'] : null)
  return typeof name === 'string' ? unescapeLine(name) : ''
}
