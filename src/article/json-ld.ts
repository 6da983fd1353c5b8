export type JsonObject = { readonly [key: string]: unknown }

const articleType = /(Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Review)$/
const maxNodes = 2000

/** The page's JSON-LD objects, flattened: arrays, @graph and main entities opened, broken scripts skipped. */
export function jsonLdObjects(document: Document): JsonObject[] {
  const found: JsonObject[] = []
  for (const script of document.querySelectorAll('script[type*="ld+json" i]')) {
    collect(parseTolerantly(script.textContent ?? ''), found, 0)
  }
  return found
}

/** The object that describes the page as an article: the one with a headline and the most said about it. */
export function articleObject(objects: readonly JsonObject[]): JsonObject | null {
  const articles = objects.filter((object) => typesOf(object).some((type) => articleType.test(type)))
  return articles.toSorted((a, b) => richness(b) - richness(a))[0] ?? null
}

export function typesOf(object: JsonObject): string[] {
  return asList(object['@type']).filter((type) => typeof type === 'string')
}

export function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function richness(object: JsonObject): number {
  return ['headline', 'datePublished', 'author', 'articleBody'].filter((key) => object[key] !== undefined).length
}

function collect(value: unknown, found: JsonObject[], depth: number): void {
  if (depth > 6 || found.length > maxNodes) return
  if (Array.isArray(value)) for (const entry of value) collect(entry, found, depth + 1)
  if (!isObject(value)) return
  found.push(value)
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) collect(value[key], found, depth + 1)
}

function parseTolerantly(source: string): unknown {
  const json = withoutWrapping(source)
  for (const attempt of [json, repair(json)]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // The next attempt, or no JSON-LD.
    }
  }
  return null
}

/** Some templates wrap the object into a comment or a CDATA section: from the first bracket to the last is the rest. */
function withoutWrapping(source: string): string {
  const inner = source.replace(/\]\]>[\s*/]*$/, '')
  const start = inner.search(/(?<!CDATA)[[{](?!CDATA)/)
  const end = inner.lastIndexOf(inner[start] === '[' ? ']' : '}')
  return start === -1 ? '' : inner.slice(start, end + 1)
}

/** Raw line breaks inside strings and trailing commas: what templates get wrong most often. */
function repair(json: string): string {
  return json.replace(/[\n\r\t]+/g, ' ').replace(/,\s*([}\]])/g, '$1')
}
