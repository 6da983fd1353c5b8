import { randomInt } from 'node:crypto'
import { hostname } from 'node:os'
import pg from 'pg'
import { z } from 'zod'
import { databaseBeside } from './create-database.ts'

/** Who may leave databases behind on a server of the user's: each sweeps up after its own kind only. */
export type TemporaryKind = 'parallax_demo' | 'parallax_test'

/** The living owner of temporary databases: a session that holds a lock, which the server takes back when its process dies. */
export interface TemporaryOwner {
  readonly key: number
  close(): Promise<void>
}

const LOCK_CLASS = 7_248
const orphanAfterMs = 3_600_000

/** What stands in a temporary database's comment, to be found when its owner is gone. */
const markSchema = z.strictObject({
  parallax: z.literal('temporary'),
  kind: z.string(),
  ownerKey: z.number().int(),
  createdAt: z.iso.datetime(),
  host: z.string(),
  pid: z.number().int(),
})
type Mark = z.infer<typeof markSchema>

export async function ownTemporaries(url: string): Promise<TemporaryOwner> {
  const client = new pg.Client({ connectionString: url, application_name: 'parallax owner', keepAlive: true })
  client.on('error', () => {
    // The server went away, and the databases may go with it; whoever uses one meets the same trouble and reports it.
  })
  await client.connect()
  const key = randomInt(2 ** 31 - 1)
  await client.query('select pg_advisory_lock($1, $2)', [LOCK_CLASS, key])
  return { key, close: () => client.end() }
}

export interface NewTemporary {
  readonly name: string
  readonly kind: TemporaryKind
  readonly ownerKey: number
  /** The database to copy. */
  readonly template?: string
}

/** Creates a database that says in its comment whose it is; returns its connection string. */
export async function createTemporary(url: string, { name, kind, ownerKey, template }: NewTemporary): Promise<string> {
  await administer(url, async (client) => {
    const database = pg.escapeIdentifier(name)
    const copy = template === undefined ? '' : ` template ${pg.escapeIdentifier(template)}`
    await client.query(`create database ${database}${copy}`)
    const createdAt = (await serverTime(client)).toISOString()
    const mark: Mark = { parallax: 'temporary', kind, ownerKey, createdAt, host: hostname(), pid: process.pid }
    await client.query(`comment on database ${database} is ${pg.escapeLiteral(JSON.stringify(mark))}`)
  })
  return databaseBeside(url, name)
}

/** Drops this kind's databases whose owner is gone, an hour after they were made at the earliest; returns their names. */
export async function dropOrphans(url: string, kind: TemporaryKind, olderThanMs = orphanAfterMs): Promise<string[]> {
  return administer(url, async (client) => {
    const before = (await serverTime(client)).getTime() - olderThanMs
    const dropped: string[] = []
    for (const { name, mark } of await unused(client)) {
      if (mark.kind !== kind || Date.parse(mark.createdAt) > before) continue
      // Not by force: one that somebody has entered meanwhile stays.
      const drop = client.query(`drop database if exists ${pg.escapeIdentifier(name)}`)
      if (await drop.then(() => true).catch(isKept)) dropped.push(name)
    }
    return dropped
  })
}

/** Marked databases of this user that nobody is connected to and whose owner's lock nobody holds. */
async function unused(client: pg.Client): Promise<{ name: string; mark: Mark }[]> {
  const { rows } = await client.query<{ name: string; comment: string }>(
    `select datname as name, shobj_description(oid, 'pg_database') as comment
     from pg_database
     where pg_get_userbyid(datdba) = current_user and shobj_description(oid, 'pg_database') is not null
       and not exists (select from pg_stat_activity where datid = pg_database.oid)`,
  )
  const held = await client.query<{ key: string }>(
    `select objid as key from pg_locks where locktype = 'advisory' and classid = $1 and granted`,
    [LOCK_CLASS],
  )
  const living = new Set(held.rows.map(({ key }) => Number(key)))
  return rows.flatMap(({ name, comment }) => {
    const mark = markIn(comment)
    return mark === null || living.has(mark.ownerKey) ? [] : [{ name, mark }]
  })
}

function markIn(comment: string): Mark | null {
  try {
    return markSchema.safeParse(JSON.parse(comment)).data ?? null
  } catch {
    // A comment of somebody else's.
    return null
  }
}

const keptCodes = new Set(['55006', '42501'])

function isKept(error: unknown): false {
  if (error instanceof pg.DatabaseError && keptCodes.has(error.code ?? '')) return false
  throw error
}

async function serverTime(client: pg.Client): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('select now()')
  const [row] = rows
  if (row === undefined) throw new Error('the server tells no time')
  return row.now
}

async function administer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'parallax' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
