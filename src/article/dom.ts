/// <reference lib="dom" />
import { createRequire } from 'node:module'
import { parseHTML } from 'linkedom'

const headTags = new Set(['BASE', 'LINK', 'META', 'NOSCRIPT', 'SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE'])
const requireModule = createRequire(import.meta.url)

/** HTML → a DOM with exactly the html, head and body that a browser would have. Throws what linkedom throws. */
export function fastDom(html: string): Document {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`
  const { document } = parseHTML(whole.replace(/^[^<]+/, ''))
  addMissingParts(document)
  return document
}

/**
 * The same by jsdom: slower and heavier, but it parses what linkedom cannot. Runs no script and loads nothing, which is
 * jsdom's default and stays so.
 */
export function thoroughDom(html: string): Document {
  const { JSDOM, VirtualConsole } = requireModule('jsdom') as typeof import('jsdom')
  // A console without listeners: jsdom prints every stylesheet that it cannot read.
  return new JSDOM(html, { virtualConsole: new VirtualConsole() }).window.document
}

function addMissingParts(document: Document): void {
  const html = document.documentElement
  const body = html.querySelector('body') ?? html.appendChild(document.createElement('body'))
  const head = html.querySelector('head') ?? html.insertBefore(document.createElement('head'), html.firstChild)
  const strays = [...head.childNodes, ...html.childNodes].filter((node) => isStray(node, head, body))
  body.prepend(...strays)
}

function isStray(node: Node, head: Element, body: Element): boolean {
  if (node === head || node === body) return false
  if (node.nodeType === 3) return node.textContent?.trim() !== ''
  return node.nodeType === 1 && !headTags.has(node.nodeName.toUpperCase())
}
