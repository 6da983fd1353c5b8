import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'

const program = join(import.meta.dirname, '../../src/cli/main.ts')

/** The demo; `hear` is told what it said on stderr so far. */
function demo(env: NodeJS.ProcessEnv, hear: (said: string, interrupt: () => void) => void = () => {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, 'demo', '--once'], {
    env: { ...process.env, ...env },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    hear(stderr, () => child.kill('SIGINT'))
  })
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((ended) =>
    child.on('close', (code) => ended({ code, stdout, stderr })),
  )
}

test('a demo that is interrupted says so and prints no table of what is not there', async () => {
  let interrupted = false
  const { code, stdout, stderr } = await demo({}, (said, interrupt) => {
    if (interrupted || !said.includes('sources')) return
    interrupted = true
    interrupt()
  })
  expect(stderr).toMatch(/parallax: interrupted\n$/)
  expect(stderr).not.toMatch(/The newsroom took|bundles written/)
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
})

test('a user who may create no database is told which right is wanting', async ({ skip }) => {
  const { url } = inject('server')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const role = `parallax_test_${randomBytes(6).toString('hex')}`
  const made = await client.query(`create role ${role} login password 'secret'`).catch(() => null)
  try {
    if (made === null) return skip('the user of DATABASE_URL may create no role')
    const asRole = Object.assign(new URL(url), { username: role, password: 'secret' })
    const { code, stderr } = await demo({ DATABASE_URL: asRole.href })
    expect(stderr).toBe(
      `parallax: the demo works in a database of its own, and the user of DATABASE_URL may create none: let the server's administrator run \`alter role ${role} createdb\`, or unset DATABASE_URL\n`,
    )
    expect(code).toBe(1)
  } finally {
    if (made !== null) await client.query(`drop role ${role}`)
    await client.end()
  }
})
