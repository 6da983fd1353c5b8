import type { Reading } from '../fact/readings.ts'

/** Pieces of independent reporting among articles. */
export function ownersOf(members: readonly Reading[]): number {
  return new Set(members.map((member) => member.group)).size
}
