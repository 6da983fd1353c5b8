import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'

const partitioned = ['fetch_history', 'raw_page'] as const

/** Any number: "if not exists" alone does not keep two processes from making one table at a time. */
const PARTITIONS_LOCK = 7_247_014

/** Makes the partitions of this month and the next. Rows that came before their partition stay in the default one. */
export async function ensurePartitions(db: Database, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${PARTITIONS_LOCK})`)
    await makePartitions(tx, now)
  })
}

async function makePartitions(db: Database, now: Date): Promise<void> {
  for (const table of partitioned) {
    for (const month of [monthOf(now, 0), monthOf(now, 1)]) {
      if (await defaultHolds(db, table, month)) continue
      await db.execute(
        sql`create table if not exists ${sql.identifier(partitionName(table, month.from))} partition of ${sql.identifier(table)}
            for values from (${sql.raw(literal(month.from))}) to (${sql.raw(literal(month.to))})`,
      )
    }
  }
}

/** Drops whole months that ended before `before`; returns the names of what was dropped. */
export async function dropPartitionsBefore(
  db: Database,
  table: (typeof partitioned)[number],
  before: Date,
): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select inhrelid::regclass::text as name from pg_inherits where inhparent = ${table}::regclass order by 1`,
  )
  const expired = rows.map(({ name }) => name).filter((name) => isMonthBefore(table, name, before))
  for (const name of expired) await db.execute(sql`drop table ${sql.identifier(name)}`)
  return expired
}

/** Deletes rows older than `before` that came before their month's partition and so lie in the default one. */
export async function dropStrayRowsBefore(
  db: Database,
  table: (typeof partitioned)[number],
  before: Date,
): Promise<number> {
  const [stray, column] = [sql.identifier(`${table}_default`), sql.identifier(timeColumn(table))]
  const { rowCount } = await db.execute(sql`delete from ${stray} where ${column} < ${before}::timestamptz`)
  return rowCount ?? 0
}

interface Month {
  readonly from: Date
  readonly to: Date
}

function monthOf(now: Date, offset: number): Month {
  const start = (months: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1))
  return { from: start(offset), to: start(offset + 1) }
}

function partitionName(table: string, from: Date): string {
  return `${table}_${from.toISOString().slice(0, 7).replace('-', '_')}`
}

function isMonthBefore(table: string, name: string, before: Date): boolean {
  const match = /_(\d{4})_(\d{2})$/.exec(name)
  if (!match || !name.startsWith(`${table}_`)) return false
  return new Date(Date.UTC(Number(match[1]), Number(match[2]), 1)) <= before
}

const literal = (date: Date) => `'${date.toISOString()}'`

/** Postgres refuses a partition whose rows already lie in the default one. */
async function defaultHolds(db: Database, table: (typeof partitioned)[number], month: Month): Promise<boolean> {
  const column = timeColumn(table)
  const { rows } = await db.execute(
    sql`select 1 from ${sql.identifier(`${table}_default`)} where ${sql.identifier(column)} >= ${month.from} and ${sql.identifier(column)} < ${month.to} limit 1`,
  )
  return rows.length > 0
}

const timeColumn = (table: (typeof partitioned)[number]) => (table === 'raw_page' ? 'fetched_at' : 'at')
