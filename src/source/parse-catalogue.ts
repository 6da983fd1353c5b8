import { LineCounter } from 'yaml'
import { catalogueSchema } from './catalogue-schema.ts'
import { explainIssue } from './explain-issue.ts'
import { findRepeats } from './find-repeats.ts'
import { fieldName } from './locate.ts'
import { type Flaw, readYaml } from './read-yaml.ts'
import type { Source } from './source.ts'

/** One mistake in a file, for the person who wrote it. Lines and columns count from 1. */
export interface CatalogueProblem {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Such as `sources[3].feeds[0].url`; `(file)` for the file as a whole. */
  readonly field: string
  /** What is wrong and what to do about it. */
  readonly message: string
}

export type ParsedCatalogue =
  | { readonly kind: 'catalogue'; readonly sources: readonly Source[] }
  | { readonly kind: 'invalid'; readonly problems: readonly CatalogueProblem[] }

/** The text of sources.yaml → its sources, or every mistake in it, in file order. `file` is the name to report. */
export function parseCatalogue(text: string, file: string): ParsedCatalogue {
  const lines = new LineCounter()
  const read = readYaml(text, lines)
  if (read.kind === 'unreadable') return invalid(read.flaws, lines, file)
  const parsed = catalogueSchema.safeParse(read.value, { reportInput: true })
  const issues = parsed.error?.issues.flatMap((issue) => explainIssue(issue, read.root)) ?? []
  const repeats = findRepeats(read.root, (offset) => position(lines, offset).line)
  const flaws = [...read.flaws, ...issues, ...repeats]
  return parsed.success && flaws.length === 0
    ? { kind: 'catalogue', sources: parsed.data.sources }
    : invalid(flaws, lines, file)
}

function invalid(flaws: readonly Flaw[], lines: LineCounter, file: string): ParsedCatalogue {
  const inFileOrder = [...flaws].sort((a, b) => a.offset - b.offset)
  const problems = inFileOrder.map(({ offset, path, message }) => {
    return { file, ...position(lines, offset), field: fieldName(path), message }
  })
  return { kind: 'invalid', problems }
}

// The counter knows no lines in an empty file and answers 0.
function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}
