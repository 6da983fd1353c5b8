import { outletName } from '../article/outlet-name.ts'
import type { Reading } from '../fact/readings.ts'
import type { Cell } from './groups.ts'
import type { Standing } from './standings.ts'

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

const labels = {
  left: 'Left-leaning media',
  right: 'Right-leaning media',
  center: 'Center media',
  wires: 'Newswires',
  broadcasters: 'International broadcasters',
  international: 'International press',
  state: 'State media',
  'state-funded': 'State-funded media',
  business: 'Business press',
  local: 'Local press',
  official: 'Official sources',
  aggregators: 'Aggregators',
  unrated: 'Unrated media',
} as const satisfies Record<Exclude<Standing, `country:${string}`>, string>

const reasons = {
  left: 'Rated left or lean left',
  right: 'Rated right or lean right',
  center: 'Rated center',
  wires: 'News agencies, whose reports others reprint',
  broadcasters: 'Broadcasters that speak to listeners abroad',
  international: 'Outlets that write for readers abroad',
  state: 'Outlets run for a government',
  'state-funded': 'Outlets that a government pays for and does not direct',
  business: 'Outlets of one trade or of the markets',
  local: 'Outlets of one city or region',
  official: 'Public bodies and companies that speak for themselves',
  aggregators: 'Outlets that mainly republish others',
  unrated: 'Nobody has rated their leaning',
} as const satisfies Record<keyof typeof labels, string>

/** The label that readers see above a group: the simplest that is true of all its members. */
export function labelOf(cell: Cell): string {
  const [standing, another] = cell.standings
  if (another !== undefined || standing === undefined) return sharedLabel(cell.standings)
  if (standing === 'left' || standing === 'right') return sideLabel(standing, cell)
  return labelOfStanding(standing)
}

/** Why the members stand together, with their names. */
export function reasonOf(cell: Cell): string {
  const because = [...new Set(cell.standings.map(reasonOfStanding))].join('; ')
  const opinion = cell.opinion === 'opinion' ? ', all of them opinion pieces' : ''
  return `${because}${opinion}: ${namesOf(cell.members).join(', ')}.`
}

function sideLabel(side: 'left' | 'right', cell: Cell): string {
  if (cell.opinion !== 'opinion') return labels[side]
  const start = side === 'left' ? 'Left-leaning' : 'Right-leaning'
  return cell.members.every((member) => member.article.source.kind === 'opinion')
    ? `${start} opinion press`
    : `${start} commentary`
}

function sharedLabel(standings: readonly Standing[]): string {
  if (!standings.every((one) => /^(?:wires|broadcasters|international)$/.test(one))) return 'Other press'
  return standings.includes('wires') ? 'Newswires and international media' : 'International media'
}

function labelOfStanding(standing: Standing): string {
  return isCountry(standing) ? `Press in ${countryName(standing)}` : labels[standing]
}

function reasonOfStanding(standing: Standing): string {
  return isCountry(standing) ? `Outlets in ${countryName(standing)} whose leaning nobody has rated` : reasons[standing]
}

function isCountry(standing: Standing): standing is `country:${string}` {
  return standing.startsWith('country:')
}

function countryName(standing: `country:${string}`): string {
  const code = standing.slice('country:'.length)
  const name = /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code
  return /^(?:United|Netherlands|Philippines)/.test(name) ? `the ${name}` : name
}

function namesOf(members: readonly Reading[]): readonly string[] {
  return [...new Set(members.map((member) => outletName(member.article.source)))]
}
