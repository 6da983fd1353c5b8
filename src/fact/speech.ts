const marked = /“([^“”]+)”|"([^"]+)"/g
const fewestWords = 4

/** Passages between quotation marks that are somebody's sentence; fewer words may be a single term that is set apart. */
export function passagesIn(text: string): readonly string[] {
  const found = [...text.matchAll(marked)].map((match) => (match[1] ?? match[2] ?? '').trim())
  return found.filter((passage) => passage.split(/\s+/).length >= fewestWords)
}
