/** One word or number as it stands, and whether a sentence, quotation or line begins with it. */
export interface Token {
  readonly text: string
  readonly startsSentence: boolean
  /** What stands between the token before and this one is a single space or a hyphen. */
  readonly touches: boolean
}

// Dotted initials (U.S.) and numbers with separators (11.5, 1,200) are one token; apostrophes and hyphens are not part of one.
const pattern = /(?:\p{Lu}\.){2,}|\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}_]+/gu
const sentenceBreak = /[.!?:;…"“”‘«»•|。！？\n]/u
const titleOfPerson = /^(?:mr|mrs|ms|dr|gov|sen|rep|st|gen|lt|col|sgt|capt|rev|hon|prof|jr|sr)$/i

/** Longer texts say nothing more about their event: the cap keeps hostile ones cheap. In UTF-16 units. */
const readsAtMost = 12_000

/** Text → its words and numbers in order, of the first `readsAtMost` characters. */
export function tokensOf(text: string): Token[] {
  const read = text.slice(0, readsAtMost)
  const tokens: Token[] = []
  let end = 0
  for (const match of read.matchAll(pattern)) {
    const gap = read.slice(end, match.index)
    tokens.push({ text: match[0], startsSentence: breaks(gap, tokens.at(-1)), touches: gap === ' ' || gap === '-' })
    end = match.index + match[0].length
  }
  return tokens
}

function breaks(gap: string, before: Token | undefined): boolean {
  if (before === undefined) return true
  if (!sentenceBreak.test(gap)) return false
  const abbreviation = gap === '. ' && (before.text.length === 1 || titleOfPerson.test(before.text))
  return !abbreviation
}
