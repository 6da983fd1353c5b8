import type { Flaw } from './file-part.ts'
import type { Whereabouts } from './find-repeats.ts'
import type { Raters, Source } from './source.ts'

/** Of fewer feeds than this a quarter is two or three: whoever begins a catalogue may guess. */
const fewFeeds = 20
const mostUnverified = 0.25

export interface Untidy extends Whereabouts {
  readonly raterFlaw: (rater: string, message: string) => Flaw
}

/** What a sound catalogue should mend all the same: sources out of order, raters that rate nobody, too many guesses. */
export function findUntidy(sources: readonly Source[], raters: Raters, places: Untidy): Flaw[] {
  return [...unusedRaters(sources, raters, places), ...outOfOrder(sources, places), ...unverified(sources, places)]
}

function unusedRaters(sources: readonly Source[], raters: Raters, { raterFlaw }: Untidy): Flaw[] {
  const used = new Set(
    sources.flatMap(({ ratings, opinion }) => [...ratings, ...(opinion?.ratings ?? [])].map(({ rater }) => rater)),
  )
  return Object.keys(raters)
    .filter((rater) => !used.has(rater))
    .map((rater) => raterFlaw(rater, `rater "${rater}" rates no outlet: remove it, or rate by it`))
}

function outOfOrder(sources: readonly Source[], { flawAt, lineOf }: Untidy): Flaw[] {
  const ids = sources.map(({ id }) => id)
  const kept = longestAscending(ids)
  const sorted = [...kept].map((index) => ({ source: index, path: ['id'], text: ids[index] ?? '' }))
  return ids.flatMap((text, source) => {
    if (kept.has(source)) return []
    const next = sorted.find((spot) => spot.text > text)
    const where = next
      ? `move this outlet before "${next.text}" on line ${lineOf(next)}`
      : 'move this outlet to the end'
    return [flawAt({ source, path: ['id'], text }, `id "${text}" is out of order: ${where}`)]
  })
}

function unverified(sources: readonly Source[], { flawAt }: Untidy): Flaw[] {
  const feeds = sources.flatMap((source, at) => source.feeds.map((feed, index) => ({ feed, at, index })))
  const guesses = feeds.filter(({ feed }) => feed.unverified)
  const [first] = guesses
  if (!first || feeds.length < fewFeeds || guesses.length <= feeds.length * mostUnverified) return []
  const spot = { source: first.at, path: ['feeds', first.index], text: first.feed.url }
  const said = `${guesses.length} of ${feeds.length} feeds are unverified, from this one on`
  return [flawAt(spot, `${said}: check them with sources test until at most a quarter is`)]
}

/** The indices of a longest ascending run with gaps: what need not move for all to be in order. */
function longestAscending(texts: readonly string[]): Set<number> {
  const ends: number[] = []
  const before = texts.map((text, index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((texts[ends[middle] ?? 0] ?? '') < text) low = middle + 1
      else high = middle
    }
    ends[low] = index
    return ends[low - 1]
  })
  const kept = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at)
  return new Set([...kept].reverse())
}
