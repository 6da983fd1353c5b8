import { execFile } from 'node:child_process'
import { access, lstat, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const require = createRequire(import.meta.url)
const run = promisify(execFile)
const entry = require.resolve('@sparticuz/chromium')

/**
 * The folder with `chromium`, its libraries in `al2023/lib` and a `fonts.conf`; unpacked once per version and user, and
 * kept. Several test files may ask at once: each unpacks beside the place and the first rename wins.
 */
export async function unpackedChromium(): Promise<string> {
  const folder = join(tmpdir(), `parallax-chromium-${packageVersion()}-${process.getuid?.() ?? 'user'}`)
  if (await isComplete(folder)) return folder
  const staging = await mkdtemp(`${folder}-`)
  try {
    await unpackInto(staging)
    await writeFile(join(staging, 'fonts.conf'), fontsConf(folder))
    await moveInto(staging, folder)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  return folder
}

// The package unpacks everything that it carries only where it believes to be on AWS, always into the temporary folder,
// and takes a half-written file of another process for a whole one. So it runs apart, in a folder of its own.
async function unpackInto(folder: string): Promise<void> {
  const module = pathToFileURL(join(dirname(entry), '..', 'esm', 'index.js')).href
  const script = `await (await import(${JSON.stringify(module)})).default.executablePath()`
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  await run(process.execPath, ['--input-type=module', '--eval', script], { env })
  await mkdir(join(folder, 'home'))
}

async function moveInto(staging: string, folder: string): Promise<void> {
  try {
    await rename(staging, folder)
  } catch (error) {
    if (await isComplete(folder)) return
    if (!(await isOurs(folder))) throw error
    // What a cleaner of old temporary files left behind.
    await rm(folder, { recursive: true, force: true })
    await rename(staging, folder)
  }
}

async function isComplete(folder: string): Promise<boolean> {
  if (!(await isOurs(folder))) return false
  const parts = ['chromium', 'fonts.conf', 'home', 'al2023/lib/libnss3.so', 'fonts/fonts']
  const found = await Promise.allSettled(parts.map((part) => access(join(folder, part))))
  return found.every((part) => part.status === 'fulfilled')
}

// The name can be guessed: a folder that someone else put there would be run as us.
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null)
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o077) === 0
}

/** The package's own file names folders of AWS only; the machine's fonts and aliases come first where it has some. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/home/fontconfig</cachedir>
</fontconfig>
`
}

function packageVersion(): string {
  const { version } = require(join(dirname(entry), '..', '..', 'package.json'))
  return String(version)
}
