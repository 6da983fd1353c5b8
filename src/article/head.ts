import { articleObject, type JsonObject, jsonLdObjects } from './json-ld.ts'
import { paragraphsOf } from './paragraphs.ts'
import { unescapeLine } from './plain-text.ts'

/** What a page says of itself, read once, before anything is removed from its DOM. */
export interface Head {
  readonly document: Document
  readonly url: string
  readonly objects: readonly JsonObject[]
  /** The JSON-LD object of the article itself. */
  readonly article: JsonObject | null
  /** Contents of the meta elements by name, property or itemprop, in lower case. */
  readonly metas: ReadonlyMap<string, readonly string[]>
  /** The short lines at the top of what a reader sees: headings, bylines, dates. */
  readonly lines: readonly string[]
}

export function readHead(document: Document, url: string): Head {
  const objects = jsonLdObjects(document)
  return { document, url, objects, article: articleObject(objects), metas: metasOf(document), lines: linesOf(document) }
}

/** What the meta elements of these names say, in the order of the names. */
export function metaContents(head: Head, ...names: readonly string[]): string[] {
  return names.flatMap((name) => head.metas.get(name) ?? [])
}

export function metaContent(head: Head, ...names: readonly string[]): string | null {
  return metaContents(head, ...names)[0] ?? null
}

function metasOf(document: Document): Map<string, string[]> {
  const metas = new Map<string, string[]>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = unescapeLine(meta.getAttribute('content') ?? '')
    const names = ['name', 'property', 'itemprop', 'http-equiv'].map((key) =>
      meta.getAttribute(key)?.trim().toLowerCase(),
    )
    for (const name of new Set(names)) {
      if (!name || content === '') continue
      const contents = metas.get(name)
      if (contents === undefined) metas.set(name, [content])
      else contents.push(content)
    }
  }
  return metas
}

function linesOf(document: Document): string[] {
  const lines = paragraphsOf(document.body, { breaks: 1 }).map(({ text }) => text)
  return lines.filter((line) => line.length < 150).slice(0, 300)
}
