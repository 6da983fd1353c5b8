import type { Article } from '../article/article.ts'
import { outletName } from '../article/outlet-name.ts'
import type { Account, Disagreement } from '../fact/accounts.ts'
import { clauseAround } from '../fact/clause-around.ts'
import { measureLabel, saysWhatIsCounted } from '../fact/measures.ts'
import type { Quantity } from '../fact/quantities.ts'
import type { Reading } from '../fact/readings.ts'
import { termOf } from '../fact/stems.ts'
import { computed, evidenceOf, readable } from './claims.ts'
import type { Claim } from './document.ts'
import { listed } from './english.ts'

const mostDifferences = 4
const mostAccounts = 4
const mostOutlets = 3

/** Where independent reports give numbers that do not go together: who gives which, and on which day where that may explain it. */
export function differencesOf(disagreements: readonly Disagreement[], readings: readonly Reading[]): Claim[] {
  const articles = new Map(readings.map(({ article }) => [article.id, article]))
  return disagreements.slice(0, mostDifferences).map((disagreement) => {
    const accounts = disagreement.accounts.slice(0, mostAccounts)
    const { clauses, says } = clausesOf(disagreement, accounts)
    const dated = spansDays(accounts, articles)
    const given = accounts.map((account, at) => accountText(account, clauses?.[at] ?? null, articles, dated))
    const spans = accounts.flatMap(({ quantities }) => quantities.map(({ statement }) => evidenceOf(statement)))
    const grew = disagreement.kind === 'grew'
    const about = says ? topicOf(disagreement) : ''
    const text = grew
      ? `Later reports give a higher number${about === '' ? '' : ` for ${about}`}: ${given.join('; ')}.`
      : `Accounts differ${about === '' ? '' : ` on ${about}`}: ${given.join('; ')}.`
    return computed(
      text,
      grew ? 'count-grew' : 'accounts-differ',
      accounts.map(({ words }) => words),
      spans,
    )
  })
}

/**
 * In which words of its first sentence each number is shown, null where none of them needs any; and whether something says what they count: the
 * noun that follows or the measure, else the nearest clause that tells. Where nothing does the whole sentences stand side by side.
 */
function clausesOf(
  disagreement: Disagreement,
  accounts: readonly Account[],
): { readonly clauses: readonly string[] | null; readonly says: boolean } {
  if (!accounts.some((account) => isBare(account, disagreement))) return { clauses: null, says: true }
  const found = accounts.map(({ words, quantities: [first] }) =>
    first === undefined ? null : clauseAround(first.statement.sentence.text, first.passage ?? words, first.lang),
  )
  const says = found.some((clause) => clause?.tells)
  const clauses = accounts.map(({ words, quantities: [first] }, at) =>
    inMarks((says ? found[at]?.text : first?.statement.sentence.text) ?? words),
  )
  return { clauses, says }
}

/** No noun but a unit follows the number, and what is measured does not say what it is of: a price may be one of anything. */
function isBare({ quantities: [first] }: Account, { measure }: Disagreement): boolean {
  if (first === undefined || first.unit === 'vote') return false
  if (first.counted !== null && !unitStems.has(first.counted)) return false
  return measure === null || !saysWhatIsCounted(measure)
}

/** Stems of nouns that say by what was measured, and not what. */
const unitStems: ReadonlySet<string> = new Set(
  'tonnes tons barrels bushels acres hectares litres liters gallons megawatts gigawatts kilowatts'
    .split(' ')
    .map(termOf),
)

/** Words that hold quotation marks themselves stand without: a quotation inside a quotation would have to be rewritten. */
function inMarks(words: string): string {
  const plain = readable(words)
  return /["“”„]/.test(plain) ? plain : `“${plain}”`
}

/** The measure where there is one, else a noun that all sentences share, as the first writes it. */
function topicOf({ measure, accounts, about }: Disagreement): string {
  if (measure !== null) return measureLabel(measure)
  const first = accounts[0]?.quantities[0]
  if (first === undefined || first.unit === 'vote') return first === undefined ? '' : 'the vote'
  const shared = new Set(about)
  const named = first.statement.mentions.names.filter(({ words }) =>
    words.some((word) => shared.has(word.toLowerCase())),
  )
  return named[0] === undefined ? '' : `${named[0].text}`
}

function accountText(
  { words, quantities }: Account,
  clause: string | null,
  articles: ReadonlyMap<string, Article>,
  dated: boolean,
): string {
  const outlets = [...new Set(quantities.flatMap(({ statement }) => nameOf(articles.get(statement.article))))]
  const day = dated ? dayOf(quantities, articles) : null
  const since = day === null ? '' : `, ${day}`
  if (clause === null) return `${words} (${namesOf(outlets)}${since})`
  // The words are those of one outlet; others have only the number.
  const [writer = '', ...others] = outlets
  const same = others.length === 0 ? '' : `; the same number in ${namesOf(others)}`
  return `${clause} (${writer}${same}${since})`
}

function namesOf(outlets: readonly string[]): string {
  const shown = outlets.slice(0, mostOutlets)
  const more = outlets.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : listed(shown)
}

const nameOf = (article: Article | undefined) => (article === undefined ? [] : [outletName(article.source)])

function spansDays(accounts: readonly Account[], articles: ReadonlyMap<string, Article>): boolean {
  return new Set(accounts.map(({ quantities }) => dayOf(quantities, articles))).size > 1
}

/** The day of the first report that gives the number, as "10 March"; null where none is dated. */
function dayOf(quantities: readonly Quantity[], articles: ReadonlyMap<string, Article>): string | null {
  const times = quantities.flatMap(({ statement }) => articles.get(statement.article)?.publishedAt?.getTime() ?? [])
  if (times.length === 0) return null
  return new Date(Math.min(...times)).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
}
