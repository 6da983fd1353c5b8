import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from './fail.ts'

export type Input = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'url'; readonly url: string }

/**
 * FILE|DIR|URL arguments → inputs in a stable order: as given, a folder's files sorted by path.
 * `accepts` chooses among a folder's files; a file named outright is always taken.
 */
export async function* inputFiles(paths: readonly string[], accepts: (path: string) => boolean): AsyncGenerator<Input> {
  for (const path of paths) {
    if (/^https?:\/\//i.test(path)) yield { kind: 'url', url: path }
    else yield* filesAt(path, accepts)
  }
}

async function* filesAt(path: string, accepts: (path: string) => boolean): AsyncGenerator<Input> {
  const found = await stat(path).catch(() => {
    throw new UserError(`${path}: no such file or folder (a URL begins with http:// or https://)`)
  })
  if (!found.isDirectory()) {
    yield { kind: 'file', path }
    return
  }
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const file of files.filter(accepts).sort()) yield { kind: 'file', path: file }
}
