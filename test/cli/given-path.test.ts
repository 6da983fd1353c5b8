import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { projectRoot } from '../../src/project-root.ts'

const run = promisify(execFile)
const program = join(projectRoot(), 'src/cli/main.ts')

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-stood-'))
  await writeFile(join(folder, 'a.html'), '<p>Too little.</p>')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const stood = { npm_lifecycle_event: 'parallax', INIT_CWD: join(projectRoot(), 'test', 'cli') }

async function filesTried(input: string, { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv }): Promise<string[]> {
  const args = ['--import', import.meta.resolve('tsx'), program, 'try', 'pages', input]
  const { stdout } = await run(process.execPath, args, { cwd, env: { ...process.env, ...env } })
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).file)
}

test('under npm run in a folder of the checkout, a path is taken from where the user stands', async () => {
  const path = relative(stood.INIT_CWD, join(folder, 'a.html'))
  const args = [
    'run',
    '--silent',
    'parallax',
    '--',
    'try',
    'pages',
    path,
    '--out',
    relative(stood.INIT_CWD, join(folder, 'out')),
  ]
  await run('npm', args, { cwd: stood.INIT_CWD, env: withoutNpm() })
  expect(await filesTried(path, { cwd: projectRoot(), env: stood })).toEqual([join(folder, 'a.html')])
})

test.each([
  ['another script of npm', projectRoot, { ...stood, npm_lifecycle_event: 'test' }],
  ['no npm', projectRoot, { ...stood, npm_lifecycle_event: undefined }],
  ['another folder than the checkout', () => folder, stood],
  ['the top of the checkout', projectRoot, { ...stood, INIT_CWD: projectRoot() }],
])('under %s, from where the program stands, and it is named as it was given', async (_, cwd, env) => {
  const path = relative(cwd(), join(folder, 'a.html'))
  expect(await filesTried(path, { cwd: cwd(), env })).toEqual([path])
})

/** As in a shell: what the npm of this test run left in the environment would be taken for the new one's. */
function withoutNpm(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name)))
}
