import type { Quantity } from './quantities.ts'
import { termOf } from './stems.ts'
import { senseOf } from './synonyms.ts'

/** Verbs with the noun of what they do, where that has another stem: "sold 12,000", "12,400 sales". */
const pairs = `
sold sales
bought purchases
delivered deliveries
shipped shipments
deployed deployments
treated treatments
admitted admissions
applied applications
registered registrations
converted conversions
expelled expulsions
suspended suspensions
demolished demolitions
seized seizures
closed closures
failed failures
departed departures
`

const verbs = new Map(
  pairs
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(termOf))
    .map(([verb = '', noun = '']): [string, string] => [noun, verb]),
)

/** What the stem of a verb or of its noun says is done: "sales" and "sold" are one, and so are "installations" and "fitted". */
export function actionOf(stem: string): string {
  return senseOf(verbs.get(stem) ?? stem)
}

/** "Fitted 98,000" and "82,000 installations": the verb of the one is the noun of the other. */
export function isDoneAndNamed(one: Quantity, other: Quantity): boolean {
  return names(one, other.action) || names(other, one.action)
}

/** "Fitted 98,000" and "82,000 were installed". */
export function areDone({ action: one }: Quantity, { action: other }: Quantity): boolean {
  return one !== null && other !== null && actionOf(one) === actionOf(other)
}

function names({ counted, words }: Quantity, verb: string | null): boolean {
  return verb !== null && counted !== null && actionOf(verb) === actionOf(counted) && !isDoer(words)
}

/** "1,240 trainers": who does it has the stem of the verb, too, where the stem is that of the word without its ending. */
function isDoer(words: string): boolean {
  const doer = /(\p{L}+)(?:er|or|ee)s$/u.exec(words)
  return doer !== null && termOf(doer[0]) === termOf(doer[1] ?? '')
}
