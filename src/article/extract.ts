import { bodyOf } from './body.ts'
import { cleanParagraphs } from './clean-paragraphs.ts'
import { decodePage } from './decode-page.ts'
import { fastDom, thoroughDom } from './dom.ts'
import type { Extracted, Page, Rejection } from './extracted.ts'
import { readHead } from './head.ts'
import { metadataOf, withText } from './metadata.ts'
import type { Paragraph } from './paragraphs.ts'
import { type Prescanned, prescan, refuseBytes } from './prescan.ts'
import { isBlocked, rejectionOf, surroundingsOf } from './rejection.ts'
import { scriptedBody } from './scripted-body.ts'
import { ruleFor, type SiteRule } from './site-rule.ts'

/**
 * bytes → text → tags counted → DOM → what the page says of itself → its body → article or rejection.
 * Never throws: what no step foresaw is `unreadable`. May be slow on hostile pages and so belongs into a worker.
 */
export function extractArticle(page: Page, rules: readonly SiteRule[] = []): Extracted {
  try {
    const refused = refuseBytes(page.bytes, page.contentType)
    if (refused !== null) return rejected(refused)
    const html = decodePage(page.bytes, page.contentType)
    const scanned = prescan(html)
    return scanned.kind === 'refused' ? rejected(scanned.reason) : extractHtml(scanned, { html, url: page.url, rules })
  } catch {
    return rejected('unreadable')
  }
}

type Scanned = Extract<Prescanned, { kind: 'page' }>

/** A page as it came. */
interface Whole {
  readonly html: string
  readonly url: string
  readonly rules: readonly SiteRule[]
}

/** On jsdom Readability takes a time that grows with the square of an element's children. */
const mostThorough = 1_500

function extractHtml({ html, elements }: Scanned, whole: Whole): Extracted {
  const fast = attempt(() => extractFrom(fastDom(html), whole))
  // jsdom costs several times as much, so it looks only at pages in which there is something to be found.
  if (fast !== null && (fast.words > 0 || html.length <= 2000 || elements > mostThorough)) return fast.extracted
  return extractFrom(thoroughDom(html), whole).extracted
}

function extractFrom(document: Document, { html, url, rules }: Whole): { extracted: Extracted; words: number } {
  const head = readHead(document, url)
  const metadata = metadataOf(head)
  const around = surroundingsOf(head)
  // A saved file has no address but the one that the page gives itself.
  const rule = ruleFor(rules, /^https?:/.test(url) ? url : (metadata.canonicalUrl ?? ''))
  const text = textOf(bodyOf(head, metadata, rule)) || textOf(cleanParagraphs(scriptedBody(html), metadata))
  const reason = rejectionOf(metadata.title, text, around)
  if (reason !== null)
    return { extracted: rejected(isBlocked(reason, html, around) ? 'blocked' : reason), words: text.length }
  return { extracted: { kind: 'article', article: withText(head, metadata, text) }, words: text.length }
}

const textOf = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ text }) => text).join('\n\n')

function attempt<T>(run: () => T): T | null {
  try {
    return run()
  } catch {
    return null
  }
}

function rejected(reason: Rejection): Extracted {
  return { kind: 'rejected', reason }
}
