const maxChars = 2000

/** An address as a page writes it → an absolute http(s) one; null for every other scheme and for what is too long. */
export function webAddress(address: string, base: string): string | null {
  if (address.length > maxChars || !URL.canParse(address, base)) return null
  const url = new URL(address, base)
  return /^https?:$/.test(url.protocol) && url.href.length <= maxChars ? url.href : null
}
