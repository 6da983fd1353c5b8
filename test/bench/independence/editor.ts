import { between, type Random, shuffled } from '../../farm/random.ts'
import { reworded } from './reworded.ts'

/** What the editor may do to a report, in the order in which it is done; an edited one has another headline besides. */
export const edits = ['cut', 'shorten', 'swap', 'reword', 'lede', 'expand'] as const
export type Edit = (typeof edits)[number]

export interface Report {
  readonly title: string
  /** Paragraphs, separated by one blank line. */
  readonly text: string
}

export interface Edited extends Report {
  readonly edits: readonly Edit[]
}

const mostEdits = 3

/** A report as another paper prints it, after one to three edits. New words come from `other`, a report on something else. */
export function editedReport(report: Report, other: Report, random: Random): Edited {
  const chosen = shuffled(edits, random).slice(0, between(random, 1, mostEdits))
  const done = edits.filter((edit) => chosen.includes(edit))
  const foreign = paragraphsOf(other.text)
  const paragraphs = done.reduce((text, edit) => apply[edit](text, foreign, random), paragraphsOf(report.text))
  return { title: other.title, text: paragraphs.join('\n\n'), edits: done }
}

type Paragraphs = readonly string[]

/** `foreign`: paragraphs of another report. */
const apply: Record<Edit, (paragraphs: Paragraphs, foreign: Paragraphs, random: Random) => Paragraphs> = {
  /** A fifth to two fifths of the paragraphs, here and there. */
  cut: (paragraphs, _, random) => {
    const gone = new Set(someOf(paragraphs, share(random, 20, 40), random))
    return paragraphs.filter((_, at) => !gone.has(at))
  },
  /** From below, as for want of room: three to six tenths stay. */
  shorten: (paragraphs, _, random) => paragraphs.slice(0, Math.ceil(paragraphs.length * share(random, 30, 60))),
  /** Two to four tenths of the paragraphs change places. */
  swap: (paragraphs, _, random) => {
    const moved = someOf(paragraphs, share(random, 20, 40), random)
    const places = new Map(shuffled(moved, random).map((from, at) => [moved[at], from]))
    return paragraphs.map((paragraph, at) => paragraphs[places.get(at) ?? at] ?? paragraph)
  },
  /** Two to four tenths of the sentences. */
  reword: (paragraphs, _, random) => {
    const part = share(random, 20, 40)
    return paragraphs.map((paragraph) => reworded(paragraph, part, random))
  },
  lede: (paragraphs, foreign, random) => [...picked(foreign, 1, random), ...paragraphs.slice(1)],
  /** By three to ten tenths, in up to three places. */
  expand: (paragraphs, foreign, random) => {
    const added = foreign.slice(0, Math.ceil(paragraphs.length * share(random, 30, 100)))
    const size = Math.ceil(added.length / between(random, 1, 3))
    let text = paragraphs
    for (let at = 0; at < added.length; at += size) {
      text = text.toSpliced(between(random, 1, text.length), 0, ...added.slice(at, at + size))
    }
    return text
  },
}

const share = (random: Random, leastPercent: number, mostPercent: number) =>
  between(random, leastPercent, mostPercent) / 100

/** At least one place of the list, at most this part of it. */
const someOf = (list: Paragraphs, part: number, random: Random) =>
  shuffled([...list.keys()], random).slice(0, Math.max(1, Math.floor(list.length * part)))

const picked = (list: Paragraphs, count: number, random: Random) => shuffled(list, random).slice(0, count)

export const paragraphsOf = (text: string): Paragraphs => text.split(/\n\s*\n/).filter((one) => one.trim() !== '')
