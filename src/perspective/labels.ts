import type { Cell } from './cells.ts'
import type { Label, Part, Partition } from './partitions.ts'
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

/** The label that readers see above a group. */
export function labelOf({ label, cells }: Part): string {
  switch (label) {
    case 'left':
    case 'right':
      return cells.every(({ isOpinion }) => isOpinion) ? opinionLabel(label, cells) : labels[label]
    case 'left-opinion':
      return opinionLabel('left', cells)
    case 'right-opinion':
      return opinionLabel('right', cells)
    case 'abroad':
      return holds(cells, 'wires') ? 'Newswires and international media' : 'International media'
    case 'other':
      return 'Other press'
    default:
      return isCountry(label) ? `Press in ${countryName(label)}` : labels[label]
  }
}

/** Why the members stand together. */
export function reasonOf({ label, cells }: Part): string {
  const isOpinion = cells.every((cell) => cell.isOpinion) && /^(?:left|right)/.test(label)
  const [first = '', ...others] = new Set(standingsNamed(label, cells).map((one) => reasonOfStanding(one, cells)))
  const because = [first, ...others.map((one) => `${one.slice(0, 1).toLowerCase()}${one.slice(1)}`)].join('; ')
  return `${because}${isOpinion ? ', all of them opinion pieces' : ''}.`
}

function standingsNamed(label: Label, cells: readonly Cell[]): readonly Standing[] {
  switch (label) {
    case 'left-opinion':
      return ['left']
    case 'right-opinion':
      return ['right']
    case 'abroad':
      return (['wires', 'broadcasters', 'international'] as const).filter((one) => holds(cells, one))
    case 'other':
      return cells.flatMap(({ standings }) => standings.slice(0, 1))
    default:
      return [label]
  }
}

const holds = (cells: readonly Cell[], standing: Standing) =>
  cells.some(({ standings }) => standings.includes(standing))

function opinionLabel(side: 'left' | 'right', cells: readonly Cell[]): string {
  const start = side === 'left' ? 'Left-leaning' : 'Right-leaning'
  const isPress = cells.every(({ members }) => members.every(({ article }) => article.source.kind === 'opinion'))
  return `${start} ${isPress ? 'opinion press' : 'commentary'}`
}

function reasonOfStanding(standing: Standing, cells: readonly Cell[]): string {
  if (isCountry(standing)) return `Outlets in ${countryName(standing)} whose leaning nobody has rated`
  const hasCopies = cells.some((cell) => cell.members.some(({ article }) => article.source.kind !== 'wire'))
  if (standing === 'wires' && hasCopies) return 'News agencies, and outlets that reprint their reports'
  const areOfBoth = holds(cells, 'left') && holds(cells, 'right')
  return `${reasons[standing]}${areOfBoth ? ', on whichever side they stand' : ''}`
}

function isCountry(standing: Label): standing is `country:${string}` {
  return standing.startsWith('country:')
}

function countryName(standing: `country:${string}`): string {
  const code = standing.slice('country:'.length)
  const name = /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code
  return /^(?:United|Netherlands|Philippines)/.test(name) ? `the ${name}` : name
}

/** What a label can say of an outlet. */
export const facets = ['leaning', 'kind', 'ownership', 'country'] as const
export type Facet = (typeof facets)[number]

/** What the labels of a partition tell apart. */
export function facetsOf(partition: Partition): readonly Facet[] {
  const found = new Set(partition.map(({ label }) => facetOf(label)))
  return facets.filter((facet) => found.has(facet))
}

function facetOf(label: Label): Facet {
  if (/^(?:left|right|center|unrated)/.test(label)) return 'leaning'
  if (label.startsWith('state')) return 'ownership'
  return isCountry(label) ? 'country' : 'kind'
}
