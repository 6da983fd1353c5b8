import { Command } from 'commander'
import type { ListedRating } from '../store/ratings.ts'

/** `parallax ratings list` */
export function listCommand(): Command {
  return new Command('list')
    .description('list the ratings, of all declared sources or of one, with who brought them in')
    .argument('[source]', 'id of a source')
    .option('--rater <name>', 'only ratings of this rater')
    .option('--json', 'print as JSON, one document')
    .action(async (source: string | undefined, { rater, json }: { rater?: string; json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { listRatings } = await import('../store/ratings.ts')
      const { printable } = await import('./printable.ts')
      const ratings = await withStored(({ database }) => listRatings(database.db, { source, rater }))
      console.log(
        json ? JSON.stringify(ratings) : ratings.map((one) => printable(ratingText(one))).join('\n') || 'No ratings.',
      )
    })
}

const ratingText = ({
  sourceId,
  rater,
  value,
  pages,
  validFrom,
  confidence,
  method,
  licence,
  origin,
  actor,
}: ListedRating) =>
  `${sourceId.padEnd(28)} ${(pages === 'all' ? value : `${value} (${pages})`).padEnd(10)} ${rater}, from ${validFrom}, confidence ${confidence}, ${method}, ${licence}; ${broughtBy(origin, actor)}`

export const broughtBy = (origin: ListedRating['origin'], actor: string | null) =>
  origin === 'file'
    ? 'stands in the file'
    : `${origin === 'import' ? 'imported' : 'accepted'} by ${actor ?? 'nobody known'}`
