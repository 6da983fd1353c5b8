import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unpackedChromium } from './unpacked.ts'

export interface RunnableChromium {
  readonly executablePath: string
  /** What it needs besides the environment of the test run. */
  readonly env: Record<string, string>
}

const run = promisify(execFile)

export async function runnableChromium(): Promise<RunnableChromium> {
  const named = process.env['CHROME_PATH']
  return named ? chromiumOfThisMachine(named) : carriedChromium()
}

async function chromiumOfThisMachine(executablePath: string): Promise<RunnableChromium> {
  await access(executablePath, constants.X_OK).catch(() => {
    throw new Error(`CHROME_PATH=${executablePath} is not a program that can be run: set it to a Chrome or Chromium`)
  })
  return { executablePath, env: {} }
}

async function carriedChromium(): Promise<RunnableChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw cannotRun('it is built for Linux on x64')
  const folder = await unpackedChromium().catch((error: unknown) => {
    throw cannotRun(`it could not be unpacked: ${messageOf(error)}`)
  })
  const executablePath = join(folder, 'chromium')
  let failure = ''
  for (const env of environments(folder)) {
    const outcome = await run(executablePath, ['--version'], { env: { ...process.env, ...env } }).catch(messageOf)
    if (typeof outcome !== 'string') return { executablePath, env }
    failure = outcome
  }
  throw cannotRun(`its answer was: ${failure.trim()}`)
}

// The machine's own libraries come first: the carried ones are newer than an old glibc can load.
function environments(folder: string): Record<string, string>[] {
  const base = {
    HOME: join(folder, 'home'),
    XDG_CONFIG_HOME: join(folder, 'home'),
    XDG_CACHE_HOME: join(folder, 'home'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  }
  const paths = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean)
  return [base, { ...base, LD_LIBRARY_PATH: paths.join(':') }]
}

function cannotRun(why: string): Error {
  return new Error(
    `No Chromium for the browser test on this machine (${process.platform} ${process.arch}): the one inside ` +
      `@sparticuz/chromium cannot run here, ${why}\nSet CHROME_PATH to an installed Chrome or Chromium, ` +
      'for example CHROME_PATH=/usr/bin/chromium npm test (where only the temporary folder forbids programs, set TMPDIR)',
  )
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
