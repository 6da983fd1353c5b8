import { Command } from 'commander'
import { storyId } from '../story/story.ts'
import { coverageText } from './coverage-text.ts'
import { UserError } from './fail.ts'

/** `parallax coverage STORY`: the ledger of who carried a story, who did not, and who could not be read. */
export function coverageCommand(): Command {
  return new Command('coverage')
    .description(
      'show who carried a story, who did not, who could not be read, and what became of every page meanwhile',
    )
    .argument('<story>', 'its id, as `stories list` prints it; that of a merged story shows the story it went into')
    .option('--json', 'print as JSON')
    .addHelpText('after', '\nExample: parallax coverage 12')
    .action(async (id: string, { json }: { json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { coverageLedger } = await import('../../pipelines/coverage-ledger.ts')
      const ledger = await withStored(({ database }) => coverageLedger(database.db, storyId(id), new Date()))
      if (ledger === null) throw new UserError(`there is no story ${id}: \`parallax stories list\` names them`, 1)
      console.log(json ? JSON.stringify(ledger) : coverageText(ledger))
    })
}
