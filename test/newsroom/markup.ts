/** A piece of HTML or XML; everything else that goes into a template is text and gets escaped. */
export class Markup {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

type Piece = string | number | Markup | null | readonly Piece[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character)
}

/** Template tag: markup`<p>${text}</p>` escapes what is not Markup; lists are joined, null is nothing. */
export function markup(strings: TemplateStringsArray, ...pieces: Piece[]): Markup {
  return new Markup(strings.reduce((source, part, index) => source + render(pieces[index - 1] ?? null) + part))
}

/** For text that is Markup already, such as a stylesheet of ours. */
export function raw(source: string): Markup {
  return new Markup(source)
}

/** JSON inside a script element: no `<` may end the element. */
export function scriptJson(value: unknown): Markup {
  return new Markup(JSON.stringify(value, null, 1).replaceAll('<', '\\u003c'))
}

export function cdata(content: Markup): Markup {
  return new Markup(`<![CDATA[${content.source.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`)
}

function render(piece: Piece): string {
  if (piece === null) return ''
  if (piece instanceof Markup) return piece.source
  if (typeof piece === 'object') return piece.map(render).join('')
  return escapeMarkup(String(piece))
}
