import { pathToFileURL } from 'node:url'
import { Command } from 'commander'
import { dateState } from '../article/plausible-date.ts'
import type { ParsedFeed } from '../feed/parsed.ts'
import { givenInputs, givenPath } from './given-path.ts'
import { failWhereAllFailed, filesOf, type Input, inputFiles, readInput } from './input-files.ts'
import { openOutput, refuseOverwriting } from './output.ts'
import { type WebInputs, webInputs } from './web-inputs.ts'

const help = `
One JSON line a file or URL:
  {"file","kind":"feed","title","items":[{"title","url","publishedAt","dateState","author","summary"}]}
  {"file","kind":"not-a-feed","reason"}     reason: empty, html, not-xml-or-json, no-feed-root, too-large, too-deep, malformed
  {"file","kind":"failed","reason","detail"}     a URL that could not be fetched (reason "robots": its robots.txt forbids it),
                                            or a file that could not be read
dateState: stated, future (more than a day ahead), absent, or unreadable; nothing is put in place of a date.
Of a folder every file is read. Writes to no database. Exit code 1 where every input failed, 2 for a path that is not there.

Example:
  parallax try feeds https://example.org/feed.xml saved-feeds/ --out feeds.jsonl`

/** `parallax try feeds FILE|DIR|URL…` */
export function tryFeedsCommand(): Command {
  return new Command('feeds')
    .description('parse feeds; prints what ingest would see of them')
    .argument('<input...>', 'files, folders or http(s) URLs', givenInputs)
    .option('--out <file>', 'write the lines there instead of to standard output', givenPath)
    .addHelpText('after', help)
    .action((inputs: string[], options: { out?: string }) => tryFeeds(inputs, options.out))
}

/** inputs → bytes → feeds → lines; counts to standard error. */
async function tryFeeds(paths: readonly string[], out: string | undefined): Promise<void> {
  const inputs = await inputFiles(paths, () => true)
  await refuseOverwriting(out, filesOf(inputs))
  const web = webInputs()
  const output = await openOutput(out)
  const counts = { feed: 0, 'not-a-feed': 0, failed: 0 }
  try {
    for (const input of inputs) {
      const line = await lineOf(input, web)
      counts[line.kind] += 1
      await output.line(line)
    }
  } finally {
    await web.close()
    await output.close()
  }
  process.stderr.write(`${counts.feed} feeds, ${counts['not-a-feed']} not feeds, ${counts.failed} failed\n`)
  failWhereAllFailed(counts.failed, inputs)
}

async function lineOf(input: Input, web: WebInputs) {
  const { parseFeed } = await import('../feed/parse.ts')
  if (input.kind === 'url') {
    const found = await web.get(input.url, 'feed')
    return found.kind === 'failed' ? { file: input.url, ...found } : feedLine(input.url, await parseFeed(found))
  }
  const { path } = input
  const read = await readInput(path)
  if (read.kind === 'failed') return { file: path, ...read }
  // A file has no address on the web: relative links resolve against what the feed itself names, or not at all.
  return feedLine(path, await parseFeed({ url: pathToFileURL(path).href, contentType: null, bytes: read.bytes }))
}

function feedLine(file: string, feed: ParsedFeed) {
  if (feed.kind === 'not-a-feed') return { file, ...feed }
  const now = new Date()
  const items = feed.items.map((item) => {
    const { title, url, publishedAt, author, summary } = item
    return { title, url, publishedAt, dateState: dateState(item, now), author, summary }
  })
  return { file, kind: feed.kind, title: feed.title, items }
}
