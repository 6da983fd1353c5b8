import { bodyOf } from './body.ts'
import { decodePage } from './decode-page.ts'
import { fastDom, thoroughDom } from './dom.ts'
import type { Extracted, Page, Rejection } from './extracted.ts'
import { readHead } from './head.ts'
import { metadataOf, withText } from './metadata.ts'
import { prescan, refuseBytes } from './prescan.ts'
import { rejectionOf, surroundingsOf } from './rejection.ts'

/**
 * bytes → text → tags counted → DOM → what the page says of itself → its body → article or rejection.
 * Never throws: what no step foresaw is `unreadable`. May be slow on hostile pages and so belongs into a worker.
 */
export function extractArticle(page: Page): Extracted {
  try {
    const refused = refuseBytes(page.bytes, page.contentType)
    if (refused !== null) return rejected(refused)
    const html = decodePage(page.bytes, page.contentType)
    const unfit = prescan(html)
    return unfit === null ? extractHtml(html, page.url) : rejected(unfit)
  } catch {
    return rejected('unreadable')
  }
}

function extractHtml(html: string, url: string): Extracted {
  const fast = attempt(() => extractFrom(fastDom(html), url))
  // jsdom costs several times as much, so it looks only at pages in which there is something to be found.
  const looksEmpty = fast === null || (fast.words === 0 && html.length > 2000)
  return looksEmpty ? extractFrom(thoroughDom(html), url).extracted : fast.extracted
}

function extractFrom(document: Document, url: string): { extracted: Extracted; words: number } {
  const head = readHead(document, url)
  const metadata = metadataOf(head)
  const around = surroundingsOf(head)
  const text = bodyOf(head, metadata)
    .map((paragraph) => paragraph.text)
    .join('\n\n')
  const reason = rejectionOf(metadata.title, text, around)
  if (reason !== null) return { extracted: rejected(reason), words: text.length }
  return { extracted: { kind: 'article', article: withText(head, metadata, text) }, words: text.length }
}

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
