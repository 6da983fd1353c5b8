import type { TokenizerCallbacks } from 'htmlparser2'
import {
  htmlElements,
  itemNames,
  leaves,
  pageElements,
  personElements,
  roots,
  siblings,
  textElements,
} from './element-names.ts'
import { canonicalName, canonicalPrefix, type RootName } from './namespaces.ts'
import type { NotAFeedReason } from './parsed.ts'
import { silent } from './plain-text.ts'
import type { Edit, Scan } from './scan.ts'

// Real feeds: depth below 40, at most some ten thousand elements. The limits keep the parsers' trees small and their
// searches (some are quadratic in items or in one person's name) short.
const maxDepth = 256
const maxTokens = 300_000
export const maxItems = 10_000
// feedsmith looks for each listed item among all items.
const maxListed = 2_000
const maxPersonChars = 1000

interface OpenElement {
  readonly written: string
  readonly name: string
  readonly contentStart: number
}

/** Follows the elements of a document token by token; see Scan for what it gathers. */
export class Scanner {
  refusal: NotAFeedReason | null = null
  private readonly text: string
  private root: RootName | null = null
  private firstElement: string | null = null
  /** A page's DOCTYPE or elements stand before the root. */
  private inPage = false
  /** The root is a channel inside elements of another kind of document. */
  private isWrappedChannel = false
  private start = 0
  private end = 0
  private tokens = 0
  private items = 0
  private listed = 0
  private inlineMarkup = false
  private readonly bases: string[] = []
  private readonly itemBases: (string | null)[] = []
  private readonly prefixes = new Map<string, string>()
  private readonly open: OpenElement[] = []
  private readonly cuts: Edit[] = []
  private readonly nesting: Edit[] = []
  private hasChannel = false
  /** The root is closed: what follows it is none of the feed's. */
  private over = false
  private tagStart = 0
  private written = ''
  private attribute = ''
  private value = ''
  private attributes: [string, string][] = []

  constructor(text: string) {
    this.text = text
  }

  callbacks(stop: () => void): TokenizerCallbacks {
    const stopIfOver = () => {
      if (this.refusal !== null || this.over) stop()
    }
    return {
      ...silent,
      ondeclaration: (start, end) => {
        if (this.root === null && /^!?doctype\s+html/i.test(this.text.slice(start, Math.min(end, start + 40))))
          this.inPage = true
      },
      onopentagname: (start, end) => {
        this.written = this.text.slice(start, end)
        this.attributes = []
        this.tagStart = start - 1
        this.token()
        stopIfOver()
      },
      onattribname: (start, end) => {
        this.attribute = this.text.slice(start, end).toLowerCase()
        this.value = ''
        this.token()
        stopIfOver()
      },
      onattribdata: (start, end) => {
        this.value += this.text.slice(start, end)
      },
      onattribend: () => {
        if (/^xml(ns)?(:|$)/.test(this.attribute)) this.attributes.push([this.attribute, this.value])
      },
      onopentagend: (end) => {
        this.opened(end + 1)
        stopIfOver()
      },
      onselfclosingtag: (end) => {
        this.opened(end + 1)
        this.open.pop()
        this.over = this.root !== null && this.open.length === 0
        stopIfOver()
      },
      onclosetag: (start, end) => {
        const close = this.text.indexOf('>', end)
        this.token()
        if (close >= 0) this.closed(this.text.slice(start, end), start - 2, close + 1)
        stopIfOver()
      },
      oncdata: (_start, end, offset) => {
        if (this.text.startsWith(']]>', end - offset)) this.reached(end - offset + 3)
      },
    }
  }

  result(): Scan | { readonly kind: 'not-a-feed'; readonly reason: NotAFeedReason } {
    if (this.refusal !== null) return { kind: 'not-a-feed', reason: this.refusal }
    if (this.root === null || this.isNoFeed()) return { kind: 'not-a-feed', reason: this.whyNoRoot() }
    const { root, start, end, items, bases, itemBases, inlineMarkup, prefixes, hasChannel, cuts, nesting } = this
    const open = this.open.map((element) => element.written)
    const declaresEntities = this.text.slice(0, start).includes('<!ENTITY')
    return {
      kind: 'scanned',
      root,
      start,
      end,
      items,
      bases,
      itemBases,
      inlineMarkup,
      prefixes,
      hasChannel,
      declaresEntities,
      open,
      cuts,
      nesting,
    }
  }

  /** An RDF document about anything, the channels of a television guide, the name of an element in a page. */
  private isNoFeed(): boolean {
    if (this.items > 0) return false
    return this.inPage || (this.root === 'rdf' && !this.hasChannel) || this.isWrappedChannel
  }

  private whyNoRoot(): NotAFeedReason {
    if (this.inPage) return 'html'
    if (this.firstElement === null) return 'not-xml-or-json'
    return htmlElements.has(this.firstElement) ? 'html' : 'no-feed-root'
  }

  private token(): void {
    this.tokens += 1
    if (this.tokens > maxTokens) this.refusal = this.root === null && this.inPage ? 'html' : 'too-large'
  }

  private reached(end: number): void {
    if (this.root !== null) this.end = end
  }

  private opened(contentStart: number): void {
    this.firstElement ??= this.written.toLowerCase()
    if (this.root === null) this.enterRoot()
    if (this.root === null) return
    for (const [name, value] of this.attributes) this.declare(name, value, this.root)
    const name = canonicalName(this.written.toLowerCase(), this.prefixes)
    if (itemNames[this.root].has(name)) this.closeUpTo(this.depthOfItems(), this.tagStart)
    if (leaves.has(this.open.at(-1)?.name ?? '') && siblings.has(name))
      this.closeUpTo(this.open.length - 1, this.tagStart)
    this.notice(name, this.open.at(-1)?.name ?? null)
    this.open.push({ written: this.written, name, contentStart })
    if (this.open.length > maxDepth) this.refusal = 'too-deep'
    this.reached(contentStart)
  }

  private enterRoot(): void {
    const name = this.written.toLowerCase()
    this.start = this.tagStart
    if (pageElements.has(name)) this.inPage = true
    this.root = roots[name.slice(name.indexOf(':') + 1)] ?? null
    this.isWrappedChannel = name === 'channel' && this.firstElement !== name
  }

  /** The first declaration of a prefix counts: feeds that give one prefix two meanings are not worth a stack. */
  private declare(attribute: string, uri: string, root: RootName): void {
    if (!attribute.startsWith('xmlns:')) return
    const prefix = attribute.slice('xmlns:'.length)
    const canonical = canonicalPrefix(uri, root)
    if (canonical !== null && !this.prefixes.has(prefix)) this.prefixes.set(prefix, canonical)
  }

  private notice(name: string, parent: string | null): void {
    const base = this.attributes.find(([attribute]) => attribute === 'xml:base')?.[1] ?? null
    if (this.isItem(name, parent)) this.noticeItem(base)
    else if (base !== null && (parent === null || name === 'channel')) this.bases.unshift(base)
    if (name === 'channel' && parent !== null) this.hasChannel = true
    if (parent !== null && textElements.has(parent)) this.inlineMarkup = true
    if (name === 'rdf:li') this.listed += 1
    if (this.listed > maxListed) this.refusal = 'too-large'
  }

  private isItem(name: string, parent: string | null): boolean {
    return (
      parent !== null &&
      this.root !== null &&
      itemNames[this.root].has(name) &&
      this.open.length === this.depthOfItems()
    )
  }

  /** How many elements are open where an item begins: the root, and in RSS the channel if it is not closed. */
  private depthOfItems(): number {
    return this.open[1]?.name === 'channel' ? 2 : 1
  }

  /** A new item ends whatever its elders left open. */
  private closeUpTo(depth: number, at: number): void {
    const left = this.open.splice(depth).toReversed()
    if (left.length > 0) this.nesting.push({ start: at, end: at, text: endTags(left) })
  }

  private noticeItem(base: string | null): void {
    this.items += 1
    this.itemBases.push(base)
    if (this.items > maxItems) this.refusal = 'too-large'
  }

  private closed(written: string, start: number, end: number): void {
    if (this.root === null) return
    const at = this.open.findLastIndex((element) => element.written === written)
    const element = this.open[at]
    if (element === undefined) this.nesting.push({ start, end, text: '' })
    else this.closeElement(element, at, start)
    this.reached(end)
  }

  private closeElement(element: OpenElement, at: number, start: number): void {
    this.closeUpTo(at + 1, start)
    this.open.pop()
    this.over = this.open.length === 0
    if (personElements.has(element.name) && start - element.contentStart > maxPersonChars) {
      this.cuts.push({ start: element.contentStart, end: start, text: '' })
    }
  }
}

const endTags = (elements: readonly OpenElement[]) => elements.map((element) => `</${element.written}>`).join('')
