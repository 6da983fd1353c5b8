const marked = /“([^“”]+)”|"([^"]+)"/g
const fewestWords = 4

/** Passages between quotation marks that are somebody's sentence; fewer words may be a single term that is set apart. */
export function passagesIn(text: string): readonly string[] {
  const found = [...text.matchAll(marked)].map((match) => (match[1] ?? match[2] ?? '').trim())
  return found.filter((passage) => passage.split(/\s+/).length >= fewestWords)
}

/** The text with such passages taken out: what it says itself. */
export function withoutPassages(text: string): string {
  return passagesIn(text).reduce((left, passage) => left.replace(passage, ''), text)
}

const saying =
  /\b(?:said|says?|told|tells|added|adds|warned|warns|argued|argues|wrote|writes|replied|replies|asked|asks|tweeted|insisted|insists|declared|explained|noted|stated|recalled|continued|responded|claimed|claims|according)\b/i

/** Does the sentence give what it says, or a part of it, as somebody's words? */
export function isAttributed(text: string): boolean {
  return saying.test(text) || passagesIn(text).length > 0
}
