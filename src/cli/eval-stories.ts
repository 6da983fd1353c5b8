import { Command, Option } from 'commander'
import { givenPath } from './given-path.ts'

interface Options {
  readonly gold: string
  readonly in?: string
  readonly found?: string
  readonly json?: boolean
}

/** `parallax eval stories`: a clustering against gold, with its worst mistakes. */
export function evalStoriesCommand(): Command {
  return new Command('stories')
    .description('judge a grouping into stories by gold and show its worst mistakes')
    .requiredOption('--gold <file>', 'articles with their true "story", one JSON object a line', givenPath)
    .addOption(new Option('--in <file>', 'the articles to group; those of --gold unless told').argParser(givenPath))
    .addOption(
      new Option('--found <file>', 'a finished grouping, one {"id","story"} line per article')
        .argParser(givenPath)
        .conflicts('in'),
    )
    .option('--json', 'print everything as one JSON document')
    .addHelpText('after', help)
    .action(async (options: Options) => {
      const { evaluateFiles } = await import('./evaluation-of-files.ts')
      const { evaluationText } = await import('./evaluation-text.ts')
      const report = await evaluateFiles(options)
      const width = process.stdout.columns ?? 100
      process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : evaluationText(report, width))
    })
}

const help = `
All files may be gzipped (.jsonl.gz). Articles are lines as "try stories" reads them; lines of --gold without a "story"
are grouped and not judged. What one side alone has is left out, and counted as missing where that is gold.

Printed are precision, recall and F1, B-cubed and over pairs of articles; what every article by itself would earn; how
many stories have which size; and the ten gold stories that lost most pairs by being found in pieces and the ten found
stories that draw most foreign pairs together, each with titles of its parts.

Example:
  parallax try stories --in articles.jsonl.gz --out stories.jsonl
  parallax eval stories --gold articles.jsonl.gz --found stories.jsonl`
