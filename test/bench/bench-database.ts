import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '../../src/source/source.ts'
import { createDatabase, dropDatabase } from '../../src/store/create-database.ts'
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts'
import { openEmbeddedPostgres } from '../../src/store/embedded-postgres.ts'
import { migrate } from '../../src/store/migrate.ts'
import { ensurePartitions } from '../../src/store/partitions.ts'
import { syncCatalogue } from '../../src/store/sources.ts'

export interface BenchServer {
  readonly url: string
  close(): Promise<void>
}

/** The server that DATABASE_URL names, or an embedded one as `npm start` runs it, in a temporary folder. */
export async function openBenchServer(): Promise<BenchServer> {
  const given = process.env['DATABASE_URL']
  if (given) return { url: given, close: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
  // Root's server runs as another user, who must be able to pass.
  chmodSync(folder, 0o755)
  const server = await openEmbeddedPostgres(join(folder, 'postgres'), { temporary: true })
  const close = async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: server.url, close }
}

export interface BenchDatabase extends OpenDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** A fresh database that declares the given sources. */
export async function createBenchDatabase(server: BenchServer, sources: readonly Source[]): Promise<BenchDatabase> {
  const name = `parallax_bench_${randomBytes(6).toString('hex')}`
  const url = await createDatabase(server.url, name)
  await migrate(url)
  const open = openDatabase(url)
  const now = new Date()
  await ensurePartitions(open.db, now)
  await syncCatalogue(open.db, sources, now)
  const drop = async () => {
    await open.close()
    await dropDatabase(server.url, name)
  }
  return { ...open, url, drop }
}
