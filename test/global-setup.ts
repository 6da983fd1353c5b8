import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { dropDatabase } from '../src/store/create-database.ts'
import { openEmbeddedPostgres } from '../src/store/embedded-postgres.ts'
import { migrate } from '../src/store/migrate.ts'
import { createTemporary, dropOrphans, ownTemporaries } from '../src/store/temporary-databases.ts'

/** One server for the whole run: the one DATABASE_URL names, or an embedded one in a temporary folder. */
export default async function setup(project: TestProject) {
  const server = await testServer()
  const owner = await ownTemporaries(server.url)
  await dropOrphans(server.url, 'parallax_test')
  const name = `parallax_test_template_${randomBytes(6).toString('hex')}`
  await migrate(await createTemporary(server.url, { name, kind: 'parallax_test', ownerKey: owner.key }))
  project.provide('server', { url: server.url, template: name, ownerKey: owner.key })
  return async () => {
    await dropDatabase(server.url, name)
    await owner.close()
    await server.close()
  }
}

async function testServer() {
  const given = process.env['DATABASE_URL']
  if (given) return { url: given, close: async () => {} }
  const dir = mkdtempSync(join(tmpdir(), 'parallax-test-'))
  // Root's server runs as another user, who must be able to pass.
  chmodSync(dir, 0o755)
  const server = await openEmbeddedPostgres(join(dir, 'postgres'), { temporary: true, fsync: false })
  return {
    url: server.url,
    close: async () => {
      await server.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
