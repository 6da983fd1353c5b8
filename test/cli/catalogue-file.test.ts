import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadCatalogue, parsedCatalogue } from '../../src/cli/catalogue-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-'))
  vi.stubEnv('PARALLAX_DIR', join(folder, 'data'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const entry = (id: string) => `  - id: ${id}
    name: ${id}
    home: https://${id}.example/
    country: US
    languages: [en]
    kind: local
    reach: domestic
    feeds: [https://${id}.example/rss]
`
const cached = () => readdir(join(folder, 'data', 'catalogues'))

test('a sound file is parsed once, and anew when it changes', async () => {
  const file = join(folder, 'sources.yaml')
  await writeFile(file, `sources:\n${entry('ledger')}`)
  const first = await loadCatalogue(file)
  const [name = ''] = await cached()
  const kept = join(folder, 'data', 'catalogues', name)
  const body = JSON.stringify({ kind: 'catalogue', sources: ['kept'] })
  await writeFile(kept, `${createHash('sha256').update(body).digest('hex')}\n${body}`)
  expect(await loadCatalogue(file)).toEqual(['kept'])
  await rm(kept)
  expect(await loadCatalogue(file)).toEqual(first)
  await writeFile(file, `sources:\n${entry('ledger')}${entry('tidewater')}`)
  expect(await loadCatalogue(file)).toHaveLength(2)
  expect(await cached()).toHaveLength(2)
})

test.each([
  ['cut off', (text: string) => text.slice(0, -20)],
  ['empty', () => ''],
  ['without its sum', (text: string) => text.slice(text.indexOf('\n') + 1)],
  ['of another name where one letter changed', (text: string) => text.replace('"name":"ledger"', '"name":"lodger"')],
])('what was kept is parsed anew where it is %s', async (_, damage) => {
  const file = join(folder, 'sources.yaml')
  await writeFile(file, `sources:\n${entry('ledger')}`)
  const first = await loadCatalogue(file)
  const [name = ''] = await cached()
  const kept = join(folder, 'data', 'catalogues', name)
  const sound = await readFile(kept, 'utf8')
  expect(damage(sound)).not.toBe(sound)
  await writeFile(kept, damage(sound))
  expect(await loadCatalogue(file)).toEqual(first)
  expect(await readFile(kept, 'utf8')).toBe(sound)
})

test('a wrong file is never kept, and is told anew each time', async () => {
  const file = join(folder, 'sources.yaml')
  await writeFile(file, `sources:\n${entry('Ledger')}`)
  await expect(loadCatalogue(file)).rejects.toThrow(`${file}:2:9: sources[0].id`)
  await expect(loadCatalogue(file)).rejects.toThrow('only a-z')
  await expect(cached()).rejects.toThrow()
})

test('of many catalogues the last few are kept; where nothing can be kept, it is parsed', async () => {
  for (let at = 0; at < 7; at += 1) {
    const file = join(folder, `${at}.yaml`)
    await writeFile(file, `sources:\n${entry(`outlet-${at}`)}`)
    await parsedCatalogue(file)
  }
  expect(await cached()).toHaveLength(4)
  await writeFile(join(folder, 'no-folder'), '')
  vi.stubEnv('PARALLAX_DIR', join(folder, 'no-folder'))
  expect(await loadCatalogue(join(folder, '0.yaml'))).toHaveLength(1)
  expect(await readFile(join(folder, 'no-folder'), 'utf8')).toBe('')
})
