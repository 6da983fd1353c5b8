import { bigint } from 'drizzle-orm/pg-core'

/**
 * A bigint column whose values are branded strings in the program: drizzle's own modes give numbers or BigInts, and a
 * plain number would let an article's id pass for a story's.
 */
export function idColumn<Id extends string>(name: string, mint: (value: string) => Id) {
  const builder = bigint(name, { mode: 'number' }).$type<Id>()
  const internal = builder as unknown as { build(table: unknown): { mapFromDriverValue(value: unknown): Id } }
  const build = internal.build.bind(builder)
  internal.build = (table) => {
    const column = build(table)
    column.mapFromDriverValue = (value) => mint(String(value))
    return column
  }
  return builder
}
