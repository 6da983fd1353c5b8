import { constants } from 'node:fs'
import { type FileHandle, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from './fail.ts'

/** A temporary file that is older was left behind by a command that was killed. */
const STALE_MS = 30_000

/**
 * Rewrites a text file: whoever reads it meanwhile sees the old text or the new one, and a command that is killed leaves the old.
 * A link stays a link, the mode stays. `edit` is given the text, or null where there is no such file; null from it writes nothing.
 * @throws UserError where another command is rewriting it, or somebody changed it meanwhile.
 */
export async function rewriteFile(path: string, edit: (text: string | null) => Promise<string | null>): Promise<void> {
  const file = await realpath(path).catch(() => resolve(path))
  const fresh = join(dirname(file), `.${basename(file)}.new`)
  const handle = await openAlone(fresh, path)
  try {
    const before = await textOf(file)
    const after = await edit(before)
    if (after === null) return
    await writeThrough(handle, after, (await stat(file).catch(() => null))?.mode)
    if ((await textOf(file)) !== before)
      throw new UserError(`${path} was changed by somebody else meanwhile and is left as they wrote it: try again`, 1)
    await rename(fresh, file)
  } finally {
    await handle.close()
    await rm(fresh, { force: true })
  }
}

/** The temporary file is the lock as well: only one command can create it. */
async function openAlone(fresh: string, path: string): Promise<FileHandle> {
  const age = Date.now() - ((await stat(fresh).catch(() => null))?.mtimeMs ?? Date.now())
  if (age > STALE_MS) await rm(fresh, { force: true })
  return open(fresh, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o644).catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (isTaken) throw new UserError(`another command is writing ${path}: try again when it is done`, 1)
    throw new UserError(`${path} can't be rewritten: ${error instanceof Error ? error.message : String(error)}`, 1)
  })
}

async function writeThrough(handle: FileHandle, text: string, mode: number | undefined): Promise<void> {
  if (mode !== undefined) await handle.chmod(mode & 0o7777)
  await handle.writeFile(text)
  await handle.sync()
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new UserError(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  })
}
