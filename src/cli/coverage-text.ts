import type { CoverageLedger, LedgerSource } from '../../pipelines/coverage-ledger.ts'
import type { Standing } from '../leaning/base-rate.ts'
import { sides } from '../source/leaning.ts'
import { printable } from './printable.ts'

const headings = {
  covering: 'carried it',
  silent: 'did not, and published on such matters',
  unread: 'could not be read',
  elsewhere: 'published nothing on such matters',
} as const satisfies Record<Standing, string>

const named = ['covering', 'silent', 'unread'] as const

/** The ledger of a story for people: counts by side, then source by source, then what was dropped. */
export function coverageText(ledger: CoverageLedger): string {
  const { story, section, from, to, members, sources, counts, dropped, bundle } = ledger
  const stands = bundle === null ? 'no bundle' : `bundle ${bundle.id}, version ${bundle.version}, ${bundle.state}`
  return [
    `Story ${story} (${section}): ${members.length} articles, ${stands}`,
    `Sources watched from ${minute(from)} to ${minute(to)}`,
    '',
    `${''.padEnd(40)}${sides.map((side) => side.padStart(9)).join('')}`,
    ...Object.entries(headings).map(
      ([standing, heading]) =>
        `${heading.padEnd(40)}${sides.map((side) => String(counts[side][standing as Standing]).padStart(9)).join('')}`,
    ),
    ...named.flatMap((standing) => group(standing, sources)),
    '',
    'Articles',
    ...members.map(
      ({ id, source, title, how, reason }) =>
        `${id.padStart(6)}  ${source}: ${printable(title ?? '')}\n        ${how}: ${printable(reason)}`,
    ),
    '',
    `Pages that feeds announced meanwhile\n  ${pagesText(sources)}`,
    '',
    'Dropped pages that may have told of it, by their titles',
    ...orNone(
      dropped.map(
        ({ sourceId, title, reason, url }) => `  ${sourceId}: ${printable(title)} (${reason}) ${printable(url)}`,
      ),
    ),
    '',
    'Sentences of the bundle that the verifier refused',
    ...orNone(Object.entries(bundle?.refused ?? {}).map(([reason, count]) => `  ${reason} ${count}`)),
  ].join('\n')
}

const orNone = (lines: readonly string[]) => (lines.length === 0 ? ['  none'] : lines)

function group(standing: (typeof named)[number], sources: readonly LedgerSource[]): string[] {
  const own = sources.filter((one) => one.standing === standing)
  return own.length === 0 ? [] : ['', capitalised(headings[standing]), ...own.map(sourceText)]
}

function sourceText({ id, leaning, polls, pages }: LedgerSource): string {
  const polled =
    polls === null
      ? 'not polled since it began'
      : `${polls.answered} of ${polls.polls} polls answered${polls.failedAs === null ? '' : `, last failure ${polls.failedAs}`}`
  return `  ${id} (${leaning}): ${polled}; ${pages === null ? 'nothing announced' : pageCounts(pages)}`
}

type Pages = NonNullable<LedgerSource['pages']>

function pageCounts({ announced, here, elsewhere, ungrouped, waiting, rejected }: Pages): string {
  const parts = [
    [here, 'in this story'],
    [elsewhere, 'in others'],
    [ungrouped, 'in none yet'],
    [waiting, 'waiting'],
    ...Object.entries(rejected).map(([reason, count]) => [count, `rejected: ${reason}`] as const),
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return `${announced} pages: ${said.join(', ')}`
}

function pagesText(sources: readonly LedgerSource[]): string {
  const all = sources.flatMap(({ pages }) => pages ?? [])
  const sum = (of: 'announced' | 'here' | 'elsewhere' | 'ungrouped' | 'waiting') =>
    all.reduce((total, pages) => total + pages[of], 0)
  const rejected: Record<string, number> = {}
  for (const pages of all)
    for (const [reason, count] of Object.entries(pages.rejected)) rejected[reason] = (rejected[reason] ?? 0) + count
  return pageCounts({
    ...{ announced: sum('announced'), here: sum('here'), elsewhere: sum('elsewhere') },
    ...{ ungrouped: sum('ungrouped'), waiting: sum('waiting'), rejected },
  })
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const minute = (date: Date) => `${date.toISOString().slice(0, 16)}Z`
