import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from './schema.ts'

/** A connection pool's queries, or one transaction's: what every statement of the store takes first. */
export type Database = Pick<
  NodePgDatabase<typeof schema>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute' | 'transaction' | '$with' | 'with'
>

export interface OpenDatabase {
  readonly db: Database
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Opens a pool on `url`; connections are made when first used. A lost connection fails its query, not the process. */
export function openDatabase(url: string, options: { maxConnections?: number } = {}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    application_name: 'parallax',
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', () => {
    // An idle connection broke (the server restarted): the pool makes a new one for the next query.
  })
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() }
}
