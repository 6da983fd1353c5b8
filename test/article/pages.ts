import { extractArticle } from '../../src/article/extract.ts'
import type { Extracted, ExtractedArticle } from '../../src/article/extracted.ts'

/** Paragraphs of an article as an outlet would print it: 150 words and more together. */
export const prose = [
  'The harbour authority raised its berth fees by twelve percent on Tuesday, the first increase in nine years, after a vote that divided the council along familiar lines.',
  'Shipping companies had asked for a delay until the autumn, arguing that contracts for the summer season were signed long ago and cannot be changed at short notice.',
  'The authority replied that the dredging of the northern channel, which has cost more than forty million since January, leaves it without any other source of money.',
  'Dock workers welcomed the decision because part of the income is to pay for the cranes that they have called unsafe since two men were injured there in the winter.',
  'Economists at the local university expect prices in the shops to rise by no more than a tenth of a percent, and much less if the smaller lines absorb the fees themselves.',
  'The new rates take effect on the first of June and will be reviewed after two years by a commission that the council has yet to appoint.',
] as const

export const proseText = prose.join('\n\n')

export const paragraphs = prose.map((text) => `<p>${text}</p>`).join('\n')

/** A page with this head and this body, in English. */
export function pageOf(head: string, body: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
}

/** An ordinary article, with more in its head or beside its text. */
export function articlePage({ head = '', before = '', after = '' } = {}): string {
  const plain = head.includes('<title>') ? head : `<title>Harbour raises fees</title>${head}`
  return pageOf(plain, `<article><h1>Harbour raises fees</h1>${before}${paragraphs}${after}</article>`)
}

export function extracted(page: string | Uint8Array, contentType: string | null = 'text/html'): Extracted {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page
  return extractArticle({ url: 'https://www.harbour-post.example/2026/fees', contentType, bytes })
}

/** What is expected to be an article. Throws the reason where it is none. */
export function articleOf(page: string | Uint8Array, contentType?: string | null): ExtractedArticle {
  const result = extracted(page, contentType)
  if (result.kind === 'rejected') throw new Error(`rejected: ${result.reason}`)
  return result.article
}

export const jsonLd = (object: object) => `<script type="application/ld+json">${JSON.stringify(object)}</script>`
