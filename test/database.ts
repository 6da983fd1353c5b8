import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type OpenDatabase, openDatabase } from '../src/store/database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which tests may create databases, and the name of the migrated one to copy. */
    server: { url: string; template: string }
  }
}

export interface TestDatabase extends OpenDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** A database of the test's own, copied from the migrated template (0.1 s); `empty` begins without tables. */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const { url: serverUrl, template } = inject('server')
  const name = `parallax_test_${randomBytes(6).toString('hex')}`
  await administer(serverUrl, `create database ${name} template ${options.empty ? 'template0' : template}`)
  const url = databaseUrl(serverUrl, name)
  const open = openDatabase(url)
  return {
    ...open,
    url,
    drop: async () => {
      await open.close()
      await administer(serverUrl, `drop database ${name} with (force)`)
    },
  }
}

export async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
