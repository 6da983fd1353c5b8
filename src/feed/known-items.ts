/** A feed document without the items that its last poll had word for word. */
export interface Shortened {
  readonly text: string
  /** Of every item in the document, known or not; what the next poll is told. */
  readonly fingerprints: readonly string[]
}

// A feed with more is parsed whole: its fingerprints would weigh more than what they save.
const maxItems = 500
const begin = /<(item|entry)(?=[\s>])/g

/**
 * Takes the items out of an RSS or Atom document that `known` has: between two polls most stay as they were, and parsing is
 * most of what a poll costs. Null where the document's items cannot be told apart surely by their tags alone (a tag within
 * CDATA or a comment, items in items, none at all); then it is to be parsed whole.
 */
export function withoutKnownItems(text: string, known: ReadonlySet<string>): Shortened | null {
  const fingerprints: string[] = []
  const kept: string[] = []
  let end = 0
  for (const item of itemsOf(text)) {
    if (item === null || fingerprints.length === maxItems) return null
    const fingerprint = fingerprintOf(text.slice(item.start, item.end))
    fingerprints.push(fingerprint)
    kept.push(text.slice(end, known.has(fingerprint) ? item.start : item.end))
    end = item.end
  }
  kept.push(text.slice(end))
  return fingerprints.length === 0 ? null : { text: kept.join(''), fingerprints }
}

/** Spans of the items one after the other; null in place of the first that is in doubt. */
function* itemsOf(text: string): Generator<{ readonly start: number; readonly end: number } | null> {
  begin.lastIndex = 0
  let last = 0
  for (let tag = begin.exec(text); tag !== null; tag = begin.exec(text)) {
    const close = `</${tag[1]}>`
    const at = text.indexOf(close, begin.lastIndex)
    const end = at + close.length
    if (at < 0 || !isWhole(text.slice(last, tag.index)) || !isWhole(text.slice(tag.index, end), tag[1]))
      return yield null
    yield { start: tag.index, end }
    last = end
    begin.lastIndex = end
  }
  if (!isWhole(text.slice(last))) yield null
}

/** Every CDATA section and comment that begins here ends here, and no second item begins. */
function isWhole(part: string, name?: string): boolean {
  return (
    count(part, '<![CDATA[') === count(part, ']]>') &&
    count(part, '<!--') === count(part, '-->') &&
    (name === undefined || count(part, `<${name}`) - count(part, `<${name}:`) <= 1)
  )
}

function count(text: string, word: string): number {
  let found = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found += 1
  return found
}

/** cyrb53 (public domain): 53 bits, in base 36. Two items of one feed share one by chance in 1 of 10^12 polls. */
function fingerprintOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36)
}
