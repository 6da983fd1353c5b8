import { Parser } from 'htmlparser2'

export interface Markup {
  readonly elements: ReadonlySet<string>
  readonly attributes: ReadonlySet<string>
  readonly links: readonly string[]
  readonly text: string
}

/** What a page is made of, as a parser that is not ours sees it. */
export function markupOf(html: string): Markup {
  const elements = new Set<string>()
  const attributes = new Set<string>()
  const links: string[] = []
  let text = ''
  const parser = new Parser({
    onopentag(name, attribs) {
      elements.add(name)
      for (const attribute of Object.keys(attribs)) attributes.add(attribute)
      links.push(...[attribs['href'], attribs['src']].filter((link) => link !== undefined))
    },
    ontext(data) {
      text += data
    },
  })
  parser.end(html)
  return { elements, attributes, links, text }
}
