import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import type { BundleId } from './ids.ts'

/**
 * What editors decided on background of merged stories' bundles holds in this one, too, where they did not decide on the same sentence
 * in it; what is held there is held here, until this bundle is written with other background. `absorbed`: the bundles that count here,
 * the nearest first. Wants the bundle's row.
 * @returns the numbers of the sentences that came along now
 */
export async function carryBackground(db: Database, id: BundleId, absorbed: readonly BundleId[]): Promise<number[]> {
  const from = sql`${sql.param([...absorbed])}::bigint[]`
  await giveBack(db, id, absorbed)
  if (absorbed.length === 0) return []
  const { rows } = await db.execute<{ number: number }>(
    sql`with theirs as (
          select distinct on (key) *, coalesce(carried_from, bundle_id) as origin from bundle_background
          where bundle_id = any(${from}) and state in ('held', 'accepted', 'rejected')
            and coalesce(carried_from, bundle_id) = any(${from})
          order by key, state = 'held', array_position(${from}, bundle_id), decided_at desc
        )
        insert into bundle_background as own
          (bundle_id, number, key, text, model, state, held_at, decided_at, decided_by, note, carried_from)
        select ${id}::bigint, (select coalesce(max(number), 0) from bundle_background where bundle_id = ${id}::bigint)
            + row_number() over (order by array_position(${from}, bundle_id), number),
          key, text, model, state, held_at, decided_at, decided_by, note, origin
        from theirs
        on conflict (bundle_id, key) do update set
          state = excluded.state, decided_at = excluded.decided_at, decided_by = excluded.decided_by, note = excluded.note,
          carried_from = excluded.carried_from,
          own_state = case when own.carried_from is null then own.state else own.own_state end
        where case
          when excluded.state = 'held' then own.state = 'replaced' and own.carried_from is not null
          when own.state in ('accepted', 'rejected') then own.carried_from is not null
            and (own.state, own.decided_at) is distinct from (excluded.state, excluded.decided_at)
          else true end
        returning own.number`,
  )
  return rows.map(({ number }) => number).sort((a, b) => a - b)
}

/** What came with a story that is here no more is what it was before. */
async function giveBack(db: Database, id: BundleId, absorbed: readonly BundleId[]): Promise<void> {
  await db.execute(
    sql`update bundle_background set state = coalesce(own_state, 'replaced'), decided_at = null, decided_by = null, note = null,
          carried_from = case when own_state is null then carried_from end, own_state = null
        where bundle_id = ${id}::bigint and state <> 'replaced' and carried_from is not null
          and carried_from <> all(${sql.param([...absorbed])}::bigint[])`,
  )
}
