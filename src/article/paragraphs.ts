import { plainLine } from './plain-text.ts'

const tags = (names: string) => new Set(names.split(' '))
const inline = tags(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RB RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR TD TH',
)
const silent = tags(
  'SCRIPT STYLE NOSCRIPT TEMPLATE FIGURE FIGCAPTION BUTTON FORM SVG MATH IFRAME NAV SELECT INPUT TEXTAREA VIDEO AUDIO OBJECT CANVAS HEAD TITLE DIALOG MENU FOOTER RT RP',
)

export interface Paragraph {
  readonly text: string
  /** The block element that the text stands in, in upper case. */
  readonly tag: string
  /** Share of the characters that are link text. */
  readonly linked: number
  /** Its first line, up to a line break, is a link: it tells of another page. */
  readonly isTeaser?: true
  /** Its name and the names and classes of the two elements above it: a template writes an article's paragraphs alike. */
  readonly kind?: string
}

/**
 * The text under a node, one paragraph for each block element: only text, never markup. One line break is a space, two
 * are how old templates part their paragraphs; `breaks: 1` parts at every one.
 */
export function paragraphsOf(root: Node, options: { breaks?: 1 | 2; kinds?: true } = {}): Paragraph[] {
  const collector = new Collector(options.breaks ?? 2, options.kinds ?? false)
  collector.walk(root, 'DIV', false)
  collector.endParagraph()
  return collector.found
}

/** A shorter link before a line break may be a name or a place. */
const leastHeadline = 20

class Collector {
  readonly found: Paragraph[] = []
  private text = ''
  private tag = 'DIV'
  private linked = 0
  private isTeaser = false
  private breaks = 0
  private readonly breaksThatPart: number
  private readonly tellsKinds: boolean
  private kind = ''
  private readonly blocks: string[] = []

  constructor(breaksThatPart: number, tellsKinds: boolean) {
    this.breaksThatPart = breaksThatPart
    this.tellsKinds = tellsKinds
  }

  walk(node: Node, block: string, inLink: boolean): void {
    if (node.nodeType === 3) this.addText(node.textContent ?? '', block, inLink)
    const name = node.nodeName.toUpperCase()
    if ((node.nodeType !== 1 && node.nodeType !== 11) || silent.has(name)) return
    if (name === 'BR') this.addBreak()
    else if (inline.has(name) && !isLayoutCell(node, name)) this.walkInline(node, name, block, inLink)
    else this.walkBlock(node, name, inLink)
  }

  endParagraph(): void {
    const text = plainLine(this.text)
    const linked = Math.min(1, this.linked / text.length)
    const teaser = this.isTeaser && linked < 1 ? { isTeaser: true as const } : {}
    if (text !== '')
      this.found.push({ text, tag: this.tag, linked, ...teaser, ...(this.tellsKinds ? { kind: this.kind } : {}) })
    this.text = ''
    this.linked = 0
    this.isTeaser = false
    this.breaks = 0
  }

  private walkInline(node: Node, name: string, block: string, inLink: boolean): void {
    // Cells of a row are kept apart by nothing but their borders.
    if (name === 'TD' || name === 'TH') this.text += ' '
    for (const child of node.childNodes) this.walk(child, block, inLink || name === 'A')
  }

  private walkBlock(node: Node, name: string, inLink: boolean): void {
    this.endParagraph()
    if (this.tellsKinds) this.blocks.push(`${name}.${(node as Element).getAttribute?.('class') ?? ''}`)
    for (const child of node.childNodes) this.walk(child, name, inLink)
    this.endParagraph()
    this.blocks.pop()
  }

  private addText(text: string, block: string, inLink: boolean): void {
    this.text += text
    this.tag = block
    if (this.tellsKinds && text.trim() !== '') this.kind = `${this.blocks.slice(-3, -1).join(' ')} ${block}`
    if (inLink) this.linked += text.trim().length
    if (text.trim() !== '') this.breaks = 0
  }

  private addBreak(): void {
    const { length } = plainLine(this.text)
    if (length >= leastHeadline && this.linked >= length) this.isTeaser = true
    this.text += ' '
    this.breaks += 1
    if (this.breaks >= this.breaksThatPart) this.endParagraph()
  }
}

/** Old templates lay pages out in tables: a cell that holds more than a line is a block. */
function isLayoutCell(node: Node, name: string): boolean {
  if (name !== 'TD' && name !== 'TH') return false
  return 'querySelector' in node && (node as Element).querySelector('br, p, div, table, ul, h1, h2, h3') !== null
}
