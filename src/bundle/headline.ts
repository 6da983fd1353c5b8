import type { Article } from '../article/article.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { stemsIn } from '../fact/stems.ts'
import { centralityOf, type Shares } from './centrality.ts'
import { computed, quotedSpan } from './claims.ts'
import type { Claim } from './document.ts'
import { firstFlaws } from './first-flaws.ts'
import { partialityOf } from './headline-flaws.ts'

const prefix =
  /^(?:opinion|exclusive|breaking(?: news)?|live(?: updates)?|watch|video|analysis|update(?:d)?|report|editorial|comment)\s*[:|–—-]\s+/i
const suffix = /\s+(?:[|–—]|-)\s+(?:[^|–—]{2,40})$/

/** "Listen· 5:08": a player's button and time. */
const player = /\s+(?:Listen|Watch|Play)\s*[·:|]\s*\d{1,2}:\d\d$/

/**
 * The title that says most of what all reports say, from a newswire or the center where one of theirs is plain, else the
 * plainest there is; opinion only where there is nothing else. Where every title takes part, a short plain sentence with which a report
 * begins.
 */
export function headlineOf(readings: readonly Reading[], shares: Shares): Claim {
  const titled = readings.filter((reading) => spanOf(reading.article) !== '')
  const reporting = titled.filter((reading) => !reading.isOpinion)
  const telling = reporting.some((reading) => costOf(reading) < tooPartial)
  const best = (telling ? reporting : titled)
    .map((reading) => ({ reading, cost: costOf(reading), score: scoreOf(spanOf(reading.article), shares) }))
    .sort((a, b) => a.cost - b.cost || b.score - a.score)[0]
  const sentence =
    best === undefined || best.cost >= partial ? plainSentence(reporting, shares, (best?.score ?? 0) / 2) : undefined
  if (sentence !== undefined) return sentence
  return best === undefined ? untitled(readings) : quotedSpan(best.reading.article.id, spanOf(best.reading.article))
}

/**
 * Of the plain sentences with which reports begin, short enough for a headline, the one that says most of what all say, if that is not
 * below `least`: the line under a title is often about something else.
 */
function plainSentence(reporting: readonly Reading[], shares: Shares, least: number): Claim | undefined {
  const sentences = reporting.flatMap((reading) =>
    reading.statements
      .slice(0, sentencesRead)
      .filter(isPlainHeadline)
      .map((statement) => ({
        statement,
        cost: isNeutral(reading) ? 0 : 1,
        score: scoreOf(titleOf(statement), shares),
      })),
  )
  const best = sentences
    .filter(({ score }) => score >= least)
    .sort((a, b) => a.cost - b.cost || b.score - a.score)[0]?.statement
  return best === undefined ? undefined : quotedSpan(best.article, titleOf(best))
}

function isPlainHeadline(statement: Statement): boolean {
  const title = titleOf(statement)
  const words = title.split(/\s+/).length
  const isWhole = statement.flaws.length === 0 && firstFlaws(statement).length === 0
  return isWhole && words >= fewestWords && words <= mostWords && partialityOf(title) === 0
}

const titleOf = ({ sentence }: Statement) => sentence.text.replace(/\.$/, '')

/** A title without its outlet's name and without labels such as "Exclusive:"; still a span of the title. */
export function spanOf({ title, source }: Article): string {
  const plain = title.trim().replace(player, '').replace(prefix, '')
  const end = suffix.exec(plain)?.[0] ?? ''
  const isOutlet = end !== '' && end.toLowerCase().includes(source.name.toLowerCase().replace(/^the /, ''))
  const span = isOutlet || /\s\|\s/.test(end) ? plain.slice(0, plain.length - end.length).trim() : plain
  return span === '' ? title.trim() : span
}

/** A title that checks a claim repeats it, and is the last to be taken. */
const tooPartial = 9

/** From here on a plain sentence of a report tells more evenly what happened. */
const partial = 2
const sentencesRead = 3
const fewestWords = 5
const mostWords = 12

/** A side's title stands behind one flaw of a neutral one, and before two. */
function costOf(reading: Reading): number {
  return partialityOf(spanOf(reading.article)) + (isNeutral(reading) ? 0 : 1.5)
}

const isNeutral = ({ article, side }: Reading) => side === 'center' || article.source.kind === 'wire'

function scoreOf(title: string, shares: Shares): number {
  const words = title.split(/\s+/).length
  const size = words < 5 ? 0.15 : Math.max(0, words - 14) * 0.02
  return centralityOf(stemsIn(title), shares) - size
}

function untitled(readings: readonly Reading[]): Claim {
  const evidence = readings.map(({ article }) => ({ article: article.id }))
  return computed('A story whose articles have no title.', 'title-missing', [], evidence)
}
