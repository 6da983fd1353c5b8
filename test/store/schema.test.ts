import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as schema from '../../src/store/schema.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let migrated: TestDatabase
let drizzled: TestDatabase

beforeAll(async () => {
  migrated = await testDatabase()
  drizzled = await testDatabase({ empty: true })
  const statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(schema))
  for (const statement of statements) await drizzled.pool.query(statement)
})
afterAll(async () => {
  await migrated.drop()
  await drizzled.drop()
})

// `migration` belongs to the migrator; partitions are named after months and drizzle knows nothing of them.
const own = `n.nspname = 'public' and c.relname <> 'migration' and not c.relispartition`

const catalogues: Record<string, string> = {
  columns: `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
      a.attidentity as identity, pg_get_expr(d.adbin, d.adrelid) as default
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where ${own} and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by 1, 2`,
  keys: `select c.relname as table, k.contype as kind,
      case k.contype when 'p' then '' when 'f' then '' else k.conname end as name,
      regexp_replace(pg_get_constraintdef(k.oid), ' DEFERRABLE INITIALLY DEFERRED', '') as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${own} and k.contype in ('p', 'u', 'f', 'c') order by 1, 2, 4, 3`,
  indexes: `select c.relname as table, i.relname as name, regexp_replace(pg_get_indexdef(x.indexrelid), ' ON ONLY ', ' ON ') as definition
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    join pg_namespace n on n.oid = c.relnamespace
    where ${own} and not x.indisprimary order by 1, 2`,
}

const rowsOf = async (pool: pg.Pool, query: string) => (await pool.query(query)).rows

test.each(Object.entries(catalogues))('the drizzle schema has the migrated database’s %s', async (_, query) => {
  const expected = await rowsOf(migrated.pool, query)
  expect(expected.length).toBeGreaterThan(10)
  expect(await rowsOf(drizzled.pool, query)).toEqual(expected)
})

test('every time is a timestamptz', async () => {
  const rows = await rowsOf(
    migrated.pool,
    `select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type like 'timestamp without%'`,
  )
  expect(rows).toEqual([])
})
