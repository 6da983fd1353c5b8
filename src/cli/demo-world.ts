import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type Newsroom, startNewsroom } from '../../test/newsroom/server.ts'
import type { Config } from '../config.ts'
import { UserError } from './fail.ts'
import type { Server } from './parts.ts'

/** The newsroom on loopback and a database of the demo's own. */
export interface DemoWorld {
  readonly newsroom: Newsroom
  readonly server: Server
  /** The folder that a later demo may go on from; null for a temporary one. */
  readonly kept: string | null
  close(): Promise<void>
}

/** The newsroom's port is part of every address in the database, so a kept folder remembers it. */
const stateSchema = z.strictObject({ newsroomPort: z.number().int().min(1).max(65_535) })

export async function openDemoWorld(config: Config, dir: string | undefined): Promise<DemoWorld> {
  const kept = dir === undefined ? null : resolve(dir)
  const newsroom = await newsroomFor(kept)
  try {
    const server = config.databaseUrl === null ? await embeddedServer(kept) : await databaseOn(config.databaseUrl, kept)
    return { newsroom, server, kept, close: () => newsroom.close() }
  } catch (error) {
    await newsroom.close()
    throw error
  }
}

async function newsroomFor(kept: string | null): Promise<Newsroom> {
  if (kept === null) return startNewsroom()
  const file = join(kept, 'demo.json')
  const port = existsSync(file) ? readState(file) : 0
  const newsroom = await startNewsroom({ port }).catch((error: unknown) => {
    throw new UserError(
      `the newsroom of ${kept} lives on port ${port}, which can't be opened (${error instanceof Error ? error.message : String(error)}): is a demo running over this folder? Stop what uses the port, or choose another --dir`,
      1,
    )
  })
  mkdirSync(kept, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ newsroomPort: newsroom.port })}\n`)
  return newsroom
}

function readState(file: string): number {
  const state = stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!state.success) throw new UserError(`${file} is not a demo's: choose another --dir`)
  return state.data.newsroomPort
}

async function embeddedServer(kept: string | null): Promise<Server> {
  const { openEmbeddedPostgres } = await import('../store/embedded-postgres.ts')
  if (kept !== null) return openEmbeddedPostgres(join(kept, 'postgres'))
  const folder = mkdtempSync(join(tmpdir(), 'parallax-demo-'))
  // Root's server runs as another user, who must be able to pass.
  chmodSync(folder, 0o755)
  const server = await openEmbeddedPostgres(folder, { temporary: true, fsync: false })
  const close = async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: server.url, close }
}

/** On a server of the user's the demo touches one database, which it creates. */
async function databaseOn(url: string, kept: string | null): Promise<Server> {
  const { createDatabase } = await import('../store/create-database.ts')
  try {
    if (kept === null) return await temporaryDatabaseOn(url)
    return { url: await createDatabase(url, demoDatabaseName(kept)), close: async () => {} }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE) throw mayNotCreate(url)
    throw error
  }
}

/** Dropped at the end, or by a later demo where this one is killed. */
async function temporaryDatabaseOn(url: string): Promise<Server> {
  const { createTemporary, dropOrphans, ownTemporaries } = await import('../store/temporary-databases.ts')
  const { dropDatabase } = await import('../store/create-database.ts')
  const owner = await ownTemporaries(url)
  const name = `parallax_demo_${randomBytes(6).toString('hex')}`
  try {
    await dropOrphans(url, 'parallax_demo')
    const created = await createTemporary(url, { name, kind: 'parallax_demo', ownerKey: owner.key })
    const close = () => dropDatabase(url, name).finally(() => owner.close())
    return { url: created, close }
  } catch (error) {
    await owner.close()
    throw error
  }
}

const INSUFFICIENT_PRIVILEGE = '42501'

function mayNotCreate(url: string): UserError {
  const user = decodeURIComponent(new URL(url).username)
  return new UserError(
    `the demo works in a database of its own, and the user of DATABASE_URL may create none: let the server's administrator run \`alter role ${user || '…'} createdb\`, or unset DATABASE_URL`,
    1,
  )
}

/** The database that belongs to a kept folder. */
export function demoDatabaseName(dir: string): string {
  return `parallax_demo_${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`
}
