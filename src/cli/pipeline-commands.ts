import { Command } from 'commander'
import type { Running } from './run-stages.ts'

/** `parallax ingest|extract|cluster|bundle`: each pipeline alone, over what is missing. */
export function pipelineCommands(): Command[] {
  return [
    pipelineCommand('ingest', 'poll the feeds that are due and store what they announce')
      .option('--all', 'poll every feed, due or not')
      .action((options: { json?: boolean; all?: boolean }) =>
        runOne(options, async (running) => {
          const { runIngest } = await import('./run-stages.ts')
          return runIngest(running, { all: options.all ?? false })
        }),
      ),
    pipelineCommand('extract', 'fetch announced pages and extract their articles').action((options: Printing) =>
      runOne(options, async (running) => (await import('./run-stages.ts')).runExtract(running)),
    ),
    pipelineCommand('cluster', 'group extracted articles into stories').action((options: Printing) =>
      runOne(options, async (running) => (await import('./run-stages.ts')).runCluster(running)),
    ),
    pipelineCommand('bundle', 'write bundles for stories that changed').action((options: Printing) =>
      runOne(options, async (running) => (await import('./run-stages.ts')).runBundle(running)),
    ),
  ]
}

interface Printing {
  readonly json?: boolean
}

function pipelineCommand(name: string, description: string): Command {
  return new Command(name).description(description).option('--json', 'print the counts as JSON on stdout')
}

async function runOne(options: Printing, run: (running: Running) => Promise<unknown>): Promise<void> {
  const { withRunning } = await import('./with-parts.ts')
  await withRunning({}, async (running) => {
    const counts = await run(running)
    if (options.json) console.log(JSON.stringify(counts))
    // What was done is said; that it is not all, the exit code says.
    running.signal.throwIfAborted()
  })
}
