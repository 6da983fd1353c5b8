import { type RatedLeaning, ratedLeanings } from '../source/leaning.ts'

type Word = RatedLeaning | 'unrated'

/** What raters call their five steps, written in small letters with single blanks. */
const words: ReadonlyMap<string, Word> = new Map<string, Word>([
  ...spelt('left', 'left', 'far left', 'extreme left', 'l'),
  ...spelt('lean-left', 'lean left', 'leans left', 'left center', 'left centre', 'center left', 'centre left', 'll'),
  ...spelt('center', 'center', 'centre', 'neutral', 'least biased', 'c'),
  ...spelt(
    'lean-right',
    'lean right',
    'leans right',
    'right center',
    'right centre',
    'center right',
    'centre right',
    'lr',
  ),
  ...spelt('right', 'right', 'far right', 'extreme right', 'r'),
  ...spelt('unrated', '', 'unknown', 'unrated', 'not rated', 'none', 'na', 'n a'),
])

function spelt(value: Word, ...spellings: string[]): [string, Word][] {
  return spellings.map((spelling) => [spelling, value])
}

/** The numbers that stand for far left and far right; the first may be the greater. */
export interface Scale {
  readonly left: number
  readonly right: number
}

/** `-2..2` → its ends, or null. */
export function parseScale(text: string): Scale | null {
  const [, left, right] = /^\s*([-+]?\d+(?:\.\d+)?)\s*\.\.\s*([-+]?\d+(?:\.\d+)?)\s*$/.exec(text) ?? []
  if (left === undefined || right === undefined || Number(left) === Number(right)) return null
  return { left: Number(left), right: Number(right) }
}

export type ReadValue =
  | { readonly kind: 'value'; readonly value: RatedLeaning }
  | { readonly kind: 'unrated' }
  | { readonly kind: 'wrong'; readonly message: string }

/** A rater's word or number → one of the five steps. A scale is cut into five equal parts. */
export function readValue(text: string, scale: Scale | null): ReadValue {
  const word = words.get(
    text
      .trim()
      .toLowerCase()
      .replace(/[\s/_-]+/g, ' ')
      .trim(),
  )
  if (word !== undefined) return word === 'unrated' ? { kind: 'unrated' } : { kind: 'value', value: word }
  const number = /^[-+]?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null
  if (number === null) return wrong(`is no leaning: write one of ${ratedLeanings.join(', ')}`)
  return scale === null ? wrong('is a number: say on which scale, such as --scale -2..2') : onScale(number, scale)
}

function onScale(number: number, { left, right }: Scale): ReadValue {
  const share = (number - left) / (right - left)
  if (share < 0 || share > 1) return wrong(`is not on the scale ${left}..${right}: state the rater's own with --scale`)
  // Sums of steps such as 0.1 fall short of a border by less than this.
  const step = Math.min(ratedLeanings.length - 1, Math.floor(share * ratedLeanings.length + 1e-9))
  const value = ratedLeanings[step]
  return value === undefined ? wrong('is no leaning') : { kind: 'value', value }
}

const wrong = (message: string): ReadValue => ({ kind: 'wrong', message })
