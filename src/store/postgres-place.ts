import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { type Account, reachableBy } from './server-account.ts'

/** Where root keeps what the database's own user must be able to reach. */
export const ROOT_SHARED_DIR = '/var/lib/parallax'

/** The files of one embedded server. */
export interface Place {
  readonly home: string
  readonly data: string
  readonly log: string
  readonly owners: string
  readonly lock: string
  readonly password: string
}

export function placeAt(home: string): Place {
  const place = {
    home,
    data: join(home, 'data'),
    log: join(home, 'log'),
    owners: join(home, 'owners'),
    lock: join(home, 'lock'),
    password: join(home, 'password'),
  }
  try {
    mkdirSync(place.owners, { recursive: true })
  } catch (error) {
    throw new EmbeddedPostgresError(
      `${home} can't be made (${String(error)}): choose another folder, or set DATABASE_URL`,
    )
  }
  return place
}

/** `dir`, or for root a folder that stands for it where the server's user can go. */
export function reachableHome(account: Account, dir: string): string {
  const wanted = resolve(dir)
  if (reachableBy(account, wanted)) return wanted
  const name = `${basename(wanted)}-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`
  return join(ROOT_SHARED_DIR, name)
}

export function serverUrl(place: Place, port: number): string {
  const password = readIfThere(place.password)?.trim()
  if (password === undefined)
    throw new EmbeddedPostgresError(
      `${place.password} is missing or unreadable: it holds the password of ${place.data}`,
    )
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`
}

export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
