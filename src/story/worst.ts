import type { ArticleId } from '../article/article.ts'
import { type Judged, pairsOf } from './evaluate.ts'

/** The articles of a story that one story of the other clustering holds, in the order in which they were found. */
export interface Part {
  readonly story: string
  readonly articles: readonly ArticleId[]
}

/** A story of one clustering whose articles stand in several stories of the other. */
export interface Scattered {
  readonly story: string
  readonly articles: number
  /** Pairs of its articles that the other clustering keeps apart. */
  readonly pairs: number
  /** The largest first. */
  readonly parts: readonly Part[]
}

/** Gold stories that were found in pieces: those that lose most pairs first, at most `limit`. */
export function worstSplits(rows: readonly Judged[], limit: number): Scattered[] {
  return scattered(rows, 'gold', 'found').slice(0, limit)
}

/** Found stories that draw together what gold keeps apart: those with most foreign pairs first, at most `limit`. */
export function worstMerges(rows: readonly Judged[], limit: number): Scattered[] {
  return scattered(rows, 'found', 'gold').slice(0, limit)
}

type Side = 'found' | 'gold'

function scattered(rows: readonly Judged[], whole: Side, pieces: Side): Scattered[] {
  const stories = [...grouped(rows, whole)].map(([story, members]) => scatteredOver(story, members, pieces))
  return (
    stories
      .filter((story) => story.pairs > 0)
      // The sort is stable: ties stay in the order in which they were found.
      .sort((a, b) => b.pairs - a.pairs || b.parts.length - a.parts.length)
  )
}

function scatteredOver(story: string, members: readonly Judged[], pieces: Side): Scattered {
  const parts = [...grouped(members, pieces)]
    .map(([piece, rows]) => ({ story: piece, articles: rows.map((row) => row.id) }))
    .sort((a, b) => b.articles.length - a.articles.length)
  const kept = parts.reduce((total, part) => total + pairsOf(part.articles.length), 0)
  return { story, articles: members.length, pairs: pairsOf(members.length) - kept, parts }
}

function grouped(rows: readonly Judged[], side: Side): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>()
  for (const row of rows) {
    const group = groups.get(row[side])
    if (group === undefined) groups.set(row[side], [row])
    else group.push(row)
  }
  return groups
}
