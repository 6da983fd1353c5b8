import { Command } from 'commander'
import { evalStoriesCommand } from './eval-stories.ts'

/** A stage's results against what is known to be right; reads files only. */
export function evalCommand(): Command {
  return new Command('eval')
    .description('judge the results of a stage by gold; writes nothing')
    .addCommand(evalStoriesCommand())
}
