import pg from 'pg'

/** Any number, the same for every worker. */
const WORKERS_LOCK = 7_247_021

/** A worker's share in the lock that all workers hold while they live. */
export interface Presence {
  /** Takes the share anew where its connection was lost: the server was restarted, say. */
  renew(): Promise<void>
  close(): Promise<void>
}

/**
 * Every worker shares one lock while it lives. Who gets it alone is the only one: what the queue still calls active belongs to
 * the killed, and would otherwise keep its hosts from being visited until the heartbeat's time is over.
 */
export async function announce(url: string, aloneHere: () => Promise<unknown>): Promise<Presence> {
  let session = await openSession(url)
  await share(session.client, aloneHere)
  return {
    async renew() {
      if (!session.isLost()) return
      session = await openSession(url)
      await share(session.client)
    },
    close: () => session.client.end(),
  }
}

async function openSession(url: string) {
  const client = new pg.Client({ connectionString: url, application_name: 'parallax worker' })
  let lost = false
  client.on('error', () => {
    lost = true
  })
  await client.connect()
  return { client, isLost: () => lost }
}

async function share(client: pg.Client, aloneHere?: () => Promise<unknown>): Promise<void> {
  const isAlone = aloneHere !== undefined && (await getsAlone(client))
  if (isAlone) await aloneHere()
  await client.query('select pg_advisory_lock_shared($1)', [WORKERS_LOCK])
  if (isAlone) await client.query('select pg_advisory_unlock($1)', [WORKERS_LOCK])
}

async function getsAlone(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [WORKERS_LOCK])
  return rows[0]?.held === true
}
