import type { NotAFeedReason } from './parsed.ts'
import { readWithFeedsmith } from './read-with-feedsmith.ts'
import { readWithRssParser } from './read-with-rss-parser.ts'
import type { Reading } from './reading.ts'
import { edited, repairFeed } from './repair.ts'
import type { Scan } from './scan.ts'
import { scanFeed } from './scan-feed.ts'

/**
 * rss-parser, then feedsmith, then both again on a repaired text: the first reading that has every item the document
 * declares, else the one that has most of them. Where the scan saw what is broken, the repaired text goes before
 * feedsmith, which reads on regardless and takes one element's text for another's.
 */
export async function readXmlFeed(text: string): Promise<Reading | NotAFeedReason> {
  const scan = scanFeed(text)
  if (scan.kind === 'not-a-feed') return scan.reason
  let best: Reading | null = null
  for (const attempt of attempts(text, scan)) {
    const found = await attempt()
    if (found !== null && found.items.length >= scan.items) return found
    best = fuller(best, found)
  }
  return best ?? 'malformed'
}

type Read = (text: string, scan: Scan) => Reading | Promise<Reading>
type Attempt = () => Promise<Reading | null>

function* attempts(text: string, scan: Scan): Generator<Attempt> {
  const asWritten = parsersFor(scan).map((read) => attempt(read, text, scan))
  if (!isBroken(scan)) yield* asWritten
  else if (!scan.inlineMarkup) yield attempt(readWithRssParser, text, scan)
  const mended = repairFeed(text, scan)
  const rescan = mended === null ? null : scanFeed(mended)
  if (mended !== null && rescan?.kind === 'scanned')
    yield* parsersFor(rescan).map((read) => attempt(read, mended, rescan))
  if (isBroken(scan)) yield* asWritten
}

const isBroken = (scan: Scan) => scan.nesting.length > 0 || scan.open.length > 0 || scan.declaresEntities

/** rss-parser loses the order of elements inside a text, so a feed with inline markup is feedsmith's. */
function parsersFor(scan: Scan): readonly Read[] {
  return scan.inlineMarkup ? [readWithFeedsmith, readWithRssParser] : [readWithRssParser, readWithFeedsmith]
}

/** Whatever a parser throws says no more than that it read nothing. */
function attempt(read: Read, text: string, scan: Scan): Attempt {
  return async () => {
    try {
      const end = scan.open.length === 0 ? scan.end : text.length
      return await read(edited(text, scan.cuts, scan.start, end), scan)
    } catch {
      return null
    }
  }
}

function fuller(one: Reading | null, other: Reading | null): Reading | null {
  if (one === null || other === null) return one ?? other
  return other.items.length > one.items.length ? other : one
}
