/** A document without the items that were seen before. */
export interface UnseenPart {
  readonly bytes: Uint8Array
  readonly items: number
  /** Marks of all its items, seen or not, in their order. */
  readonly marks: readonly string[]
}

export interface SeenItems {
  readonly marks: ReadonlySet<string>
  /** Names an item by its bytes: a hash. */
  readonly markOf: (item: Uint8Array) => string
}

// A feed of more items is parsed whole each time: remembering them would weigh more than it saves.
const mostMarked = 500

/** Null where it is not certain where items begin and end. */
export function unseenPart(bytes: Uint8Array, seen: SeenItems): UnseenPart | null {
  const document = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // A character a byte: in ASCII and in all that extends it, UTF-8 and the old charsets, a tag's bytes are a tag.
  const text = document.toString('latin1')
  const spans = itemSpans(text, 'item') ?? itemSpans(text, 'entry')
  if (spans === null || spans.length > mostMarked) return null
  const marks = spans.map(({ start, end }) => seen.markOf(document.subarray(start, end)))
  const parts: Buffer[] = []
  let at = 0
  let items = 0
  for (const [index, { start, end }] of spans.entries()) {
    const isSeen = seen.marks.has(marks[index] ?? '')
    parts.push(document.subarray(at, isSeen ? start : end))
    if (!isSeen) items += 1
    at = end
  }
  parts.push(document.subarray(at))
  return { bytes: Buffer.concat(parts), items, marks }
}

interface Span {
  readonly start: number
  readonly end: number
}

const tags = {
  item: /<(?:!\[CDATA\[|!--|item(?=[\s/>])|\/item>)/g,
  entry: /<(?:!\[CDATA\[|!--|entry(?=[\s/>])|\/entry>)/g,
}
const endOf = new Map([
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
])

/** Where elements of a name stand; null where there is none, or one of them is not closed before the next begins. */
function itemSpans(document: string, name: keyof typeof tags): Span[] | null {
  const tag = tags[name]
  tag.lastIndex = 0
  const spans: Span[] = []
  let start = -1
  for (let found = tag.exec(document); found !== null; found = tag.exec(document)) {
    const [written] = found
    const hidden = endOf.get(written)
    if (hidden !== undefined) {
      const end = document.indexOf(hidden, tag.lastIndex)
      if (end < 0) return null
      tag.lastIndex = end + hidden.length
    } else if (written.startsWith('</')) {
      if (start < 0) return null
      spans.push({ start, end: tag.lastIndex })
      start = -1
    } else {
      if (start >= 0) return null
      start = found.index
    }
  }
  return start >= 0 || spans.length === 0 ? null : spans
}
