import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts'
import { type Place, placeAt, ROOT_SHARED_DIR, reachableHome, serverUrl } from './postgres-place.ts'
import { initialise, refuseOtherVersion, runningPort, startServer, stopServer } from './postgres-server.ts'
import { watch } from './postgres-watch.ts'
import { type Account, serverAccount } from './server-account.ts'
import { alive, underLock } from './start-lock.ts'

export interface EmbeddedPostgres {
  /** Connection string of the server's database `postgres`. */
  readonly url: string
  /** Where the files are: `dir`, save for root, whose choice may not be reachable by the server's user. */
  readonly dir: string
  /** Stops the server unless another process still uses it. */
  close(): Promise<void>
}

export interface EmbeddedOptions {
  /** Removes the files with the last user, also when that user was killed. */
  readonly temporary?: boolean
  /** Off only where the data may be made again after a power cut: demo and tests. */
  readonly fsync?: boolean
}

/**
 * A Postgres of our own that keeps its files in `dir`. A server that is already running there is shared: several
 * processes may open the same folder, and the last to close stops it. It is detached, so that ctrl-C reaches only us
 * and open transactions can end; a watcher of a few lines stops it when all its users were killed.
 * @throws EmbeddedPostgresError with the reason and the way out.
 */
export async function openEmbeddedPostgres(dir: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const account = serverAccount()
  const place = placeAt(reachableHome(account, dir))
  const binaries = postgresBinaries(account, ROOT_SHARED_DIR)
  const port = await underLock(place, async () => {
    writeFileSync(join(place.owners, String(process.pid)), '')
    if (!existsSync(place.data)) await initialise(binaries, account, place)
    await refuseOtherVersion(binaries, place)
    return (await runningPort(place)) ?? (await startServer(binaries, account, place, { fsync: options.fsync ?? true }))
  })
  watch(place, options.temporary ?? false)
  return { url: serverUrl(place, port), dir: place.home, close: () => leave(binaries, account, place, options) }
}

async function leave(
  binaries: PostgresBinaries,
  account: Account,
  place: Place,
  options: EmbeddedOptions,
): Promise<void> {
  await underLock(place, async () => {
    rmSync(join(place.owners, String(process.pid)), { force: true })
    if (readdirSync(place.owners).some((pid) => alive(Number(pid)))) return
    await stopServer(binaries, account, place)
    if (options.temporary) rmSync(place.home, { recursive: true, force: true })
  })
}
