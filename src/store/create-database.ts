import pg from 'pg'

const DUPLICATE_DATABASE = '42P04'

/** Creates a database beside the one `url` names, unless it is there; returns its connection string. */
export async function createDatabase(url: string, name: string): Promise<string> {
  await administer(url, `create database ${pg.escapeIdentifier(name)}`).catch((error: unknown) => {
    if (!(error instanceof pg.DatabaseError && error.code === DUPLICATE_DATABASE)) throw error
  })
  return databaseBeside(url, name)
}

/** The connection string of a database beside the one that `url` names. */
export function databaseBeside(url: string, name: string): string {
  const beside = new URL(url)
  beside.pathname = `/${name}`
  return beside.href
}

/** Drops a database with all its connections. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await administer(url, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'parallax' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
