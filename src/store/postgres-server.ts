import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { type Place, readIfThere, serverUrl } from './postgres-place.ts'
import type { Account } from './server-account.ts'
import { alive } from './start-lock.ts'

const run = promisify(execFile)
const START_ATTEMPTS = 5

/** Makes the database's files. */
export async function initialise(binaries: PostgresBinaries, account: Account, place: Place): Promise<void> {
  const password = randomBytes(24).toString('base64url')
  writeFileSync(place.password, `${password}\n`, { mode: 0o600 })
  const unfinished = `${place.data}.new`
  const passwordFile = `${place.data}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account.kind === 'other') for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid)
  try {
    await command(account, binaries.initdb, [
      ...['-D', unfinished, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
    ])
  } catch (error) {
    throw new EmbeddedPostgresError(`its files could not be made in ${place.home}: ${lastLines(outputOf(error))}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  // Only a finished folder gets the name: initdb that was killed half-way is begun again.
  renameSync(unfinished, place.data)
}

async function ownVersion(binaries: PostgresBinaries): Promise<string> {
  const { stdout } = await run(binaries.pgCtl, ['--version'])
  return /(\d+)/.exec(stdout)?.[1] ?? ''
}

/** @throws EmbeddedPostgresError when the files belong to another major version. */
export async function refuseOtherVersion(binaries: PostgresBinaries, place: Place): Promise<void> {
  const own = await ownVersion(binaries)
  const found = readIfThere(join(place.data, 'PG_VERSION'))?.trim()
  if (found !== own) {
    throw new EmbeddedPostgresError(
      `${place.data} was written by Postgres ${found ?? '(unknown)'} and this is ${own}: move it away, or bring it over with pg_dump`,
    )
  }
}

/** The port of a server that answers in this folder; null when there is none (a stale postmaster.pid counts as none). */
export async function runningPort(place: Place): Promise<number | null> {
  const [pid, , , port] = (readIfThere(join(place.data, 'postmaster.pid')) ?? '').split('\n')
  if (!pid || !port || !alive(Number(pid))) return null
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await answers(serverUrl(place, Number(port)))) return Number(port)
    if (!alive(Number(pid))) return null
    await sleep(250)
  }
  return null
}

/** Starts the server on a free loopback port; returns the port. */
export async function startServer(
  binaries: PostgresBinaries,
  account: Account,
  place: Place,
  options: { fsync: boolean },
): Promise<number> {
  let reason = ''
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    const port = await freePort()
    writeFileSync(place.log, '')
    if (account.kind === 'other') chownSync(place.log, account.uid, account.gid)
    const settings = [
      ...[`-p ${port}`, '-c listen_addresses=127.0.0.1', "-c unix_socket_directories=''", '-c shared_buffers=64MB'],
      ...['-c max_connections=60', `-c fsync=${options.fsync ? 'on' : 'off'}`, '-c timezone=UTC', '-c jit=off'],
    ]
    try {
      await command(account, binaries.pgCtl, [
        'start',
        '-w',
        '-t',
        '60',
        '-D',
        place.data,
        '-l',
        place.log,
        '-o',
        settings.join(' '),
      ])
      return port
    } catch (error) {
      reason = lastLines(readIfThere(place.log) || outputOf(error))
      // A port taken meanwhile, or the dying children of a killed server: both pass.
      await sleep(500)
    }
  }
  throw new EmbeddedPostgresError(`it did not start in ${place.home}: ${reason}. Its whole log is ${place.log}`)
}

/** Stops the server, letting it write what it has. One that is already stopped is what was wanted. */
export async function stopServer(binaries: PostgresBinaries, account: Account, place: Place): Promise<void> {
  await command(account, binaries.pgCtl, ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', '30']).catch(() => {})
}

/** Runs a Postgres program as its account, in a folder that the account can enter. */
function command(account: Account, program: string, args: string[]) {
  const identity = account.kind === 'other' ? { uid: account.uid, gid: account.gid } : {}
  // No pipes for pg_ctl start: the server would inherit them and keep us waiting for their end.
  if (args[0] !== 'start') return run(program, args, { ...identity, cwd: '/', env: serverEnvironment() })
  return new Promise<void>((done, failed) => {
    const child = spawn(program, args, { ...identity, cwd: '/', env: serverEnvironment(), stdio: 'ignore' })
    child.on('error', failed)
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`pg_ctl start ended with ${code}`))))
  })
}

/** The caller's PG* variables speak of other servers. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', HOME: '/' }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.on('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? found(address.port) : failed(new Error('no free port')),
      )
    })
  })
}

const outputOf = (error: unknown) =>
  error instanceof Error && 'stderr' in error && typeof error.stderr === 'string' && error.stderr !== ''
    ? error.stderr
    : String(error)

const lastLines = (text: string) => text.trim().split('\n').slice(-4).join(' | ')
