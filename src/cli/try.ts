import { Command } from 'commander'
import { tryBundlesCommand } from './try-bundles.ts'
import { tryFeedsCommand } from './try-feeds.ts'
import { tryPagesCommand } from './try-pages.ts'
import { tryStoriesCommand } from './try-stories.ts'

/** Dry runs: the product's stages on files and addresses; nothing is written to any database. */
export function tryCommand(): Command {
  return new Command('try')
    .description('try a stage on files or URLs; writes to no database')
    .addCommand(tryFeedsCommand())
    .addCommand(tryPagesCommand())
    .addCommand(tryStoriesCommand())
    .addCommand(tryBundlesCommand())
}
