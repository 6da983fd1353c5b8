import { Readability } from '@mozilla/readability'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'

/** The main text as Mozilla's Readability finds it; empty where it finds none. Takes the document apart. */
export function readableParagraphs(document: Document): Paragraph[] {
  try {
    const found = new Readability<Node>(document, { serializer: (node) => node, disableJSONLD: true }).parse()
    return found?.content ? paragraphsOf(found.content) : []
  } catch {
    // It throws on documents that lose their body while it looks for one; the fallbacks read those.
    return []
  }
}
