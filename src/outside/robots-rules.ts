import robotsParser from 'robots-parser/index.js'

export interface RobotsRules {
  allow(url: string, userAgent: string): boolean
  /** Rough size in memory, in characters. */
  readonly weight: number
}

// The parser's matching costs pattern × path: 500 kB of wildcards took 32 s on one URL. Real files have a few kB of them.
const wildcardCharsAtMost = 32_000
const pathCharsAtMost = 2_000

/**
 * Text of the robots.txt at `url` → its rules. A file too costly to judge forbids everything, as does a path of more than
 * 2,000 characters under any rules.
 */
export function rulesFrom(url: string, text: string): RobotsRules {
  if (wildcardChars(text) > wildcardCharsAtMost) return { allow: () => false, weight: 0 }
  const robots = robotsParser(url, text)
  return {
    allow(page, userAgent) {
      const { pathname, search } = new URL(page)
      return pathname.length + search.length <= pathCharsAtMost && robots.isAllowed(page, userAgent) !== false
    },
    weight: text.length,
  }
}

function wildcardChars(text: string): number {
  const lines = text.split(/[\r\n]+/).filter((line) => line.includes('*'))
  return lines.reduce((sum, line) => sum + line.length, 0)
}
