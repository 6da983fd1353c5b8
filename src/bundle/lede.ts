import { isGerman } from '../fact/german.ts'
import { type Point, pointsOf } from '../fact/points.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { stemsIn } from '../fact/stems.ts'
import { isDirected } from '../perspective/standings.ts'
import { bearingOf } from './bearing.ts'
import { Consensus } from './consensus.ts'
import { ended, joined } from './joined.ts'
import { costOf, followersOf, isScene, type Opener, openersOf, type Told, tried } from './lede-sentences.ts'
import { mostWordsOfLede } from './opening.ts'
import { isPlain, plainWordsIn } from './plain-words.ts'

/** One sentence, or two that are joined, as they open a page. */
export interface Lede {
  readonly text: string
  /** As their articles have them, whole. */
  readonly statements: readonly Statement[]
  /** As far as the lede tells them: its evidence. */
  readonly told: readonly Statement[]
}

/** A second sentence is worth reading where it says so much more of what all say. */
const worthJoining = 0.01
/** Two soft sentences may share more with all reports than the plain one that tells the event, which opens the lede all the same. */
const nearlyAsGood = 0.03
const hardlyLess = 0.01
/** Where so many independent reports tell a story, a lede is not joined with what only one of them has, nor with a side's sentence. */
const many = 5
/** An article's next sentence reads on. */
const goesOn = 0.01
/** What a scene of another report loses: it leads away from the event. */
const leadsAway = 0.02

/**
 * The sentence near the top of an article that says most of what all reports say, up to a clause border where the rest says less, and
 * joined with one that says what it leaves out: the next one of the article, or the beginning of another report, one of the `points` that two
 * reports share where many tell the story. What all say is measured by consensus. State media, whose first sentence is a government's own word, and opinion pieces last give it only where
 * there is nothing else. Null where no article has a sentence.
 */
export function ledeOf(
  readings: readonly Reading[],
  headline: string,
  points: readonly Point[] = pointsOf(readings),
): Lede | null {
  const borneOut = new Set(points.flatMap(({ told }) => told))
  const free = readings.filter((reading) => !isDirected(reading))
  const reporting = readings.filter((reading) => !reading.isOpinion)
  const freeReporting = free.filter((reading) => !reading.isOpinion)
  return (
    best(freeReporting, free, headline, borneOut) ??
    best(reporting, readings, headline, borneOut) ??
    best(readings, readings, headline, borneOut)
  )
}

/** The first tier that has a sentence opens it: one that stands alone, one about "the" something, any. */
function best(
  readings: readonly Reading[],
  all: readonly Reading[],
  headline: string,
  borneOut: ReadonlySet<Statement>,
): Lede | null {
  const consensus = new Consensus(all)
  const above = stemsIn(headline)
  const openers = readings
    .flatMap((reading) => openersOf(reading, consensus, above))
    .filter(({ statement }) => statement.sentence.text !== headline)
    .sort((a, b) => a.tier - b.tier || b.score - a.score)
  const mostWords = mostWordsOfLede(all.map(({ article }) => article))
  const foremost = openers.filter(({ tier }) => tier === openers[0]?.tier)
  const short = foremost.filter((opener) => lengthOf(opener) <= mostWords)
  const alone = short[0] ?? foremost[0]
  if (alone === undefined) return null
  const plain = plainWordsIn(readings)
  const near = plainestOf(short.filter(({ score }) => score >= alone.score - nearlyAsGood))
  const first = near[0] ?? alone
  const isToldByMany = new Set(all.map(({ group }) => group)).size >= many
  const hasNeutral = openers.some(isNeutral)
  let chosen: Lede = { text: ended(first.told.sentence.text), statements: [first.statement], told: [first.told] }
  let highest = first.score
  for (const [opener, follower] of pairsOf(near, openers, mostWords)) {
    if (isToldByMany && !(borneOut.has(follower.statement) && (isNeutral(follower) || !hasNeutral))) continue
    const text = joined(opener.told.sentence.text, follower.told.sentence.text, (word) =>
      isPlain(word, follower.told, plain, { isGerman: isGerman(follower.reading.article.lang) }),
    )
    const score =
      consensus.with(text) -
      opener.penalty -
      costOf(follower.told, follower.reading) -
      worthJoining +
      (follower.reading === opener.reading ? goesOn : isScene(follower.told) ? -leadsAway : 0)
    const told = [opener.told, follower.told]
    if (score <= highest || !allBear(text, told)) continue
    chosen = { text, statements: [opener.statement, follower.statement], told }
    highest = score
  }
  return chosen
}

/** Where a newswire's or a center outlet's sentence is as good as the best, or hardly less, a side's does not open the page. */
function plainestOf(openers: readonly Opener[]): readonly Opener[] {
  const best = openers[0]?.score ?? 0
  const asGood = openers.filter(({ score }) => score >= best - hardlyLess)
  return asGood.some(isNeutral) ? openers.filter(isNeutral) : openers
}

const isNeutral = ({ reading: { side, article } }: Told) => side === 'center' || article.source.kind === 'wire'

function pairsOf(likeliest: readonly Opener[], openers: readonly Opener[], mostWords: number): [Opener, Told][] {
  return likeliest
    .filter(mayBeJoined)
    .slice(0, tried)
    .flatMap((opener) => followersOf(opener, openers).map((follower): [Opener, Told] => [opener, follower]))
    .filter(([opener, follower]) => lengthOf(opener) + lengthOf(follower) <= mostWords)
}

/** What keeps a sentence from standing behind another is known of English and German ones alone. */
const mayBeJoined = ({ reading: { article } }: Told) =>
  article.lang === null || /^en\b/i.test(article.lang) || isGerman(article.lang)

const lengthOf = ({ told }: Told) => told.sentence.text.split(/\s+/).length

/** Whether the verifier will find each sentence in what is joined of them. */
function allBear(text: string, told: readonly Statement[]): boolean {
  const evidence = told.map(({ article, sentence }) => ({ article, quote: sentence.text }))
  return bearingOf({ text, evidence }).borne.length === told.length
}
