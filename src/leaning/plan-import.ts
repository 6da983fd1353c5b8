import type { RatedLeaning } from '../source/leaning.ts'
import type { RatedPages, Rating, SourceId } from '../source/source.ts'
import type { SourceIndex } from './match-sources.ts'
import type { LineFlaw, RatingLine, StatedLine } from './rating-lines.ts'

/** What holds for every line that says nothing else. */
export type FileDefaults = Omit<Rating, 'value'>

/** What the rater is known to have said. */
export interface Said {
  readonly sourceId: SourceId
  readonly validFrom: string
  readonly pages: RatedPages
  readonly value: RatedLeaning
}

export interface PlannedRating extends Rating {
  readonly sourceId: SourceId
  readonly pages: RatedPages
}

export interface ImportPlan {
  /** To be written, one a source, day and kind of pages. */
  readonly ratings: readonly PlannedRating[]
  readonly counts: {
    /** Lines that state a leaning. */
    readonly lines: number
    /** Of these, lines that name a source of the catalogue. */
    readonly matched: number
    readonly sources: number
    readonly new: number
    readonly unchanged: number
    readonly unknown: number
    /** Lines without a leaning. */
    readonly unrated: number
    readonly wrong: number
  }
  /** The first of those that the catalogue lacks, as they are written. */
  readonly unknown: readonly string[]
  /** Of the first wrong lines, in the order of lines. */
  readonly flaws: readonly LineFlaw[]
  readonly ignoredColumns: readonly string[]
}

interface Candidate {
  readonly sourceId: SourceId
  readonly line: StatedLine
  readonly validFrom: string
  readonly strength: number
}

const unknownNamed = 20
/** A file of the wrong kind is wrong in every line. */
const flawsKept = 1000

/**
 * Lines → what is to be written: each line finds its sources, the line that names a source most closely counts, and what the rater
 * is known to have said of that day otherwise is a flaw, since a correction has a later day. Keeps what a source takes, not what
 * a file does.
 */
export async function planImport(
  lines: AsyncIterable<RatingLine>,
  sources: SourceIndex,
  said: readonly Said[],
  defaults: FileDefaults,
): Promise<ImportPlan> {
  const found = new Map<string, Candidate>()
  const flaws: LineFlaw[] = []
  const unknown: string[] = []
  const counts = { lines: 0, matched: 0, unknown: 0, unrated: 0, wrong: 0 }
  let ignoredColumns: readonly string[] = []
  for await (const line of lines) {
    if (line.kind === 'header') ignoredColumns = line.ignored
    else if (line.kind === 'unrated') counts.unrated += 1
    else if (line.kind === 'wrong') {
      counts.wrong += 1
      if (flaws.length < flawsKept) flaws.push(...line.flaws)
    } else if (line.kind === 'stated') {
      counts.lines += 1
      const matched = sources.find(line.place)
      if (matched === null) {
        counts.unknown += 1
        if (unknown.length < unknownNamed) unknown.push(line.named)
        continue
      }
      counts.matched += 1
      const validFrom = line.validFrom ?? defaults.validFrom
      const problems = matched.ids.flatMap(
        (sourceId) => keepStrongest(found, { sourceId, line, validFrom, strength: matched.strength }) ?? [],
      )
      if (problems.length > 0) counts.wrong += 1
      if (flaws.length < flawsKept) flaws.push(...problems.slice(0, 1))
    }
  }
  const known = new Map(said.map((one) => [keyOf(one), one.value]))
  const fresh: PlannedRating[] = []
  let unchanged = 0
  for (const candidate of found.values()) {
    const before = known.get(keyOf({ ...candidate, pages: candidate.line.pages }))
    if (before !== undefined && before !== candidate.line.value) {
      counts.wrong += 1
      flaws.push(contradiction(candidate, before, defaults.rater))
      continue
    }
    if (before !== undefined) unchanged += 1
    fresh.push(ratingOf(candidate, defaults))
  }
  flaws.sort((one, other) => one.line - other.line || one.column - other.column)
  const rated = new Set([...found.values()].map(({ sourceId }) => sourceId))
  return {
    counts: { ...counts, sources: rated.size, new: fresh.length - unchanged, unchanged },
    ...{ ratings: fresh, unknown, flaws, ignoredColumns },
  }
}

const keyOf = ({ sourceId, validFrom, pages }: Omit<Said, 'value'>) => `${sourceId} ${validFrom} ${pages}`

function keepStrongest(found: Map<string, Candidate>, candidate: Candidate): LineFlaw | null {
  const key = keyOf({ ...candidate, pages: candidate.line.pages })
  const before = found.get(key)
  if (before === undefined || candidate.strength > before.strength) {
    found.set(key, candidate)
    return null
  }
  if (candidate.strength < before.strength || candidate.line.value === before.line.value) return null
  const { line, value } = before.line
  const message = `says ${candidate.line.value} of ${candidate.sourceId}, of which line ${line} says ${value}: keep one of them`
  return { ...candidate.line.at, message }
}

function contradiction({ line, sourceId, validFrom }: Candidate, before: RatedLeaning, rater: string): LineFlaw {
  const remedy = 'state the day of the correction with --valid-from or in a column valid_from'
  const message = `says ${line.value} of ${sourceId}, but ${rater} is known to have said ${before} on ${validFrom}: ${remedy}`
  return { ...line.at, message }
}

function ratingOf({ sourceId, line, validFrom }: Candidate, defaults: FileDefaults): PlannedRating {
  const { value, pages, confidence, method, licence } = line
  return {
    ...{ sourceId, rater: defaults.rater, value, pages, validFrom },
    confidence: confidence ?? defaults.confidence,
    method: method ?? defaults.method,
    licence: licence ?? defaults.licence,
  }
}
