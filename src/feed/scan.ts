import type { Prefixes, RootName } from './namespaces.ts'

/** What one linear pass over a document learns before a parser is allowed to build anything from it. */
export interface Scan {
  readonly kind: 'scanned'
  readonly root: RootName
  /** Offsets of the root's `<` and of its end; where it is not closed, of the end of the last whole token. */
  readonly start: number
  readonly end: number
  readonly items: number
  /** xml:base of the root (with its channel's), and of each item. */
  readonly bases: readonly string[]
  readonly itemBases: readonly (string | null)[]
  /** A text holds elements instead of escaped markup. */
  readonly inlineMarkup: boolean
  readonly prefixes: Prefixes
  /** An rss or rdf root has a channel in it. */
  readonly hasChannel: boolean
  /** A DOCTYPE in front of the root declares entities, which no parser here expands. */
  readonly declaresEntities: boolean
  /** Elements still open at the end, innermost last, as written. */
  readonly open: readonly string[]
  /** Parts that no parser may see. */
  readonly cuts: readonly Edit[]
  /** End tags to put in and to take out so that elements nest. */
  readonly nesting: readonly Edit[]
}

/** Replaces the text between two offsets. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}
