import { hash } from 'node:crypto'
import { parseUnseen } from '../feed/parse-unseen.ts'
import type { FeedDocument, FeedReading } from './ports.ts'

/** What a thread of the feed reader runs. */
export default async function readFeeds(documents: readonly FeedDocument[]): Promise<FeedReading[]> {
  const readings: FeedReading[] = []
  for (const document of documents) readings.push(await readFeed(document))
  return readings
}

async function readFeed({ known, ...given }: FeedDocument): Promise<FeedReading> {
  // No text decoder takes shared memory.
  const feed = { ...given, bytes: Buffer.from(given.bytes) }
  const bodyHash = hash('sha256', feed.bytes, 'hex')
  if (bodyHash === known.bodyHash) return { kind: 'same' }
  const begun = performance.now()
  const { parsed, marks, seen } = await parseUnseen(feed, { marks: new Set(known.marks.split(' ')), markOf })
  const parseMs = performance.now() - begun
  return parsed.kind === 'feed' ? { kind: 'feed', bodyHash, parsed, marks: marks.join(' '), seen, parseMs } : parsed
}

/** 66 bits: two items of one feed share a mark by chance in one of 10^17 polls. */
const markOf = (item: Uint8Array): string => hash('sha256', item, 'base64').slice(0, 11)
