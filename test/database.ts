import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { dropDatabase } from '../src/store/create-database.ts'
import { type OpenDatabase, openDatabase } from '../src/store/database.ts'
import { createTemporary } from '../src/store/temporary-databases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which tests may create databases, the name of the migrated one to copy, and the key of their owner. */
    server: { url: string; template: string; ownerKey: number }
  }
}

export interface TestDatabase extends OpenDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** A database of the test's own, copied from the migrated template (0.1 s); `empty` begins without tables. */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const { url: serverUrl, template, ownerKey } = inject('server')
  const name = `parallax_test_${randomBytes(6).toString('hex')}`
  const copied = { template: options.empty ? 'template0' : template }
  const url = await createTemporary(serverUrl, { name, kind: 'parallax_test', ownerKey, ...copied })
  const open = openDatabase(url)
  return {
    ...open,
    url,
    drop: async () => {
      await open.close()
      await dropDatabase(serverUrl, name)
    },
  }
}
