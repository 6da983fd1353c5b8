import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Command } from 'commander'
import type { Extracted } from '../article/extracted.ts'
import type { Fetcher, PageExtractor } from '../outside/ports.ts'
import { UserError } from './fail.ts'
import { inOrder } from './in-order.ts'
import { type Input, inputFiles } from './input-files.ts'
import { openOutput } from './output.ts'

const help = `
One JSON line a file or URL, in the order given:
  {"file","kind":"article","title","authors":[],"publishedAt","lang","text"}
  {"file","kind":"rejected","reason"}     reason: paywalled, consent-wall, not-an-article, too-short, too-large, not-html,
                                          timed-out, out-of-memory, unreadable
  {"file","kind":"failed","reason","detail"}     a URL that could not be fetched
Of a folder the files ending in .html, .htm, .html.gz, .htm.gz are read. Writes to no database. Exit code 2 for a path
that is not there.

Example:
  parallax try pages https://example.org/story saved-pages/ --out articles.jsonl`

/** More than an honest page unpacks to; a bomb is refused as too large. */
const maxUnpackedBytes = 50_000_000
const atOnce = 4

/** `parallax try pages FILE|DIR|URL…` */
export function tryPagesCommand(): Command {
  return new Command('pages')
    .description('extract articles from pages; prints what extract would make of them')
    .argument('<input...>', '.html or .html.gz files, folders or http(s) URLs')
    .option('--out <file>', 'write the lines there instead of to standard output')
    .addHelpText('after', help)
    .action((inputs: string[], options: { out?: string }) => tryPages(inputs, options.out))
}

/** inputs → bytes → articles → lines; counts to standard error. */
async function tryPages(paths: readonly string[], out: string | undefined): Promise<void> {
  const answer = await answers()
  const output = await openOutput(out)
  const counts = { article: 0, rejected: 0, failed: 0 }
  try {
    const inputs = inputFiles(paths, (path) => /\.html?(\.gz)?$/i.test(path))
    for await (const line of inOrder(inputs, atOnce, answer.to)) {
      counts[line.kind] += 1
      await output.line(line)
      showProgress(counts)
    }
  } finally {
    await answer.close()
    await output.close()
  }
  process.stderr.write(`${counts.article} articles, ${counts.rejected} rejected, ${counts.failed} failed\n`)
}

function showProgress(counts: { article: number; rejected: number; failed: number }): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(`\r${counts.article + counts.rejected + counts.failed} pages\r`)
}

/** Keeps one pool of threads for all pages and one fetcher for all URLs; opens what the inputs need. */
async function answers() {
  const { createPageExtractor } = await import('../outside/page-extractor.ts')
  const extractor = createPageExtractor()
  let fetcher: Promise<Fetcher> | undefined
  return {
    async to(input: Input) {
      if (input.kind === 'file') return fileLine(input.path, extractor)
      fetcher ??= openFetcher()
      return urlLine(input.url, await fetcher, extractor)
    },
    async close() {
      await extractor.close()
      await (await fetcher)?.close()
    },
  }
}

async function openFetcher(): Promise<Fetcher> {
  const { readConfig } = await import('../config.ts')
  const { createFetcher } = await import('../outside/fetcher.ts')
  return createFetcher(readConfig(process.env))
}

async function fileLine(path: string, extractor: PageExtractor) {
  const raw = await readFile(path).catch((error: Error) => {
    throw new UserError(`${path}: cannot be read (${error.message})`)
  })
  const bytes = await unpacked(path, raw)
  if (bytes === 'too-large') return { file: path, kind: 'rejected' as const, reason: 'too-large' as const }
  return pageLine(path, await extractor.extract({ url: pathToFileURL(path).href, contentType: null, bytes }))
}

async function unpacked(path: string, raw: Buffer): Promise<Uint8Array | 'too-large'> {
  if (raw[0] !== 0x1f || raw[1] !== 0x8b) return raw
  try {
    return await promisify(gunzip)(raw, { maxOutputLength: maxUnpackedBytes })
  } catch (error) {
    if (error instanceof RangeError) return 'too-large'
    throw new UserError(`${path}: is not a whole gzip file (${error instanceof Error ? error.message : error})`)
  }
}

async function urlLine(url: string, fetcher: Fetcher, extractor: PageExtractor) {
  const fetched = await fetcher.fetch({ url, wants: 'page' })
  if (fetched.kind === 'body') return pageLine(url, await extractor.extract(fetched))
  const detail = fetched.kind === 'failed' ? fetched.detail : 'unchanged, though no validators were sent'
  return { file: url, kind: 'failed' as const, reason: fetched.kind === 'failed' ? fetched.reason : 'protocol', detail }
}

function pageLine(file: string, extracted: Extracted) {
  if (extracted.kind === 'rejected') return { file, ...extracted }
  const { title, authors, publishedAt, lang, text } = extracted.article
  return { file, kind: extracted.kind, title, authors, publishedAt, lang, text }
}
