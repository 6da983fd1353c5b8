import { catalogueSchema, sourceSchema, type WrittenSource } from './catalogue-schema.ts'
import { explainIssue } from './explain-issue.ts'
import { type FilePart, type Flaw, inFile } from './file-part.ts'
import { findRepeats, type Spot } from './find-repeats.ts'
import { findUntidy } from './find-untidy.ts'
import { fieldName, keyOffsetAt, offsetAt } from './locate.ts'
import { nearest } from './nearest.ts'
import { placesIn } from './places.ts'
import { type ReadCatalogue, type ReadPart, readCatalogue } from './read-catalogue.ts'
import { ownOwner, resolveSource, undeclaredRaters } from './resolve-source.ts'
import type { Raters, Source } from './source.ts'

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
  | {
      readonly kind: 'catalogue'
      readonly raters: Raters
      readonly sources: readonly Source[]
      /** What can be lived with and should be mended: `sources check` refuses it, a running process does not. */
      readonly untidy: readonly CatalogueProblem[]
    }
  | { readonly kind: 'invalid'; readonly problems: readonly CatalogueProblem[] }

/** The text of sources.yaml → its sources, or every mistake in it, in file order. `file` is the name to report. */
export function parseCatalogue(text: string, file: string): ParsedCatalogue {
  const read = readCatalogue(text)
  const { raters, flaws: around } = checkFrame(read.frame)
  const checked = Array.from({ length: read.count }, (_, index) => checkSource(read.source(index), raters))
  const places = whereabouts(text, read)
  const repeats = findRepeats(
    checked.map(({ value }) => value),
    places,
  )
  const flaws = [...around, ...checked.flatMap((source) => source.flaws), ...repeats]
  if (flaws.length > 0) return { kind: 'invalid', problems: problemsAt(flaws, text, file) }
  const sources = resolved(
    checked.flatMap(({ written }) => written ?? []),
    raters,
  )
  const untidy = problemsAt(findUntidy(sources, raters, places), text, file)
  return { kind: 'catalogue', raters, sources, untidy }
}

function checkFrame(frame: ReadPart): { raters: Raters; flaws: readonly Flaw[] } {
  if (frame.kind === 'unreadable') return { raters: {}, flaws: frame.flaws }
  const { data, error } = catalogueSchema.safeParse(frame.value, { reportInput: true })
  const issues = error?.issues.flatMap((issue) => explainIssue(issue, frame.part)) ?? []
  return { raters: data?.raters ?? declaredIn(frame.value), flaws: [...frame.flaws, ...issues] }
}

/** Of raters that are not declared as they should be, at least the names, so that sources may use them. */
function declaredIn(value: unknown): Raters {
  return catalogueSchema.shape.raters.safeParse(Object(value).raters).data ?? Object(Object(value).raters)
}

interface CheckedSource {
  readonly value?: unknown
  readonly written?: WrittenSource
  readonly flaws: readonly Flaw[]
}

function checkSource(read: ReadPart, raters: Raters): CheckedSource {
  if (read.kind === 'unreadable') return { flaws: read.flaws }
  const { value, part } = read
  const { data, error } = sourceSchema.safeParse(value, { reportInput: true })
  if (data) return { value, written: data, flaws: [...read.flaws, ...undeclared(data, raters, part)] }
  return { value, flaws: [...read.flaws, ...error.issues.flatMap((issue) => explainIssue(issue, part))] }
}

function undeclared(written: WrittenSource, raters: Raters, part: FilePart): Flaw[] {
  return undeclaredRaters(written, raters).map((path) => {
    const rater = String(path.at(-1))
    const meant = nearest(rater, Object.keys(raters))
    const remedy = meant ? `did you mean "${meant}"?` : 'declare it there, or state the rating in full'
    const message = `rater "${rater}" is not declared under raters: ${remedy}`
    return inFile(part, { offset: keyOffsetAt(part.root, path), path, message })
  })
}

function resolved(written: readonly WrittenSource[], raters: Raters): Source[] {
  const names = new Map<string, number>()
  for (const { name, owner } of written) if (owner === undefined) names.set(name, (names.get(name) ?? 0) + 1)
  return written.map((source) =>
    resolveSource(source, raters, source.owner ?? ownOwner(source, (names.get(source.name) ?? 0) > 1)),
  )
}

function whereabouts(text: string, read: ReadCatalogue) {
  let placeOf: ReturnType<typeof placesIn> | undefined
  const offsetOf = ({ source, path }: Spot) => {
    const again = read.source(source)
    return again.kind === 'read' ? again.part.base + offsetAt(again.part.root, path) : 0
  }
  return {
    flawAt: (spot: Spot, message: string): Flaw => ({
      offset: offsetOf(spot),
      path: ['sources', spot.source, ...spot.path],
      message,
    }),
    lineOf: (spot: Spot) => {
      placeOf ??= placesIn(text)
      return placeOf(offsetOf(spot)).line
    },
    raterFlaw: (rater: string, message: string): Flaw => {
      const path = ['raters', rater]
      const root = read.frame.kind === 'read' ? read.frame.part.root : null
      return { offset: keyOffsetAt(root, path), path, message }
    },
  }
}

function problemsAt(flaws: readonly Flaw[], text: string, file: string): CatalogueProblem[] {
  if (flaws.length === 0) return []
  const placeOf = placesIn(text)
  return flaws
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, path, message }) => ({ file, ...placeOf(offset), field: fieldName(path), message }))
}
