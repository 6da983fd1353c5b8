const place = "\\p{Lu}[\\p{Lu} .,'’/-]{2,40}"
const region = '(?:, ?[\\p{L}. ]{2,20}?)?'
const day = '(?:,? \\p{L}{3,9}\\.? \\d{1,2})?'
const opening = '(?=["“‘(]?[\\p{Lu}\\p{N}])'
const dash = `\\s*[-–—:]{1,2}\\s*${opening}`

const datelines = [
  // PORT CALDER, March 10 (Meridian Wire) - / WASHINGTON (Reuters) —
  new RegExp(`^${place}${region}${day},? ?\\([^()\\n]{2,40}\\)${dash}`, 'u'),
  // WASHINGTON — / ASHBY CREEK, Calif. —
  new RegExp(`^${place}${region}${day}\\s+[-–—]{1,2}\\s+${opening}`, 'u'),
  // WASHINGTON—President
  new RegExp(`^\\p{Lu}[\\p{Lu} .,'’/-]{2,40}${region}[–—](?=\\p{Lu}\\p{Ll})`, 'u'),
  // Washington (CNN) — with or without the dash
  /^\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2}(?:, \p{Lu}[\p{L}. ]+?)? \((?:CNN|AP|AFP|Reuters|UPI|CNN Business)\)\s*[-–—:]*\s*/u,
  // (Reuters) -
  /^\([\p{Lu}][^()\n]{1,40}\)\s*[-–—]{1,2}\s*/u,
  /^\((?:CNN|AP|AFP|Reuters|UPI|CNNMoney|CNN Politics)\)\s*/u,
]

/** Length of the dateline at the start of a paragraph, 0 where there is none. */
export function datelineLength(paragraph: string): number {
  const start = paragraph.slice(0, 120)
  for (const dateline of datelines) {
    const length = dateline.exec(start)?.[0].length ?? 0
    if (length > 0 && length < paragraph.length) return length
  }
  return 0
}
