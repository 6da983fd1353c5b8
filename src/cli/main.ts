#!/usr/bin/env node
import { Command } from 'commander'
import { bundlesCommand } from './bundles.ts'
import { coverageCommand } from './coverage.ts'
import { demoCommand } from './demo.ts'
import { diffCommand } from './diff.ts'
import { evalCommand } from './eval.ts'
import { explain } from './explain.ts'
import { feedsCommand } from './feeds.ts'
import { migrateCommand } from './migrate.ts'
import { pipelineCommands } from './pipeline-commands.ts'
import { ratingsCommand } from './ratings.ts'
import { replayCommand } from './replay.ts'
import { serveCommand } from './serve.ts'
import { showCommand } from './show.ts'
import { sourcesCommand } from './sources.ts'
import { startCommand } from './start.ts'
import { statusCommand } from './status.ts'
import { storiesCommand } from './stories.ts'
import { tryCommand } from './try.ts'
import { workCommand } from './work.ts'

const program = new Command('parallax')
  .description('News feeds in, story bundles out: what happened, and how each side of the press tells it.')
  .version('0.1.0')
  .showHelpAfterError('(add --help for the usage)')
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 failed, 2 wrong use or input, 130 interrupted.\nSettings are environment variables: see the table in README.md.',
  )

for (const command of [
  ...[
    demoCommand(),
    startCommand(),
    workCommand(),
    serveCommand(),
    statusCommand(),
    migrateCommand(),
    sourcesCommand(),
    feedsCommand(),
    ratingsCommand(),
    storiesCommand(),
    bundlesCommand(),
    showCommand(),
    diffCommand(),
    coverageCommand(),
  ],
  ...[...pipelineCommands(), replayCommand(), tryCommand(), evalCommand()],
]) {
  program.addCommand(command)
}

// commander's own errors are wrong use: 2, as everywhere else.
for (const command of everyCommand(program)) {
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
}

// Whoever reads has heard enough, as `| head` does: an interruption like ctrl-C, and no failure to be explained.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(130)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  const { message, exitCode } = explain(error)
  process.stderr.write(`parallax: ${message}\n`)
  process.exit(exitCode)
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)]
}
