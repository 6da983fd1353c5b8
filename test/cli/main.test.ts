import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const program = join(import.meta.dirname, '../../src/cli/main.ts')
const parallax = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, ['--import', 'tsx', program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })

test.each([
  [[]],
  [['demo']],
  [['start']],
  [['serve']],
  [['work']],
  [['ingest']],
  [['extract']],
  [['cluster']],
  [['bundle']],
  [['migrate']],
  [['status']],
  [['sources', 'check']],
  [['feeds', 'list']],
  [['feeds', 'show']],
  [['feeds', 'doctor']],
  [['try', 'feeds']],
  [['try', 'pages']],
  [['try', 'stories']],
  [['try', 'bundles']],
  [['eval', 'stories']],
])('parallax %j --help says how to use it', (args) => {
  const { status, stdout } = parallax([...args, '--help'])
  expect(status).toBe(0)
  expect(stdout).toMatch(new RegExp(`^Usage: parallax ${args.join(' ')}`))
})

test.each([
  [['no-such-command'], {}, /unknown command/],
  [['serve', '--port', '70000'], {}, /0 to 65535/],
  [['status'], { PARALLAX_PORT: 'x' }, /^parallax: PARALLAX_PORT: /],
  [['sources', 'check', '/no/such/file.yaml'], {}, /no such file.*PARALLAX_SOURCES/],
])('wrong use %j ends with 2 and says so', (args, env, message) => {
  const { status, stderr } = parallax(args, env)
  expect(stderr).toMatch(message)
  expect(status).toBe(2)
})

test('a database that does not answer is said to be the trouble, without its password', () => {
  const { status, stderr } = parallax(['status'], { DATABASE_URL: 'postgres://me:secret@127.0.0.1:9/none' })
  expect(stderr).toMatch(/^parallax: the database does not answer \(ECONNREFUSED\)/)
  expect(stderr).not.toContain('secret')
  expect(status).toBe(1)
})

test('sources check names file, line and column of each problem', () => {
  const dir = mkdtempSync(join(tmpdir(), 'parallax-check-'))
  const file = join(dir, 'sources.yaml')
  writeFileSync(file, 'sources:\n  - id: one\n    nmae: One\n')
  const { status, stderr } = parallax(['sources', 'check', file])
  rmSync(dir, { recursive: true })
  expect(status).toBe(2)
  expect(stderr).toMatch(/sources\.yaml:3:5: sources\[0\]\.nmae: .*name/)
})
