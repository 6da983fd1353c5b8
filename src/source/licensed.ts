import type { SourceId } from './source.ts'

/** The sources whose text the operator may mine although their pages reserve it, or all of them. */
export type Licensed = 'all' | ReadonlySet<SourceId>

export const nobodyLicensed: Licensed = new Set()

export const isLicensed = (licensed: Licensed, id: SourceId) => licensed === 'all' || licensed.has(id)
