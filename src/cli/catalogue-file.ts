import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import type { CatalogueProblem, ParsedCatalogue } from '../source/parse-catalogue.ts'
import type { Source } from '../source/source.ts'
import { UserError } from './fail.ts'

export type SoundCatalogue = Extract<ParsedCatalogue, { kind: 'catalogue' }>

/** The sources of a catalogue file. @throws UserError that lists every problem with its place. */
export async function loadCatalogue(path: string): Promise<readonly Source[]> {
  const parsed = await parsedCatalogue(path)
  if (parsed.kind === 'catalogue') return parsed.sources
  throw new UserError(problemsText(parsed.problems))
}

/** A catalogue file, parsed; one that was found sound is not parsed a second time. @throws UserError where it can't be read. */
export async function parsedCatalogue(path: string): Promise<ParsedCatalogue> {
  const text = await textOf(path)
  const cache = join(readConfig(process.env).dir, 'catalogues')
  const name = `${await keyOf(text, path)}.json`
  const known = await readCached(join(cache, name))
  if (known !== null) return known
  const { parseCatalogue } = await import('../source/parse-catalogue.ts')
  const parsed = parseCatalogue(text, path)
  if (parsed.kind === 'catalogue') await writeCached(cache, name, parsed)
  return parsed
}

export const problemsText = (problems: readonly CatalogueProblem[]) =>
  [
    `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the catalogue`,
    ...problems.map(({ file, line, column, field, message }) => `${file}:${line}:${column}: ${field}: ${message}`),
  ].join('\n')

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw new UserError(
      `${path}: ${error instanceof Error ? error.message : String(error)} (name another file in PARALLAX_SOURCES)`,
    )
  })
}

/** What the answer depends on: the text, the name that problems are told by, and the code that judges it. */
async function keyOf(text: string, path: string): Promise<string> {
  const hash = createHash('sha256').update(path).update('\0').update(text)
  const folder = join(import.meta.dirname, '..', 'source')
  for (const name of (await readdir(folder)).toSorted()) hash.update(await readFile(join(folder, name)))
  return hash.digest('hex').slice(0, 32)
}

/** Null where it was never written, or is damaged: the first line is the sum of the rest. */
async function readCached(file: string): Promise<SoundCatalogue | null> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  return end > 0 && text.slice(0, end) === sumOf(body) ? JSON.parse(body) : null
}

const sumOf = (text: string) => createHash('sha256').update(text).digest('hex')

const mostKept = 4

/** Nothing depends on it: where the folder can't be written, the next command parses again. */
async function writeCached(folder: string, name: string, parsed: SoundCatalogue): Promise<void> {
  const fresh = join(folder, `.${name}.${process.pid}`)
  try {
    await mkdir(folder, { recursive: true })
    const body = JSON.stringify(parsed)
    await writeFile(fresh, `${sumOf(body)}\n${body}`)
    await rename(fresh, join(folder, name))
    await forgetOldest(folder)
  } catch {
    await rm(fresh, { force: true }).catch(() => {
      // It was never made.
    })
  }
}

async function forgetOldest(folder: string): Promise<void> {
  const names = await readdir(folder)
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })))
  const old = dated.toSorted((a, b) => b.at - a.at).slice(mostKept)
  for (const { name } of old) await rm(join(folder, name), { force: true })
}
