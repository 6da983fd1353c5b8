import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Command } from 'commander'
import type { Extracted } from '../article/extracted.ts'
import type { PageExtractor } from '../outside/ports.ts'
import { givenInputs, givenPath } from './given-path.ts'
import { inOrder } from './in-order.ts'
import { failWhereAllFailed, filesOf, type Input, inputFiles, readInput } from './input-files.ts'
import { openOutput, refuseOverwriting } from './output.ts'
import { type WebInputs, webInputs } from './web-inputs.ts'

const help = `
One JSON line a file or URL, in the order given:
  {"file","kind":"article","title","authors":[],"publishedAt","modifiedAt","lang","langDeclared","langDetected","langDisagrees",
   "canonicalUrl","section","image":{"url","caption","credit"},"genre","isLiveBlog","isPaid","wire","origins":{},"text"}
      genre: news, opinion, analysis or null; isPaid: true, false or null where the page does not tell; wire: the agency credited
      origins: where each was found: json-ld, open-graph, meta, microdata, html, text, url
  {"file","kind":"rejected","reason"}     reason: paywalled, consent-wall, not-an-article, too-short, too-large, not-html,
                                          timed-out, out-of-memory, unreadable
  {"file","kind":"failed","reason","detail"}     a URL that could not be fetched (reason "robots": its robots.txt forbids it),
                                          or a file that could not be read
Of a folder the files ending in .html, .htm, .html.gz, .htm.gz are read. Writes to no database. Exit code 1 where every
input failed, 2 for a path that is not there.

Example:
  parallax try pages https://example.org/story saved-pages/ --out articles.jsonl`

/** More than an honest page unpacks to; a bomb is refused as too large. */
const maxUnpackedBytes = 50_000_000
const atOnce = 4

/** `parallax try pages FILE|DIR|URL…` */
export function tryPagesCommand(): Command {
  return new Command('pages')
    .description('extract articles from pages; prints what extract would make of them')
    .argument('<input...>', '.html or .html.gz files, folders or http(s) URLs', givenInputs)
    .option('--out <file>', 'write the lines there instead of to standard output', givenPath)
    .addHelpText('after', help)
    .action((inputs: string[], options: { out?: string }) => tryPages(inputs, options.out))
}

/** inputs → bytes → articles → lines; counts to standard error. */
async function tryPages(paths: readonly string[], out: string | undefined): Promise<void> {
  const inputs = await inputFiles(paths, (path) => /\.html?(\.gz)?$/i.test(path))
  await refuseOverwriting(out, filesOf(inputs))
  const { createPageExtractor } = await import('../outside/page-extractor.ts')
  const [extractor, web] = [createPageExtractor(), webInputs()]
  const output = await openOutput(out)
  const counts = { article: 0, rejected: 0, failed: 0 }
  try {
    for await (const line of inOrder(inputs, atOnce, (input) => lineOf(input, extractor, web))) {
      counts[line.kind] += 1
      await output.line(line)
      showProgress(counts)
    }
  } finally {
    await extractor.close()
    await web.close()
    await output.close()
  }
  process.stderr.write(`${counts.article} articles, ${counts.rejected} rejected, ${counts.failed} failed\n`)
  failWhereAllFailed(counts.failed, inputs)
}

function showProgress(counts: { article: number; rejected: number; failed: number }): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(`\r${counts.article + counts.rejected + counts.failed} pages\r`)
}

async function lineOf(input: Input, extractor: PageExtractor, web: WebInputs) {
  if (input.kind === 'url') {
    const found = await web.get(input.url, 'page')
    return found.kind === 'failed' ? { file: input.url, ...found } : pageLine(input.url, await extractor.extract(found))
  }
  const { path } = input
  const read = await readInput(path)
  if (read.kind === 'failed') return { file: path, ...read }
  const page = await unpacked(read.bytes)
  if (page.kind === 'rejected') return { file: path, ...page }
  return pageLine(
    path,
    await extractor.extract({ url: pathToFileURL(path).href, contentType: null, bytes: page.bytes }),
  )
}

type Unpacked = { kind: 'page'; bytes: Uint8Array } | { kind: 'rejected'; reason: 'too-large' | 'unreadable' }

/** A torn archive is what an interrupted download leaves behind: one page less, and no end to the run. */
async function unpacked(raw: Buffer): Promise<Unpacked> {
  if (raw[0] !== 0x1f || raw[1] !== 0x8b) return { kind: 'page', bytes: raw }
  try {
    return { kind: 'page', bytes: await promisify(gunzip)(raw, { maxOutputLength: maxUnpackedBytes }) }
  } catch (error) {
    return { kind: 'rejected', reason: error instanceof RangeError ? 'too-large' : 'unreadable' }
  }
}

function pageLine(file: string, extracted: Extracted) {
  if (extracted.kind === 'rejected') return { file, ...extracted }
  const { title, authors, publishedAt, modifiedAt, text, ...rest } = extracted.article
  return { file, kind: extracted.kind, title, authors, publishedAt, modifiedAt, ...rest, text }
}
