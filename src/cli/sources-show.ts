import { Command } from 'commander'
import type { KeptFeed, KeptRating, KeptSource } from '../source/kept-source.ts'
import type { SourceLeaning } from '../source/leaning-of-page.ts'
import type { Suggestion } from '../store/suggestions.ts'
import { UserError } from './fail.ts'
import { broughtBy } from './ratings-list.ts'

/** `parallax sources show ID`: all that is known of one outlet. */
export function showCommand(): Command {
  return new Command('show')
    .description(
      'show one source: its leaning with its raters and their spread, its feeds, what it is expected to bring',
    )
    .argument('<id>', 'id of the source')
    .option('--json', 'print as JSON')
    .addHelpText('after', '\nExample: parallax sources show bbc-news')
    .action(async (id: string, { json }: { json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { keptSources } = await import('../store/kept-sources.ts')
      const { listSuggestions } = await import('../store/suggestions.ts')
      const { sourceLeaning } = await import('../source/leaning-of-page.ts')
      const { printable } = await import('./printable.ts')
      const shown = await withStored(async ({ database: { db } }) => {
        const [source] = await keptSources(db, id)
        if (source === undefined)
          throw new UserError(
            `no source ${id} in the database: \`parallax sources sync\` brings those of sources.yaml in`,
            1,
          )
        const suggestions = await listSuggestions(db, { state: 'open', source: id })
        return { source, leaning: sourceLeaning(source, new Date()), suggestion: suggestions[0] ?? null }
      })
      console.log(json ? JSON.stringify(shownAsJson(shown)) : linesOf(shown).map(printable).join('\n'))
    })
}

interface Shown {
  readonly source: KeptSource
  readonly leaning: SourceLeaning
  readonly suggestion: Suggestion | null
}

function shownAsJson({ source, leaning, suggestion }: Shown) {
  const { ratings, ...known } = source
  const { news, opinion } = leaning
  return {
    ...known,
    ...{ leaning: news.leaning, raters: news.raters, spread: news.spread, ratings },
    ...{ opinionLeaning: opinion && { leaning: opinion.leaning, raters: opinion.raters, spread: opinion.spread } },
    suggestion,
  }
}

function linesOf({ source, leaning, suggestion }: Shown): string[] {
  const { id, name, home, kind, owner, country, languages, reach, ratings, feeds } = source
  return [
    `${id}  ${name}`,
    ...(source.declared ? [] : ['stands in sources.yaml no more: not polled']),
    ...(source.pause === null
      ? []
      : [
          `paused by ${source.pause.actor} since ${day(source.pause.at)}${source.pause.reason === null ? '' : `: ${source.pause.reason}`}`,
        ]),
    `home       ${home}`,
    `kind       ${kind}, ${reach} reach, ${country}, ${languages.join(', ')}`,
    `owner      ${owner ?? 'unknown'}; ownership ${source.ownership}`,
    ...leaningLines(leaning),
    ...ratings.map((rating) => `  ${ratingText(rating)}`),
    ...(suggestion === null
      ? []
      : [
          `suggested  ${suggestion.value}, confidence ${suggestion.confidence.toFixed(2)}: \`parallax ratings suggestions --source ${id}\` shows the evidence`,
        ]),
    `expected   ${expectedText(source)}`,
    ...opinionLines(source),
    'feeds',
    ...feeds.map((feed) => `  ${feedText(feed)}`),
  ]
}

function leaningLines({ news, opinion }: SourceLeaning): string[] {
  return [
    `leaning    ${leaningText(news)}`,
    ...(opinion === null ? [] : [`  of its opinion pages: ${leaningText(opinion)}`]),
  ]
}

function leaningText({ leaning, raters, spread }: SourceLeaning['news']): string {
  if (raters.length === 0) return 'unknown: nobody rates it, which is not the same as center'
  const apart =
    raters.length === 1
      ? 'one rater, so that the other side is unknown'
      : `${raters.length} raters, ${spreadText(spread)}`
  return `${leaning} (${raters.join(', ')}: ${apart})`
}

const spreadText = (spread: number) =>
  spread === 0 ? 'who agree' : `${spread} ${spread === 1 ? 'step' : 'steps'} of four apart`

function ratingText({
  rater,
  value,
  pages,
  validFrom,
  confidence,
  method,
  licence,
  origin,
  actor,
}: KeptRating): string {
  const about = pages === 'all' ? '' : ' (opinion pages)'
  return `${rater}: ${value}${about} from ${validFrom}, confidence ${confidence}, ${method}, ${licence}; ${broughtBy(origin, actor)}`
}

function expectedText({ itemsADay, learned }: KeptSource): string {
  if (itemsADay !== null) return `${itemsADay.least} to ${itemsADay.most} items a day, as sources.yaml states`
  if (learned !== null) return `${learned.least} to ${learned.most} items a day, learned from ${learned.days} days`
  return 'not known yet: it is learned from two weeks of polls'
}

function opinionLines({ opinion: { paths, sections } }: KeptSource): string[] {
  const told = [...paths.map((path) => `addresses with ${path}`), ...sections.map((section) => `section ${section}`)]
  return told.length === 0 ? [] : [`opinion    ${told.join(', ')}`]
}

function feedText({ url, adopted, section, unverified, stoppedWhy }: KeptFeed): string {
  return [
    url,
    ...(section === null ? [] : [section]),
    ...(unverified ? ['a guess'] : []),
    ...(adopted === null ? [] : [`asked at ${adopted.url}`]),
    ...(stoppedWhy === null ? [] : [`stopped: ${stoppedWhy}`]),
  ].join('; ')
}

const day = (date: Date) => date.toISOString().slice(0, 10)
