import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from './fail.ts'
import { isUrl } from './given-path.ts'

export type Input = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'url'; readonly url: string }

/**
 * FILE|DIR|URL arguments → inputs in a stable order: as given, a folder's files sorted by path.
 * `accepts` chooses among a folder's files; a file named outright is always taken.
 */
export async function inputFiles(paths: readonly string[], accepts: (path: string) => boolean): Promise<Input[]> {
  const inputs: Input[] = []
  for (const path of paths) {
    if (isUrl(path)) inputs.push({ kind: 'url', url: path })
    else for (const file of await filesAt(path, accepts)) inputs.push({ kind: 'file', path: file })
  }
  return inputs
}

async function filesAt(path: string, accepts: (path: string) => boolean): Promise<string[]> {
  const found = await stat(path).catch(() => {
    throw new UserError(`${path}: no such file or folder (a URL begins with http:// or https://)`)
  })
  if (!found.isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.filter(accepts).sort()
}

export const filesOf = (inputs: readonly Input[]) =>
  inputs.flatMap((input) => (input.kind === 'file' ? input.path : []))

export type ReadInput = { readonly kind: 'read'; readonly bytes: Buffer } | InputFailure

interface InputFailure {
  readonly kind: 'failed'
  readonly reason: 'unreadable'
  readonly detail: string
}

/** One file that can't be read costs the others nothing. */
export async function readInput(path: string): Promise<ReadInput> {
  try {
    return { kind: 'read', bytes: await readFile(path) }
  } catch (error) {
    return unreadable(error)
  }
}

export function unreadable(error: unknown): InputFailure {
  return { kind: 'failed', reason: 'unreadable', detail: error instanceof Error ? error.message : String(error) }
}

/** @throws UserError where there is no result at all, so that a script sees it. */
export function failWhereAllFailed(failed: number, inputs: number): void {
  if (failed === 0 || failed < inputs) return
  throw new UserError(failed === 1 ? 'the only input failed' : `all ${failed} inputs failed`, 1)
}
