import { pathToFileURL } from 'node:url'
import { Command } from 'commander'
import { dateState } from '../article/plausible-date.ts'
import type { ParsedFeed } from '../feed/parsed.ts'
import { archivedFiles, isArchive } from './archived-files.ts'
import { givenInputs, givenPath } from './given-path.ts'
import {
  failWhereAllFailed,
  filesOf,
  type Input,
  inputFiles,
  type ReadInput,
  readInput,
  unreadable,
} from './input-files.ts'
import { openOutput, refuseOverwriting } from './output.ts'
import { type WebInputs, webInputs } from './web-inputs.ts'

const help = `
One JSON line a file or URL:
  {"file","kind":"feed","title","items":[{"title","url","publishedAt","dateState","author","summary"}]}
  {"file","kind":"not-a-feed","reason"}     reason: empty, html, not-xml-or-json, no-feed-root, too-large, too-deep, malformed
  {"file","kind":"failed","reason","detail"}     a URL that could not be fetched (reason "robots": its robots.txt forbids it),
                                            or a file that could not be read
dateState: stated, future (more than a day ahead), absent, or unreadable; nothing is put in place of a date.
Of a folder every file is read, and of an archive (.tar, .tar.gz, .tgz) every file in it. Writes to no database. Exit code 1 where every input failed, 2 for a path that is not there.

Example:
  parallax try feeds https://example.org/feed.xml saved-feeds/ --out feeds.jsonl`

/** `parallax try feeds FILE|DIR|ARCHIVE|URL…` */
export function tryFeedsCommand(): Command {
  return new Command('feeds')
    .description('parse feeds; prints what ingest would see of them')
    .argument('<input...>', 'files, folders, archives or http(s) URLs', givenInputs)
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
    for (const input of inputs)
      for await (const line of linesOf(input, web)) {
        counts[line.kind] += 1
        await output.line(line)
      }
  } finally {
    await web.close()
    await output.close()
  }
  process.stderr.write(`${counts.feed} feeds, ${counts['not-a-feed']} not feeds, ${counts.failed} failed\n`)
  failWhereAllFailed(counts.failed, counts.failed + counts.feed + counts['not-a-feed'])
}

async function* linesOf(input: Input, web: WebInputs) {
  const { maxFeedBytes, parseFeed } = await import('../feed/parse.ts')
  if (input.kind === 'url') {
    const found = await web.get(input.url, 'feed')
    yield found.kind === 'failed' ? { file: input.url, ...found } : feedLine(input.url, await parseFeed(found))
    return
  }
  for await (const { file, ...read } of filesIn(input.path, maxFeedBytes)) {
    // A file has no address on the web: relative links resolve against what the feed itself names, or not at all.
    yield read.kind === 'failed'
      ? { file, ...read }
      : feedLine(file, await parseFeed({ url: pathToFileURL(file).href, contentType: null, bytes: read.bytes }))
  }
}

type FileInput = ReadInput & { readonly file: string }

async function* filesIn(path: string, maxBytes: number): AsyncGenerator<FileInput> {
  if (!isArchive(path)) {
    yield { file: path, ...(await readInput(path)) }
    return
  }
  try {
    for await (const { name, bytes } of archivedFiles(path, maxBytes))
      yield { file: `${path}/${name}`, kind: 'read', bytes }
  } catch (error) {
    yield { file: path, ...unreadable(error) }
  }
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
