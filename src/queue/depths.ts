import pg from 'pg'

export const QUEUE = 'visit-host'
/** Visits that failed to the last, for an operator to look at. */
export const DEAD = 'visit-host-dead'

/** Hosts in the queue. */
export interface QueueDepths {
  readonly waiting: number
  readonly active: number
  readonly deadLetters: number
}

const none: QueueDepths = { waiting: 0, active: 0, deadLetters: 0 }

/** Without starting the queue; all zero in a database that had none yet. */
export async function queueDepths(url: string): Promise<QueueDepths> {
  const client = new pg.Client({ connectionString: url, application_name: 'parallax status' })
  await client.connect()
  try {
    const { rows } = await client.query(`select to_regclass('pgboss.job') is not null as "isThere"`)
    return rows[0]?.isThere ? await depthsOf(async (text, values) => (await client.query(text, values)).rows) : none
  } finally {
    await client.end()
  }
}

/** Counted, for pg-boss's own figures are up to a minute old. */
export async function depthsOf(
  query: (text: string, values: unknown[]) => Promise<QueueDepths[]>,
): Promise<QueueDepths> {
  const [row] = await query(
    `select count(*) filter (where name = $1 and state < 'active')::int as waiting,
       count(*) filter (where name = $1 and state = 'active')::int as active,
       count(*) filter (where name = $2)::int as "deadLetters"
     from pgboss.job where name in ($1, $2) and state < 'completed'`,
    [QUEUE, DEAD],
  )
  return row ?? none
}
