import type { Article } from '../article/article.ts'
import { type BlindSpotOfSide, blindSpotsOfSides, type SideBases } from '../leaning/base-rate.ts'
import type { RatedSide } from '../leaning/coverage.ts'
import { computed } from './claims.ts'
import { dayInWords } from './days.ts'
import type { Claim, Coverage } from './document.ts'
import type { Section } from './section.ts'

/** Who could have carried a story: publishers by side, in its section, between two moments. */
export interface CoverageBase {
  readonly section: Section
  readonly from: Date
  readonly to: Date
  readonly sides: SideBases
}

const sideNames = {
  left: 'left-leaning',
  center: 'center',
  right: 'right-leaning',
} as const satisfies Record<RatedSide, string>

/** The sides that left a story out, each as a sentence with its test; mostly none. */
export function blindspotsOf(base: CoverageBase, articles: readonly Article[]): NonNullable<Coverage['blindspots']> {
  return blindSpotsOfSides(base.sides).map((found) => ({ side: found.side, claim: claimOf(found, base, articles) }))
}

function claimOf(
  { side, own, others, chance }: BlindSpotOfSide,
  base: CoverageBase,
  articles: readonly Article[],
): Claim {
  const name = sideNames[side]
  const days =
    dayInWords(base.from) === dayInWords(base.to)
      ? `on ${dayInWords(base.to)}`
      : `from ${dayInWords(base.from)} to ${dayInWords(base.to)}`
  const carried = own.covering === 0 ? 'none' : String(own.covering)
  const text = `Of ${own.active} ${name} publishers that published in ${base.section} ${days}, ${carried} carried this story, and of ${others.active} others ${others.covering} did: were sides alike, so few of one would come by chance in fewer than one of ${oneIn(chance)} stories.${unreadText(own.unread, name)}`
  return computed(
    text,
    'blindspot',
    matterOf({ side, own, others }),
    articles.map(({ id }) => ({ article: id })),
  )
}

type Counted = Pick<BlindSpotOfSide, 'side' | 'own' | 'others'>

const matterOf = ({ side, own, others }: Counted) => [
  side,
  `${own.covering} of ${own.active}`,
  `${others.covering} of ${others.active}`,
  `${own.unread} unread`,
]

/** The rule of a blindspot's sentence: the table that it was tested on. */
export const ruleOfBlindspot = (found: Counted) => `blindspot(${matterOf(found).join('; ')})`

function unreadText(unread: number, name: string): string {
  if (unread === 0) return ''
  const those = unread === 1 ? `the one ${name} publisher` : `the ${unread} ${name} publishers`
  return ` This holds also if ${those} that could not be read carried it.`
}

/** Sides are alike but roughly: a chance smaller than this is not worth its digits. */
const mostStories = 1000

/** 0.0021 → 400: rounded down to one digit, so that "fewer than one of" is never too much. */
export function oneIn(chance: number): number {
  const stories = Math.min(mostStories, Math.floor(1 / Math.max(chance, 1 / mostStories)))
  const step = 10 ** (String(stories).length - 1)
  return Math.floor(stories / step) * step
}
