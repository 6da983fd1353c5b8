import type { Article } from '../article/article.ts'
import { loadedIn } from '../fact/loaded-words.ts'
import type { Reading } from '../fact/readings.ts'
import { stemsIn, wordsOf } from '../fact/stems.ts'
import { centralityOf, type Shares } from './centrality.ts'
import { computed, quotedSpan } from './claims.ts'
import type { Claim } from './document.ts'

const prefix =
  /^(?:opinion|exclusive|breaking(?: news)?|live(?: updates)?|watch|video|analysis|update(?:d)?|report|editorial|comment)\s*[:|–—-]\s+/i
const suffix = /\s+(?:[|–—]|-)\s+(?:[^|–—]{2,40})$/

/** The title that says most of what all reports say, in the least loaded words; opinion only where there is nothing else. */
export function headlineOf(readings: readonly Reading[], shares: Shares): Claim {
  const titled = readings.filter((reading) => spanOf(reading.article) !== '')
  const reporting = titled.filter((reading) => !reading.isOpinion)
  const best = (reporting.length > 0 ? reporting : titled)
    .map((reading) => ({ reading, score: scoreOf(reading, shares) }))
    .sort((a, b) => b.score - a.score)[0]?.reading.article
  return best === undefined ? untitled(readings) : quotedSpan(best.id, spanOf(best))
}

/** A title without its outlet's name and without labels such as "Exclusive:"; still a span of the title. */
export function spanOf({ title, source }: Article): string {
  const plain = title.trim().replace(prefix, '')
  const end = suffix.exec(plain)?.[0] ?? ''
  const isOutlet = end !== '' && end.toLowerCase().includes(source.name.toLowerCase().replace(/^the /, ''))
  const span = isOutlet || /\s\|\s/.test(end) ? plain.slice(0, plain.length - end.length).trim() : plain
  return span === '' ? title.trim() : span
}

function scoreOf(reading: Reading, shares: Shares): number {
  const title = spanOf(reading.article)
  const words = title.split(/\s+/).length
  const asks = /\?$/.test(title) || /^(?:why|how|what|who|when)\b/i.test(title) ? 0.3 : 0
  const quotes = /[“”"‘]/.test(title) || /^'| '/.test(title) ? 0.08 : 0
  const speaks = /\b(?:I|you|your|we|our|us|must|should)\b/.test(title) ? 0.15 : 0
  const size = words < 5 ? 0.15 : Math.max(0, words - 14) * 0.02
  const side = reading.side === 'center' ? 0.05 : 0
  return centralityOf(stemsIn(title), shares) + side - asks - quotes - speaks - size - 0.2 * loadedIn(wordsOf(title))
}

function untitled(readings: readonly Reading[]): Claim {
  const evidence = readings.map(({ article }) => ({ article: article.id }))
  return computed('A story whose articles have no title.', 'title-missing', [], evidence)
}
