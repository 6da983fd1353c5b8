import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { Command } from 'commander'
import { dateState } from '../article/plausible-date.ts'
import type { ParsedFeed } from '../feed/parsed.ts'
import type { Fetcher } from '../outside/ports.ts'
import { UserError } from './fail.ts'
import { type Input, inputFiles } from './input-files.ts'
import { openOutput } from './output.ts'

const help = `
One JSON line a file or URL:
  {"file","kind":"feed","title","items":[{"title","url","publishedAt","dateState","author","summary"}]}
  {"file","kind":"not-a-feed","reason"}     reason: empty, html, not-xml-or-json, no-feed-root, too-large, too-deep, malformed
  {"file","kind":"failed","reason","detail"}     a URL that could not be fetched
dateState: stated, future (more than a day ahead), absent, or unreadable; nothing is put in place of a date.
Of a folder every file is read. Writes to no database. Exit code 2 for a path that is not there.

Example:
  parallax try feeds https://example.org/feed.xml saved-feeds/ --out feeds.jsonl`

/** `parallax try feeds FILE|DIR|URL…` */
export function tryFeedsCommand(): Command {
  return new Command('feeds')
    .description('parse feeds; prints what ingest would see of them')
    .argument('<input...>', 'files, folders or http(s) URLs')
    .option('--out <file>', 'write the lines there instead of to standard output')
    .addHelpText('after', help)
    .action((inputs: string[], options: { out?: string }) => tryFeeds(inputs, options.out))
}

/** inputs → bytes → feeds → lines; counts to standard error. */
async function tryFeeds(paths: readonly string[], out: string | undefined): Promise<void> {
  const answer = answers()
  const output = await openOutput(out)
  const counts = { feed: 0, 'not-a-feed': 0, failed: 0 }
  try {
    for await (const input of inputFiles(paths, () => true)) {
      const line = await answer.to(input)
      counts[line.kind] += 1
      await output.line(line)
    }
  } finally {
    await answer.close()
    await output.close()
  }
  process.stderr.write(`${counts.feed} feeds, ${counts['not-a-feed']} not feeds, ${counts.failed} failed\n`)
}

/** Keeps one fetcher for all URLs, and opens none where there are only files. */
function answers() {
  let fetcher: Promise<Fetcher> | undefined
  return {
    async to(input: Input) {
      if (input.kind === 'file') return fileLine(input.path)
      fetcher ??= openFetcher()
      return urlLine(input.url, await fetcher)
    },
    async close() {
      await (await fetcher)?.close()
    },
  }
}

async function openFetcher(): Promise<Fetcher> {
  const [{ readConfig }, { createFetcher }] = await Promise.all([
    import('../config.ts'),
    import('../outside/fetcher.ts'),
  ])
  return createFetcher(readConfig(process.env))
}

async function fileLine(path: string) {
  const { parseFeed } = await import('../feed/parse.ts')
  const bytes = await readFile(path).catch((error: Error) => {
    throw new UserError(`${path}: cannot be read (${error.message})`)
  })
  // A file has no address on the web: relative links resolve against what the feed itself names, or not at all.
  return feedLine(path, await parseFeed({ url: pathToFileURL(path).href, contentType: null, bytes }))
}

async function urlLine(url: string, fetcher: Fetcher) {
  const { parseFeed } = await import('../feed/parse.ts')
  const fetched = await fetcher.fetch({ url, wants: 'feed' })
  if (fetched.kind === 'body') return feedLine(url, await parseFeed(fetched))
  if (fetched.kind === 'failed')
    return { file: url, kind: fetched.kind, reason: fetched.reason, detail: fetched.detail }
  return { file: url, kind: 'failed' as const, reason: 'protocol', detail: 'unchanged, though no validators were sent' }
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
