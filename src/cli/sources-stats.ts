import { Command } from 'commander'
import { readConfig } from '../config.ts'
import type { CatalogueCounts } from '../source/catalogue-counts.ts'
import { loadCatalogue } from './catalogue-file.ts'
import { givenPath } from './given-path.ts'

/** `parallax sources stats`: what the catalogue covers. */
export function statsCommand(): Command {
  return new Command('stats')
    .description('count the catalogue by country, language, kind, ownership and leaning, without network or database')
    .argument('[file]', 'the catalogue (default: PARALLAX_SOURCES, else sources.yaml)', givenPath)
    .option('--json', 'print the counts as JSON')
    .action(async (file: string | undefined, options: { json?: boolean }) => {
      const { catalogueCounts } = await import('../source/catalogue-counts.ts')
      const counts = catalogueCounts(await loadCatalogue(file ?? readConfig(process.env).sourcesFile), new Date())
      console.log(options.json ? JSON.stringify(counts) : statsText(counts))
    })
}

const mostShown = 12

function statsText(counts: CatalogueCounts): string {
  const { sources, feeds, unverifiedFeeds, balance } = counts
  const ratio = balance.rightForLeft === null ? '' : `, ${balance.rightForLeft.toFixed(2)} right for one left`
  return [
    `${sources} sources with ${feeds} feeds, ${unverifiedFeeds} of them unverified (${share(unverifiedFeeds, feeds)})`,
    line('leaning', counts.leanings, Number.POSITIVE_INFINITY),
    `balance    ${balance.left} left or lean left, ${balance.right} right or lean right${ratio}; ${counts.ratedInEnglish} rated in English`,
    line('kind', counts.kinds, Number.POSITIVE_INFINITY),
    line('ownership', counts.ownerships, Number.POSITIVE_INFINITY),
    line('language', counts.languages, mostShown),
    line('country', counts.countries, mostShown),
  ].join('\n')
}

function line(name: string, counts: Readonly<Record<string, number>>, most: number): string {
  const all = Object.entries(counts)
  const shown = all.slice(0, most).map(([key, count]) => `${key} ${count}`)
  const rest = all.length - shown.length
  const total = most < Number.POSITIVE_INFINITY ? `${all.length}: ` : ''
  return `${name.padEnd(10)} ${total}${shown.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`
}

const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
