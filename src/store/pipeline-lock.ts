import pg from 'pg'

/** The pipelines that must not run twice at a time on one database. Order is their number in the lock. Others share their work by host. */
const lockedPipelines = ['sync-sources', 'link', 'bundle', 'continue'] as const
export type LockedPipeline = (typeof lockedPipelines)[number]
const LOCK_CLASS = 7_247
const LANGUAGE_LOCK_CLASS = 7_248

/** A machine that went silent is noticed after ten seconds, not after the two hours that systems wait by themselves. */
const keepAlive = '-c tcp_keepalives_idle=4 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3'

export type Held<T> = { readonly kind: 'done'; readonly result: T } | { readonly kind: 'busy' }

/** Runs `work` while this process alone groups the articles of a language. */
export type LanguageLock = <T>(language: string, work: () => Promise<T>) => Promise<Held<T>>

/**
 * Runs `work` while this process alone holds the pipeline on this database. The lock belongs to a session of its own:
 * a killed process frees it.
 * @returns 'busy' without running when another process holds it.
 */
export async function withPipelineLock<T>(
  url: string,
  pipeline: LockedPipeline,
  work: () => Promise<T>,
): Promise<Held<T>> {
  return withLock(url, pipeline, [LOCK_CLASS, lockedPipelines.indexOf(pipeline)], work)
}

/** One process at a time groups the articles of a language; several languages may be grouped by several. */
export function languageLock(url: string): LanguageLock {
  return (language, work) => withLock(url, `cluster ${language}`, [LANGUAGE_LOCK_CLASS, language], work)
}

async function withLock<T>(
  url: string,
  name: string,
  [lockClass, key]: readonly [number, number | string],
  work: () => Promise<T>,
): Promise<Held<T>> {
  const options = { application_name: `parallax ${name}`, options: keepAlive }
  const client = new pg.Client({ connectionString: url, ...options })
  client.on('error', () => {
    // The next statement of the pipeline meets the same lost server and reports it.
  })
  await client.connect()
  try {
    const { rows } = await client.query<{ held: boolean }>(
      `select pg_try_advisory_lock($1, ${typeof key === 'string' ? 'hashtext($2)' : '$2'}) as held`,
      [lockClass, key],
    )
    return rows[0]?.held ? { kind: 'done', result: await work() } : { kind: 'busy' }
  } finally {
    await client.end()
  }
}
