import { Command } from 'commander'
import type { RatedBySome, RaterAgreement } from '../leaning/agreement.ts'
import type { SourceId } from '../source/source.ts'
import type { ListedRating } from '../store/ratings.ts'
import { UserError } from './fail.ts'
import { operator } from './operator.ts'
import { importCommand } from './ratings-import.ts'
import { listCommand } from './ratings-list.ts'
import { suggestionCommands } from './ratings-suggestions.ts'

/** `parallax ratings …`: who says what of the outlets' leanings. */
export function ratingsCommand(): Command {
  const command = new Command('ratings')
    .description('see what raters say of the outlets, bring in ratings of your own, and decide on suggestions')
    .addCommand(listCommand())
    .addCommand(agreementCommand())
    .addCommand(importCommand())
    .addCommand(removeCommand())
  for (const one of suggestionCommands()) command.addCommand(one)
  return command
}

function agreementCommand(): Command {
  return new Command('agreement')
    .description('hold each rater against the leaning that is computed from all others')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { listRatings } = await import('../store/ratings.ts')
      const { agreements } = await import('../leaning/agreement.ts')
      const rows = await withStored(({ database }) => listRatings(database.db))
      const found = agreements(bySource(rows), new Date())
      console.log(json ? JSON.stringify(found) : found.map(agreementText).join('\n') || 'No ratings.')
    })
}

/** Of outlets as a whole, not of their opinion pages. */
function bySource(rows: readonly ListedRating[]): RatedBySome[] {
  const ratings = new Map<SourceId, ListedRating[]>()
  for (const row of rows.filter(({ pages }) => pages === 'all')) {
    const own = ratings.get(row.sourceId)
    if (own) own.push(row)
    else ratings.set(row.sourceId, [row])
  }
  return [...ratings].map(([id, own]) => ({ id, ratings: own }))
}

function agreementText({ rater, rated, compared, alone, exact, withinOneStep, opposite }: RaterAgreement): string {
  const aloneText = `${alone} ${alone === 1 ? 'source' : 'sources'} that nobody else rates: the other side is unknown`
  const head = `${rater}: rates ${rated} ${rated === 1 ? 'source' : 'sources'}`
  if (compared === 0) return `${head}\n  ${aloneText}`
  const share = (count: number) => `${count} of ${compared} (${((100 * count) / compared).toFixed(1)} %)`
  return [
    head,
    `  against the leaning computed without it: the same ${share(exact)}, within one step ${share(withinOneStep)}, opposite side ${opposite.length}${opposite.length === 0 ? '' : `: ${opposite.join(', ')}`}`,
    `  ${aloneText}`,
  ].join('\n')
}

function removeCommand(): Command {
  return new Command('remove')
    .description('withdraw what was imported or accepted of a rater; what stands in sources.yaml is changed there')
    .requiredOption('--rater <name>', 'whose ratings')
    .option('--source <id>', 'only those of this source')
    .option('--json', 'print as JSON')
    .action(async ({ rater, source, json }: { rater: string; source?: string; json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { withdrawRatings } = await import('../store/ratings.ts')
      const deed = { actor: operator(), now: new Date() }
      const withdrawn = await withStored(({ database }) => withdrawRatings(database.db, { rater, source }, deed))
      if (json) console.log(JSON.stringify({ withdrawn }))
      else if (withdrawn > 0)
        console.log(`${withdrawn} ${withdrawn === 1 ? 'rating' : 'ratings'} of ${rater} withdrawn.`)
      else
        throw new UserError(
          `no rating of ${rater} was imported or accepted${source === undefined ? '' : ` for ${source}`}`,
          1,
        )
    })
}
