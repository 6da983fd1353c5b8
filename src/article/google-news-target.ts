/**
 * `news.google.com/rss/articles/CBMi…`: base64 of a protocol buffer whose field 4 is the page's address. Since 2024 the
 * field holds a token that only Google can resolve; null for those.
 */
export function googleNewsTarget({ hostname, pathname }: URL): string | null {
  if (hostname !== 'news.google.com') return null
  const id = /^\/(?:__i\/)?(?:rss\/)?(?:rd\/)?(?:articles|read)\/([\w-]{8,4000})=*$/.exec(pathname)?.[1]
  return id === undefined ? null : addressIn(Buffer.from(id, 'base64url'))
}

const addressTag = (4 << 3) | 2

/** Field 4 stands within the first bytes, behind small numbers; its length is a varint of one or two bytes. */
function addressIn(bytes: Buffer): string | null {
  const tag = bytes.subarray(0, 8).indexOf(addressTag)
  const low = bytes[tag + 1]
  if (tag < 0 || low === undefined) return null
  const isLong = low >= 0x80
  const length = isLong ? (low & 0x7f) + ((bytes[tag + 2] ?? 0) << 7) : low
  const start = tag + (isLong ? 3 : 2)
  const address = bytes.subarray(start, start + length)
  return address.length === length && /^https?:\/\/[\x21-\x7e]+$/.test(address.toString('latin1'))
    ? address.toString('latin1')
    : null
}
