import { Command } from 'commander'
import { givenPath } from './given-path.ts'

interface Options {
  readonly in: string
  readonly out: string
  readonly gold?: string
}

/** `parallax try stories`: articles from a file → which story each belongs to. */
export function tryStoriesCommand(): Command {
  return new Command('stories')
    .description('group the articles of a file into stories')
    .requiredOption('--in <file>', 'articles, one JSON object a line (.jsonl or .jsonl.gz)', givenPath)
    .requiredOption(
      '--out <file>',
      'where to write one {"id","story"} line per article, in the order of --in',
      givenPath,
    )
    .option(
      '--gold <file>',
      'articles with their true "story": prints how well the result agrees to standard error',
      givenPath,
    )
    .addHelpText('after', help)
    .action(async (options: Options) => {
      const { tryStories } = await import('./stories-of-file.ts')
      await tryStories(options)
    })
}

const help = `
Input lines: {"id","publishedOn","source","url","leaning","lang","title","text"}. Only id and title must be there; the
rest may be null or missing, other keys are ignored. publishedOn is a day or an ISO time. Articles are taken in order
of time, undated ones where they stand.

The last thing printed to standard output is one JSON line: {"articles","stories","featureSeconds","assignSeconds",
"peakMemoryMb"}.

Example:
  parallax try stories --in articles.jsonl.gz --out stories.jsonl`
