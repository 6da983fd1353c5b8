import { loadedIn } from '../fact/loaded-words.ts'

/** Words that judge, of so many words that outlets write themselves. */
export interface LoadedShare {
  readonly loaded: number
  readonly words: number
}

/** A group's language against that of its whole story. */
export interface Loadedness {
  readonly members: LoadedShare
  readonly story: LoadedShare
}

/** Standard errors by which a group's share must be above the others': one in forty by chance. */
const certain = 1.96
/** Fewer words that judge may be one turn of phrase. */
const fewest = 3

/** Null unless the members' own words, without quotations, judge more than the others' by more than chance gives. */
export function loadednessOf(members: readonly LoadedShare[], others: readonly LoadedShare[]): Loadedness | null {
  const [inside, outside, story] = [sumOf(members), sumOf(others), sumOf([...members, ...others])]
  if (outside.words === 0 || inside.loaded < fewest) return null
  const error = Math.sqrt((story.loaded / story.words) * (1 / inside.words + 1 / outside.words))
  const above = inside.loaded / inside.words - outside.loaded / outside.words
  return above > certain * error ? { members: inside, story } : null
}

function sumOf(shares: readonly LoadedShare[]): LoadedShare {
  const sum = (part: keyof LoadedShare) => shares.reduce((total, share) => total + share[part], 0)
  return { loaded: sum('loaded'), words: sum('words') }
}

/** Of an article's own words, see `writtenWords`. */
export function loadedShareOf(words: readonly string[]): LoadedShare {
  return { loaded: loadedIn(words), words: words.length }
}
