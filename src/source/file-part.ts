import type { Node } from 'yaml'
import type { FieldPath } from './locate.ts'

/** A piece of a file that was read by itself. */
export interface FilePart {
  readonly root: Node | null
  /** Where the text of the piece begins in the file: its nodes count from there. */
  readonly base: number
  /** What the piece is in the whole, such as `['sources', 3]`. */
  readonly path: FieldPath
}

/** Something wrong with a file: where, in which field, and what to do. */
export interface Flaw {
  readonly offset: number
  readonly path: FieldPath
  readonly message: string
}

/** A flaw whose place is told within a part, as one of the file. */
export function inFile({ base, path }: Pick<FilePart, 'base' | 'path'>, flaw: Flaw): Flaw {
  return { ...flaw, offset: base + flaw.offset, path: [...path, ...flaw.path] }
}
