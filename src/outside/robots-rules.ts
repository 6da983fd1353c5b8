import robotsParser from 'robots-parser/index.js'

export interface RobotsRules {
  allow(url: string, userAgent: string): boolean
  /** Rest between requests, at most `crawlDelayMsAtMost`; 0 where none is asked. */
  crawlDelayMs(userAgent: string): number
  /** Rough size in memory, in characters. */
  readonly weight: number
}

/** RFC 9309 asks for 500 KiB at least; what follows is not read, as with other crawlers. */
export const robotsBytesRead = 512_000
/** More would be a refusal by other means: a host's fifty new pages would take an hour, with fetches waiting for them. */
export const crawlDelayMsAtMost = 60_000
// The parser's matching costs pattern × path: 500 kB of wildcards took 32 s on one URL. Real files have a few kB of them.
const wildcardCharsAtMost = 32_000
const pathCharsAtMost = 2_000

export const allowsEverything: RobotsRules = { allow: () => true, crawlDelayMs: () => 0, weight: 0 }

/**
 * The robots.txt at `url` → its rules. A file too costly to judge forbids everything, as does a path of more than 2,000
 * characters under any rules.
 */
export function rulesFrom(url: string, bytes: Uint8Array): RobotsRules {
  const text = linesThatRule(new TextDecoder().decode(bytes.subarray(0, robotsBytesRead)))
  if (text === '') return allowsEverything
  if (wildcardChars(text) > wildcardCharsAtMost) return { ...allowsEverything, allow: () => false }
  // Kept as text and parsed when asked: parsed rules of ten thousand hosts take three times the memory, parsing a tenth of a millisecond.
  return {
    allow(page, userAgent) {
      const { pathname, search } = new URL(page)
      if (pathname.length + search.length > pathCharsAtMost) return false
      return robotsParser(url, text).isAllowed(page, userAgent) !== false
    },
    crawlDelayMs: (userAgent) => boundedDelayMs(robotsParser(url, text).getCrawlDelay(userAgent)),
    weight: text.length,
  }
}

function boundedDelayMs(seconds: number | undefined): number {
  return seconds !== undefined && seconds > 0 ? Math.min(seconds * 1000, crawlDelayMsAtMost) : 0
}

function linesThatRule(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.replace(/#.*/, '').trim())
  return lines.filter((line) => /^(?:user-agent|allow|disallow|crawl-delay)\s*:/i.test(line)).join('\n')
}

function wildcardChars(text: string): number {
  const lines = text.split('\n').filter((line) => line.includes('*'))
  return lines.reduce((sum, line) => sum + line.length, 0)
}
