import { readFile, writeFile } from 'node:fs/promises'
import type { KeptSource } from '../source/kept-source.ts'
import type { OverlayText } from '../source/overlay-text.ts'
import { parsedCatalogue, problemsText } from './catalogue-file.ts'
import { UserError } from './fail.ts'

export interface OverlayOptions {
  readonly out?: string
  readonly inPlace?: true
}

/** The catalogue's text with what was laid over it in the database: to a file, to standard output, or into itself. */
export async function exportOverlay(path: string, { out, inPlace }: OverlayOptions): Promise<void> {
  const { withStored } = await import('./with-parts.ts')
  const { keptSources } = await import('../store/kept-sources.ts')
  const kept = await withStored(({ database }) => keptSources(database.db))
  if (inPlace) return rewrite(path, kept)
  const written = await overlaid(path, await readFile(path, 'utf8'), kept)
  if (out === undefined) process.stdout.write(written.text)
  else await writeFile(out, written.text)
  await say(written, out ?? 'standard output')
}

async function rewrite(path: string, kept: readonly KeptSource[]): Promise<void> {
  const { rewriteFile } = await import('./rewrite-file.ts')
  await rewriteFile(path, async (text) => {
    if (text === null) throw new UserError(`${path}: no such file`)
    const written = await overlaid(path, text, kept)
    await say(written, path)
    return written.text === text ? null : written.text
  })
}

/** @throws UserError where the catalogue is not sound, before or after. */
async function overlaid(path: string, text: string, kept: readonly KeptSource[]): Promise<OverlayText> {
  const { overlayText } = await import('../source/overlay-text.ts')
  const { parseCatalogue } = await import('../source/parse-catalogue.ts')
  const parsed = await parsedCatalogue(path)
  if (parsed.kind === 'invalid') throw new UserError(problemsText(parsed.problems))
  const written = overlayText(text, parsed.sources, kept, parsed.raters)
  const again = parseCatalogue(written.text, path)
  if (again.kind === 'catalogue') return written
  throw new UserError(`what would be written is not sound, and nothing was written: ${problemsText(again.problems)}`, 1)
}

async function say({ changed, left }: OverlayText, where: string): Promise<void> {
  const { printable } = await import('./printable.ts')
  const lines = [`${changed.length} sources changed, written to ${where}`, ...left.map((why) => `left out: ${why}`)]
  process.stderr.write(`${lines.map(printable).join('\n')}\n`)
}
