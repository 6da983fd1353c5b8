import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** More markup than this is never looked at: a thousand characters of text stand well before it. */
const maxMarkup = 20_000
const unseen = new Set(['script', 'style', 'iframe'])
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
)

/** A piece of HTML → its text on one line: entities decoded, tags and what they hide gone. Linear in time. */
export function plainText(html: string): string {
  const markup = html.length > maxMarkup ? html.slice(0, maxMarkup) : html
  if (!/[<&]/.test(markup)) return oneLine(markup)
  return oneLine(partsOf(markup, ' ').join(''))
}

/** A piece of HTML → the text of its blocks, a line each. As `plainText`. */
export function plainParagraphs(html: string): string[] {
  const markup = html.length > maxMarkup ? html.slice(0, maxMarkup) : html
  const written = markup.replace(/\s+/g, ' ')
  return partsOf(written, '\n').join('').split('\n').map(oneLine)
}

function partsOf(markup: string, betweenBlocks: string): string[] {
  const parts: string[] = []
  const tokenizer = new Tokenizer({ decodeEntities: true }, textCollector(markup, parts, betweenBlocks))
  tokenizer.write(markup)
  tokenizer.end()
  return parts
}

/** Whitespace of every kind becomes one blank, control characters vanish. */
export function oneLine(text: string): string {
  // Most texts are on one line as they come, and to find that out costs half of replacing every blank by itself.
  const blank = /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text
  return blank.replace(/[\p{Cc}\ufeff]/gu, '').trim()
}

/** At most `maxChars` characters, ending where a word ends if one ends in the last tenth. */
export function cutAtWord(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text
  const cut = text.slice(0, maxChars + 1)
  const space = cut.lastIndexOf(' ')
  if (space >= maxChars * 0.9) return cut.slice(0, space)
  return cut.slice(0, maxChars).replace(/[\ud800-\udbff]$/, '')
}

function textCollector(markup: string, parts: string[], betweenBlocks: string): TokenizerCallbacks {
  let hiddenBy: string | null = null
  const push = (text: string) => {
    if (hiddenBy === null) parts.push(text)
  }
  const nameOf = (start: number, end: number) => markup.slice(start, end).toLowerCase()
  const tag = (name: string) => push(inline.has(name) ? '' : betweenBlocks)
  let opened = ''
  return {
    ...silent,
    ontext: (start, end) => push(markup.slice(start, end)),
    ontextentity: (codepoint) => push(String.fromCodePoint(codepoint)),
    oncdata: (start, end, endOffset) => push(markup.slice(start, end - endOffset)),
    onopentagname(start, end) {
      opened = nameOf(start, end)
      tag(opened)
    },
    onopentagend() {
      if (hiddenBy === null && unseen.has(opened)) hiddenBy = opened
    },
    onclosetag(start, end) {
      const name = nameOf(start, end)
      if (name === hiddenBy) hiddenBy = null
      tag(name)
    },
  }
}

const ignore = () => {}

/** Callbacks that do nothing, for collectors that care about a few tokens only. */
export const silent: TokenizerCallbacks = {
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
}
