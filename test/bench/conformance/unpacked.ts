import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

export interface FeedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** The files of a .tar.gz in order of their names. */
export function unpacked(archive: string): FeedFile[] {
  const dir = mkdtempSync(join(tmpdir(), 'conformance-'))
  try {
    execFileSync('tar', ['-xzf', archive, '-C', dir])
    const paths = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    return paths
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ name: relative(dir, path), bytes: readFileSync(path) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  } finally {
    rmSync(dir, { recursive: true })
  }
}
