import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { projectRoot } from '../project-root.ts'

/** Any number, the same for every process: migrations of one database run one at a time. */
const MIGRATION_LOCK = 7_247_013
const MINIMUM_SERVER = 150_000
/** First line of a file whose statements can't run in a transaction (create index concurrently). */
const OPT_OUT = '-- parallax: no transaction'

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

export class MigrationError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MigrationError'
  }
}

export function readMigrations(dir: string = join(projectRoot(), 'sql', 'migrations')): Migration[] {
  const names = readdirSync(dir).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    const sql = readFileSync(join(dir, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Brings the database up to `migrations` and returns the names it ran. One transaction a file, so that a failure keeps
 * what came before it; under an advisory lock, so that processes that start together do it once.
 * @throws MigrationError when the database is newer than the program, older than Postgres 15, or a file was changed.
 */
export async function migrate(url: string, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'parallax migrate' })
  client.on('error', () => {
    // The query that was running fails with the same error.
  })
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await runMissing(client, migrations)
  } finally {
    // Ending the session frees the lock.
    await client.end()
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  )
  const [server] = rows
  if (server && server.number < MINIMUM_SERVER)
    throw new MigrationError(`Postgres 15 or newer is needed; this server is ${server.version}`)
}

async function runMissing(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  await client.query(
    'create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
  const applied = new Map(rows.map((row) => [row.name, row.sha256]))
  refuseStrangers(applied, migrations)
  const missing = migrations.filter(({ name }) => !applied.has(name))
  for (const migration of missing) await runOne(client, migration)
  return missing.map(({ name }) => name)
}

function refuseStrangers(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]))
  for (const [name, sha256] of applied) {
    const own = known.get(name)
    if (own === undefined) {
      throw new MigrationError(
        `the database has migration ${name}, which this version does not know: it is newer; update Parallax`,
      )
    }
    if (own !== sha256)
      throw new MigrationError(`sql/migrations/${name} was changed after it ran here: restore it and add a new file`)
  }
}

async function runOne(client: pg.Client, migration: Migration): Promise<void> {
  const inTransaction = !migration.sql.startsWith(OPT_OUT)
  try {
    if (inTransaction) await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [migration.name, migration.sha256])
    if (inTransaction) await client.query('commit')
  } catch (error) {
    if (inTransaction) await client.query('rollback').catch(() => {})
    throw new MigrationError(
      `sql/migrations/${migration.name}: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
