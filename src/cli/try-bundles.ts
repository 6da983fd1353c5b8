import { Command } from 'commander'
import { givenPath } from './given-path.ts'

interface Options {
  readonly in: string
  readonly out: string
}

/** `parallax try bundles`: articles from a file → one bundle a story, as the API would serve it. */
export function tryBundlesCommand(): Command {
  return new Command('bundles')
    .description('write the bundles of the stories in a file of articles')
    .requiredOption('--in <file>', 'articles, one JSON object a line (.jsonl or .jsonl.gz)', givenPath)
    .requiredOption(
      '--out <file>',
      'where to write one bundle document a line, in order of each story’s first article',
      givenPath,
    )
    .addHelpText('after', help)
    .action(async (options: Options) => {
      const { tryBundles } = await import('./bundles-of-file.ts')
      await tryBundles(options)
    })
}

const help = `
Input lines: {"id","publishedOn","source","url","leaning","lang","title","text","story"}. Only id and title must be
there; the rest may be null or missing, other keys are ignored. Articles that name their "story" are taken as grouped;
the others are grouped as by "try stories". Every story gets its bundle, be it of one article: PARALLAX_MIN_SOURCES holds
for the database only. A side counts as missing because silent where the file has sources of it.

The last thing printed to standard output is one JSON line: {"articles","stories","bundles","claims":{by basis},
"refused":{by reason},"seconds","peakMemoryMb"}.

Example:
  parallax try bundles --in articles.jsonl.gz --out bundles.jsonl`
