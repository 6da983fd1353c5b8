import { type SQL, sql } from 'drizzle-orm'

/** A column of `rowsAs`: its Postgres type and how a row gives its value. */
export type ColumnOf<Row> = readonly [type: string, value: (row: Row) => string | number | boolean | Date | null]

/**
 * Rows as a table `name` in a from clause: one array parameter a column, so that ten thousand rows are one statement. Arrays
 * and not JSON: text that is no valid JSON (lone surrogates) arrives repaired instead of failing its whole set.
 */
export function rowsAs<Row>(name: string, rows: readonly Row[], columns: Readonly<Record<string, ColumnOf<Row>>>): SQL {
  const arrays = Object.values(columns).map(([type, value]) => sql`${sql.param(rows.map(value))}::${sql.raw(type)}[]`)
  const names = Object.keys(columns).map((column) => sql.identifier(column))
  return sql`unnest(${sql.join(arrays, sql`, `)}) as ${sql.identifier(name)}(${sql.join(names, sql`, `)})`
}
