import { isDeepStrictEqual } from 'node:util'
import type { BundleDocument } from './document.ts'

/**
 * Whether two bundles of a story say the same to whoever reads them, in words, evidence and figures. What was tried and refused
 * on the way is not read.
 */
export function readsTheSame(one: BundleDocument, other: BundleDocument): boolean {
  return isDeepStrictEqual(read(one), read(other))
}

/** As it comes back from the database: without members that are undefined. */
function read({ dropped: _dropped, writer, ...document }: BundleDocument): unknown {
  const { base, ...coverage } = document.coverage
  // Between which hours sources were watched changes with the clock; whom it counts is read.
  const counted = { ...coverage, sides: base?.sides }
  return JSON.parse(JSON.stringify({ ...document, coverage: counted, model: writer?.model, written: writer?.written }))
}
