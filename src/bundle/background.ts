import type { Reading, Statement } from '../fact/readings.ts'
import { definiteHead } from '../fact/standing.ts'
import { termOf } from '../fact/stems.ts'
import { backgroundSigns } from './background-signs.ts'
import { centralityOf, type Shares } from './centrality.ts'
import { repeats } from './repeats.ts'

const most = 3
const weekday = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|\bMittwoch\b/

/** Up to three sentences on what came before, each from reporting and unlike all that was used. */
export function backgroundOf(
  readings: readonly Reading[],
  shares: Shares,
  used: readonly Statement[],
): readonly Statement[] {
  const above = new Set(used.flatMap(({ mentions }) => [...mentions.stems]))
  const candidates = readings
    .filter((reading) => !reading.isOpinion)
    .flatMap((reading) =>
      reading.statements
        .filter(
          (one) => standsAlone(one, above) && !backgroundSigns(reading.article.lang).dangling.test(one.sentence.text),
        )
        .map((one) => ({ one, score: scoreOf(one, reading, shares) })),
    )
    .filter(({ score }) => score >= 0.6)
    .sort((a, b) => b.score - a.score)
  const chosen: Statement[] = []
  for (const { one } of candidates) {
    if (chosen.length === most) break
    if (![...used, ...chosen].some((other) => repeats(one.mentions, other.mentions) || tellsOfSameTime(one, other)))
      chosen.push(one)
  }
  return chosen
}

/** "The first cut since June 2024" has been said where "unchanged since June 2024" was. */
function tellsOfSameTime(one: Statement, other: Statement): boolean {
  const past = new Set(other.mentions.dates.filter((date) => /\d{4}$/.test(date)))
  return one.mentions.dates.some((date) => past.has(date))
}

/** "The bank, founded in 2011": the bank has been named by then; a span that nobody spoke of has not. */
function standsAlone({ flaws, mentions, sentence }: Statement, above: ReadonlySet<string>): boolean {
  if (mentions.stems.size <= 4 || flaws.some((flaw) => flaw !== 'definite')) return false
  const head = definiteHead(sentence.text)
  return flaws.length === 0 || (head !== null && above.has(termOf(head)))
}

function scoreOf({ sentence, mentions, flaws }: Statement, reading: Reading, shares: Shares): number {
  const year = reading.article.publishedAt?.getUTCFullYear()
  const { signs, future, argued } = backgroundSigns(reading.article.lang)
  const told = signs.reduce((sum, [sign, worth]) => sum + (sign.test(sentence.text) ? worth : 0), 0)
  if (told === 0) return 0
  const past = mentions.dates.some((date) => year !== undefined && Number(/\d{4}$/.exec(date)?.[0] ?? year) < year)
    ? 0.5
    : 0
  const ahead = future.test(sentence.text) ? 0.6 : 0
  const speech = /[“"„]/.test(sentence.text) ? 0.8 : 0
  const opinion = argued.test(sentence.text) ? 1 : 0
  const today = weekday.test(sentence.text) ? 0.6 : 0
  const soft = flaws.length > 0 ? 0.2 : 0
  return (
    told + past - ahead - today - speech - opinion - soft + centralityOf(mentions.stems, shares) - 0.3 * mentions.loaded
  )
}
