import pg from 'pg'

/** The pipelines that must not run twice at a time on one database. Order is their number in the lock. Others share their work by host. */
const lockedPipelines = ['sync-sources', 'cluster', 'bundle'] as const
export type LockedPipeline = (typeof lockedPipelines)[number]
const LOCK_CLASS = 7_247

/**
 * Runs `work` while this process alone holds the pipeline on this database. The lock belongs to a session of its own:
 * a killed process frees it.
 * @returns 'busy' without running when another process holds it.
 */
export async function withPipelineLock<T>(
  url: string,
  pipeline: LockedPipeline,
  work: () => Promise<T>,
): Promise<{ kind: 'done'; result: T } | { kind: 'busy' }> {
  const client = new pg.Client({ connectionString: url, application_name: `parallax ${pipeline}` })
  client.on('error', () => {
    // The next statement of the pipeline meets the same lost server and reports it.
  })
  await client.connect()
  try {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
      LOCK_CLASS,
      lockedPipelines.indexOf(pipeline),
    ])
    return rows[0]?.held ? { kind: 'done', result: await work() } : { kind: 'busy' }
  } finally {
    await client.end()
  }
}
