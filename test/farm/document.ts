import iconv from 'iconv-lite'
import { farmItem, publishedBy } from './items.ts'
import type { FarmFeed, FarmPlan } from './plan.ts'
import { contentTypes, render } from './render.ts'
import { reply } from './reply.ts'
import type { Asked } from './wire.ts'

/** What a living feed says in one round. */
export interface FeedDocument {
  readonly published: number
  readonly etag: string | null
  readonly lastModified: string | null
  readonly whole: Buffer
  readonly notModified: Buffer
}

export function feedDocument(plan: FarmPlan, feed: FarmFeed, round: number): FeedDocument {
  const published = publishedBy(plan, feed, round)
  const shown = Math.min(plan.options.itemsPerFeed, published)
  const items = Array.from({ length: shown }, (_, index) => farmItem(plan, feed, published - 1 - index))
  const home = `http://${plan.hosts[feed.host]}:${plan.port}/`
  const text = render[feed.format]({ title: `Feed ${feed.index}`, home, items })
  const version = feed.fate === 'lying' ? 'always' : published
  const etag = feed.validators.etag ? `${feed.index % 2 ? 'W/' : ''}"${feed.index}-${version}"` : null
  const lastModified = feed.validators.lastModified ? (items[0]?.publishedAt.toUTCString() ?? null) : null
  const validators = { ...(etag ? { etag } : {}), ...(lastModified ? { 'last-modified': lastModified } : {}) }
  const { contentType, body } = packed(feed, text)
  return {
    ...{ published, etag, lastModified, notModified: reply(304, validators) },
    whole: reply(200, { 'content-type': contentType, ...validators }, body),
  }
}

function packed(feed: FarmFeed, text: string): { contentType: string; body: Uint8Array } {
  if (feed.fate === 'wrong-type') return { contentType: 'text/html', body: Buffer.from(text) }
  if (feed.fate !== 'windows-1252') return { contentType: contentTypes[feed.format], body: Buffer.from(text) }
  return { contentType: 'text/xml', body: iconv.encode(text.replace('"utf-8"', '"windows-1252"'), 'windows1252') }
}

/** As RFC 9110 says, If-None-Match decides alone where it is sent. */
export function answerWith(document: FeedDocument, { etag, since }: Asked): Buffer {
  const known = etag === null ? since !== null && since === document.lastModified : etag === document.etag
  return known ? document.notModified : document.whole
}
