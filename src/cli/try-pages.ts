import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Command } from 'commander'
import type { Examined } from '../article/examine.ts'
import type { PageExtractor } from '../outside/ports.ts'
import { UserError } from './fail.ts'
import { givenInputs, givenPath } from './given-path.ts'
import { inOrder } from './in-order.ts'
import { failWhereAllFailed, filesOf, type Input, inputFiles, readInput } from './input-files.ts'
import { openOutput, refuseOverwriting } from './output.ts'
import { loadSiteRules, ownSiteRules } from './site-rules.ts'
import { type WebInputs, webInputs } from './web-inputs.ts'

const help = `
One JSON line a file or URL, in the order given:
  {"file","kind":"article","title","authors":[],"publishedAt","modifiedAt","lang","langDeclared","langDetected","langDisagrees",
   "canonicalUrl","section","image":{"url","caption","credit"},"genre","isLiveBlog","isPaid","wire","origins":{},"text","optOuts":[]}
      genre: news, opinion, analysis or null; isPaid: true, false or null where the page does not tell; wire: the agency credited
      origins: where each was found: json-ld, open-graph, meta, microdata, html, text, url
  {"file","kind":"rejected","reason","optOuts":[]}     reason: paywalled, consent-wall, blocked, not-an-article, too-short,
                                          too-large, not-html, timed-out, out-of-memory, unreadable, opted-out
  {"file","kind":"failed","reason","detail"}     a URL that could not be fetched (reason "robots": its robots.txt forbids it),
                                          or a file that could not be read
optOuts: what the page asks of those who read it by machine: noai, noimageai, tdm-reservation, noarchive, noindex, nosnippet.
A URL whose page says noai or tdm-reservation is rejected (opted-out), as extract does; a file is yours, and is extracted.
Rules for single sites are off unless --site-rules is given; see README, Site rules.
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
    .option(
      '--site-rules [folder]',
      'read pages by the rules of their sites: those in the folder, or the program’s own',
      givenPath,
    )
    .option(
      '--record [folder]',
      `keep each URL’s page and what became of it as a recorded test page (default: ${recordings})`,
      givenPath,
    )
    .addHelpText('after', help)
    .action(tryPages)
}

const recordings = 'test/article/site-rules'

interface TryPagesOptions {
  readonly out?: string
  readonly siteRules?: string | true
  readonly record?: string | true
}

/** inputs → bytes → articles → lines; counts to standard error. */
async function tryPages(paths: readonly string[], { out, siteRules, record }: TryPagesOptions): Promise<void> {
  const inputs = await inputFiles(paths, (path) => /\.html?(\.gz)?$/i.test(path))
  await refuseOverwriting(out, filesOf(inputs))
  if (record !== undefined && filesOf(inputs).length > 0)
    throw new UserError('--record: a file does not say where its page stands: give the URL')
  const { createPageExtractor } = await import('../outside/page-extractor.ts')
  const rules = siteRules === undefined ? [] : await loadSiteRules(siteRules === true ? ownSiteRules() : siteRules)
  const [extractor, web] = [createPageExtractor({ siteRules: rules }), webInputs()]
  const folder = record === undefined ? null : record === true ? givenPath(recordings) : record
  const output = await openOutput(out)
  const counts = { article: 0, rejected: 0, failed: 0 }
  try {
    for await (const line of inOrder(inputs, atOnce, (input) => lineOf(input, { extractor, web, record: folder }))) {
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
  failWhereAllFailed(counts.failed, inputs.length)
}

function showProgress(counts: { article: number; rejected: number; failed: number }): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(`\r${counts.article + counts.rejected + counts.failed} pages\r`)
}

interface Tools {
  readonly extractor: PageExtractor
  readonly web: WebInputs
  readonly record: string | null
}

async function lineOf(input: Input, { extractor, web, record }: Tools) {
  if (input.kind === 'url') {
    const found = await web.get(input.url, 'page')
    if (found.kind === 'failed') return { file: input.url, ...found }
    const extracted = await extractor.extract(found)
    if (record !== null) await recordPage(record, found, extracted)
    return pageLine(input.url, extracted)
  }
  const { path } = input
  const read = await readInput(path)
  if (read.kind === 'failed') return { file: path, ...read }
  const page = await unpacked(read.bytes)
  if (page.kind === 'rejected') return { file: path, ...page, optOuts: [] }
  return pageLine(
    path,
    await extractor.extract({ url: pathToFileURL(path).href, contentType: null, bytes: page.bytes, licensed: true }),
  )
}

/** @throws UserError where the site has a recorded page already: it is somebody's expectation. */
async function recordPage(folder: string, { url, bytes }: { url: string; bytes: Uint8Array }, extracted: Examined) {
  const name = join(folder, new URL(url).hostname.replace(/^www\./, ''))
  const expected =
    extracted.kind === 'article'
      ? { title: extracted.article.title, text: extracted.article.text.split('\n\n') }
      : extracted
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(`${name}.html`, bytes, { flag: 'wx' })
    await writeFile(`${name}.json`, `${JSON.stringify({ url, ...expected }, null, 2)}\n`, { flag: 'wx' })
  } catch (error) {
    throw new UserError(`--record: ${error instanceof Error ? error.message : String(error)}`)
  }
  process.stderr.write(
    `recorded ${name}.html and .json: keep only a page that you wrote or may publish, and correct what is expected of it\n`,
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

function pageLine(file: string, examined: Examined) {
  if (examined.kind === 'rejected') return { file, ...examined }
  const { title, authors, publishedAt, modifiedAt, text, ...rest } = examined.article
  const { kind, optOuts } = examined
  return { file, kind, title, authors, publishedAt, modifiedAt, ...rest, text, optOuts }
}
