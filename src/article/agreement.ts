import { proseLength } from './fallback.ts'
import type { Paragraph } from './paragraphs.ts'
import { folded } from './site-names.ts'

/** Of the body that was found; a declared one that is shorter is an excerpt. */
const wholeFrom = 0.6
const spanChars = 30
/** Characters times paragraphs: looking for more takes seconds, and no article has them. */
const mostToSearch = 2e9

/**
 * Two witnesses to one body: where the page declares its text in full (JSON-LD articleBody), a found paragraph of which neither the
 * beginning nor the end stands in that is a caption, a box or a request, and goes.
 */
export function agreed(body: readonly Paragraph[], declared: readonly Paragraph[]): readonly Paragraph[] {
  if (proseLength(declared) < wholeFrom * proseLength(body)) return body
  const said = folded(declared.map(({ text }) => text).join(' '))
  if (said.length * body.length > mostToSearch) return body
  const isBacked = ({ text }: Paragraph) => {
    const own = folded(text)
    return said.includes(own.slice(0, spanChars)) || said.includes(own.slice(-spanChars))
  }
  const isHeading = ({ tag }: Paragraph) => /^H[1-6]$/.test(tag)
  const backed = body.filter((paragraph, at) => {
    // Declared texts tend to leave headings out: one goes with what stands below it.
    const below = isHeading(paragraph) ? body.slice(at + 1).find((later) => !isHeading(later)) : undefined
    return isBacked(below ?? paragraph)
  })
  // What agrees on little is the text of something else.
  return proseLength(backed) < wholeFrom * proseLength(body) ? body : backed
}
