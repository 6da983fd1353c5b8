// Control characters have no place in HTML. Embedding and overriding marks (U+202A–E, U+2066–9) of one text would turn
// the words after it around; <bdi> keeps right-to-left texts apart without them.
const unwelcome = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/** A rendered page → the page without characters that act on more than their own text. */
export function htmlText(html: string): string {
  return html.replace(unwelcome, '')
}
