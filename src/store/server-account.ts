import { execFileSync } from 'node:child_process'
import { type Stats, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'

/** Whom the database server runs as: ourselves, or, since Postgres refuses root, an unprivileged account. */
export type Account = { readonly kind: 'self' } | { readonly kind: 'other'; readonly uid: number; readonly gid: number }

export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  for (const name of ['postgres', 'nobody']) {
    const account = accountNamed(name)
    if (account) return account
  }
  throw new EmbeddedPostgresError(
    'Postgres refuses to run as root, and this system has neither a user `postgres` nor `nobody`: create one (`useradd --system postgres`), run as an ordinary user, or set DATABASE_URL',
  )
}

function accountNamed(name: string): Account | null {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { kind: 'other', uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

/** Whether the account can pass through every folder above `path` (a home of mode 700 stops it). */
export function reachableBy(account: Account, path: string): boolean {
  if (account.kind === 'self') return true
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = statOf(folder)
    if (found?.isDirectory() && !mayPass(account, found)) return false
    if (folder === dirname(folder)) return true
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    // Not there yet, or below a file: making it will say what is wrong.
    return undefined
  }
}

function mayPass(account: { uid: number; gid: number }, folder: Stats): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0
  return (folder.mode & 0o001) !== 0
}
