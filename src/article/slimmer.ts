import { Parser } from 'htmlparser2'
import type { Prescanned } from './prescan.ts'

const names = (text: string) => new Set(text.split(' '))

// Real pages: depth at most 38, 9,900 elements.
const maxDepth = 128
const maxElements = 50_000
/** Of those that a DOM sees. */
const maxKept = 20_000
/**
 * Characters times the elements that they lie in, an element counted as twelve: Readability measures the text of each box anew for all
 * that it lies in. Real pages: at most 4.7 million.
 */
const maxWeight = 12_000_000
const elementWeight = 12

const htmlTags = names('html head body title meta main article section div p h1 span')
const foreignRoots = names('rss feed rdf:rdf urlset sitemapindex svg opml')

/** Elements that go with all that is in them. */
const unseen = names(
  'script style svg math noscript template iframe frame canvas object embed applet select datalist map nav button input textarea source track',
)
/** Any of these ends a drawing that was not closed, as it does in a browser. */
const endsDrawing = names('article div dl figure footer h1 h2 h3 h4 h5 h6 header li main nav ol p section table ul')
/** White space beside their tags does not show. */
const blocks = names(
  'html head body title meta link base script address article aside blockquote br dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section summary table tbody td tfoot th thead tr ul',
)
const keptLinks = /\b(?:canonical|author|license|amphtml)\b/i
/** What extraction asks of an element, and what Readability weighs. */
const attributes = names(
  'class id href src data-src alt lang xml:lang rel type name content property http-equiv itemprop itemscope itemtype itemid datetime pubdate role hidden aria-hidden aria-modal data-paywall colspan rowspan summary',
)
const hides = /display\s*:\s*none|visibility\s*:\s*hidden/i
/** A longer value is a picture or a program. */
const maxValueChars = 20_000

type Attributes = Readonly<Record<string, string>>

/** A page's HTML → the same page without what no reader sees, well-formed. For one document. */
export class Slimmer {
  private readonly parts: string[] = []
  /** Of each open element whether it is kept. */
  private readonly open: boolean[] = []
  private elements = 0
  private kept = 0
  private deepest = 0
  private weight = 0
  private drawings = 0
  private verbatim = 0
  private isHtml = false
  private blank = ''
  private isAtEdge = true
  private readonly parser = new Parser(
    {
      onopentag: (name, attribs) => this.opened(name, attribs),
      onclosetag: (name) => this.closed(name),
      ontext: (text) => this.text(text),
    },
    { decodeEntities: false },
  )

  read(html: string): Prescanned {
    this.parser.write(html)
    if (this.isTooLarge()) return { kind: 'refused', reason: 'too-large' }
    if (!this.isHtml) return { kind: 'refused', reason: 'not-html' }
    this.parser.end()
    return { kind: 'page', html: this.parts.join(''), elements: this.kept }
  }

  private isTooLarge(): boolean {
    return this.deepest > maxDepth || this.elements > maxElements || this.kept > maxKept || this.weight > maxWeight
  }

  private opened(name: string, attribs: Attributes): void {
    const isKept = this.keeps(name, attribs)
    this.open.push(isKept)
    this.elements += 1
    this.deepest = Math.max(this.deepest, this.open.length)
    this.isHtml ||= htmlTags.has(name)
    if (name === 'svg') this.drawings += 1
    const isForeign = this.elements === 1 && foreignRoots.has(name)
    if (isForeign || this.isTooLarge()) this.parser.pause()
    if (!isKept) return
    this.kept += 1
    this.weight += elementWeight * this.open.length
    this.edge(name)
    if (name === 'pre' || name === 'script') this.verbatim += 1
    this.parts.push(`<${name}${written(attribs)}>`)
  }

  private closed(name: string): void {
    if (name === 'svg') this.drawings -= 1
    if (this.open.pop() !== true) return
    if (name === 'pre' || name === 'script') this.verbatim -= 1
    this.edge(name)
    if (!voids.has(name)) this.parts.push(`</${name}>`)
  }

  private keeps(name: string, attribs: Attributes): boolean {
    if (name === 'script') return this.isShown() && /ld\+json/i.test(attribs['type'] ?? '')
    if (name === 'link') return keptLinks.test(attribs['rel'] ?? '')
    return !unseen.has(name) && (this.isShown() || (this.drawings > 0 && endsDrawing.has(name)))
  }

  private isShown(): boolean {
    return this.open.at(-1) !== false
  }

  private text(text: string): void {
    if (!this.isShown()) return
    if (this.verbatim === 0 && !/\S/.test(text)) {
      if (!this.isAtEdge) this.blank = ' '
      return
    }
    this.weight += text.length * this.open.length
    this.parts.push(this.blank, text)
    this.blank = ''
    this.isAtEdge = false
  }

  /** White space before a tag shows only where text stood before and no block begins or ends. */
  private edge(name: string): void {
    this.isAtEdge = blocks.has(name)
    if (!this.isAtEdge) this.parts.push(this.blank)
    this.blank = ''
  }
}

const voids = names('area base br col hr img input link meta param source track wbr')

function written(attribs: Attributes): string {
  let text = ''
  for (const name in attribs) {
    const value = attribs[name] ?? ''
    const isKept = attributes.has(name) ? !value.startsWith('data:') : name === 'style' && hides.test(value)
    if (isKept && value.length <= maxValueChars) text += ` ${name}="${value.replaceAll('"', '&quot;')}"`
  }
  return text
}
