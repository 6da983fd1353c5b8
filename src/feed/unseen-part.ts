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

/** Null where it is not certain where items begin and end. */
export function unseenPart(bytes: Uint8Array, seen: SeenItems): UnseenPart | null {
  const document = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const spans = itemSpans(document, 'item') ?? itemSpans(document, 'entry')
  if (spans === null) return null
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

/**
 * Where elements of a name stand, found by their tags alone: in ASCII and all that extends it, UTF-8 and the old charsets,
 * a `<` is a `<`. Null where there is none, or where a tag may be text: inside CDATA, a comment or another item.
 */
function itemSpans(document: Buffer, name: string): Span[] | null {
  const endTag = `</${name}>`
  const spans: Span[] = []
  let at = 0
  for (;;) {
    const start = startOf(document, name, at)
    if (start < 0) return spans.length === 0 ? null : spans
    const end = document.indexOf(endTag, start) + endTag.length
    if (end < start) return null
    const item = document.subarray(start, end)
    if (!closesWhatItOpens(document.subarray(at, start)) || !closesWhatItOpens(item)) return null
    if (startOf(item, name, 1) >= 0) return null
    spans.push({ start, end })
    at = end
  }
}

/** The next `<item>` or `<item …>`; `<items>` is another element. */
function startOf(document: Buffer, name: string, from: number): number {
  const tag = `<${name}`
  let at = document.indexOf(tag, from)
  while (at >= 0 && !/[\s/>]/.test(String.fromCharCode(document[at + tag.length] ?? 0))) {
    at = document.indexOf(tag, at + 1)
  }
  return at
}

function closesWhatItOpens(part: Buffer): boolean {
  return part.lastIndexOf('<![CDATA[') <= part.lastIndexOf(']]>') && part.lastIndexOf('<!--') <= part.lastIndexOf('-->')
}
