import type { Reading, Statement } from '../fact/readings.ts'
import { definiteHead } from '../fact/standing.ts'
import { stemOf } from '../story/stem.ts'
import { centralityOf, type Shares } from './centrality.ts'
import { repeats } from './repeats.ts'

const most = 3

/** What tells a background sentence: how a thing compares with what was before. */
const signs: readonly (readonly [RegExp, number])[] = [
  [
    /\bfor the first time\b|\bfirst\b[^.]{0,60}\bsince\b|\b(?:largest|biggest|worst|strongest|highest|lowest|deadliest|longest|narrowest)\b[^.]{0,60}\b(?:since|in (?:\d+|\p{Ll}+) years|on record|ever|in history)\b/u,
    1,
  ],
  [
    /\bsince (?:the )?(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December|last)/u,
    0.7,
  ],
  [
    /\b(?:last|previous) (?:year|month|time|spring|summer|autumn|fall|winter|election|decade)\b|\b(?:years?|decades?|months) (?:ago|earlier|before)\b|\b(?:a decade|a century) (?:ago|earlier)\b/u,
    0.5,
  ],
  [/\b(?:in|by|from|between|after) (?:the )?(?:(?:early|late|mid)[- ])?(?:\w+ )?(?:18|19|20)\d\d\b/u, 0.4],
  [
    /\bhas (?:long|previously|repeatedly)\b|\bhave (?:long|previously|repeatedly)\b|\bpreviously\b|\bhistor(?:y|ic|ically|ical)\b|\bfounded in\b|\bwas (?:created|established|passed|signed|built|opened) in\b/,
    0.4,
  ],
]
/** What somebody argues about the news is no background to it. */
const argued = /\b(?:described|hailed|called|praised|defended|denounced|dismissed|welcomed|argue[ds]|arguing)\b/
const future = /\b(?:will|would|by 20\d\d|plans? to|expected to|due to|is to|are to)\b/

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
        .filter((one) => standsAlone(one, above))
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
  return flaws.length === 0 || (head !== null && above.has(stemOf(head)))
}

function scoreOf({ sentence, mentions, flaws }: Statement, reading: Reading, shares: Shares): number {
  const year = reading.article.publishedAt?.getUTCFullYear()
  const told = signs.reduce((sum, [sign, worth]) => sum + (sign.test(sentence.text) ? worth : 0), 0)
  if (told === 0) return 0
  const past = mentions.dates.some((date) => year !== undefined && Number(/\d{4}$/.exec(date)?.[0] ?? year) < year)
    ? 0.5
    : 0
  const ahead = future.test(sentence.text) ? 0.6 : 0
  const speech = /[“"]/.test(sentence.text) ? 0.8 : 0
  const opinion = argued.test(sentence.text) ? 1 : 0
  const today = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.test(sentence.text) ? 0.6 : 0
  const soft = flaws.length > 0 ? 0.2 : 0
  return (
    told + past - ahead - today - speech - opinion - soft + centralityOf(mentions.stems, shares) - 0.3 * mentions.loaded
  )
}
