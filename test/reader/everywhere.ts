import { type BundleDocument, bundleDocumentSchema } from '../../src/bundle/document.ts'
import { levyDocument } from '../api/written-bundles.ts'

// What our own code chooses: closed lists, and ids that tie the parts of a document together.
const ours = new Set(['basis', 'leaning', 'side', 'because', 'id', 'article', 'story'])

/** The document with one text in the place of everything that feeds, pages and models can fill. */
export function everywhere(text: string, url: string): BundleDocument {
  const replaced = JSON.stringify(levyDocument, (key, value) => {
    const isMember = /^\d+$/.test(key)
    if (typeof value !== 'string' || isMember || ours.has(key)) return value
    return key === 'url' ? url : text
  })
  return bundleDocumentSchema.parse(JSON.parse(replaced))
}
