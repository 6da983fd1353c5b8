import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rewriteFile } from '../../src/cli/rewrite-file.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-rewrite-'))
  file = join(folder, 'sources.yaml')
  writeFileSync(file, 'one\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a file keeps its mode, a link to it stays a link, and nothing is left beside it', async () => {
  chmodSync(file, 0o640)
  const link = join(folder, 'link.yaml')
  symlinkSync(file, link)
  await rewriteFile(link, async (text) => `${text}two\n`)
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n')
  expect(statSync(file).mode & 0o777).toBe(0o640)
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readdirSync(folder).toSorted()).toEqual(['link.yaml', 'sources.yaml'])
})

test('what somebody else writes meanwhile is not lost', async () => {
  const rewriting = rewriteFile(file, async (text) => {
    writeFileSync(file, 'theirs\n')
    return `${text}two\n`
  })
  await expect(rewriting).rejects.toThrow(/changed by somebody else/)
  expect(readFileSync(file, 'utf8')).toBe('theirs\n')
  expect(readdirSync(folder)).toEqual(['sources.yaml'])
})

test('two commands do not write at once; one that was killed holds nobody up', async () => {
  const inner = rewriteFile(file, async (text) => {
    await expect(rewriteFile(file, async () => 'second\n')).rejects.toThrow(/another command is writing/)
    return `${text}two\n`
  })
  await inner
  const left = join(folder, '.sources.yaml.new')
  writeFileSync(left, 'half')
  utimesSync(left, 1, 1)
  await rewriteFile(file, async (text) => `${text}three\n`)
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\nthree\n')
})

test('an edit that fails, or wants nothing, leaves the file alone; one that is not there begins as null', async () => {
  await expect(rewriteFile(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await rewriteFile(file, async () => null)
  expect(readFileSync(file, 'utf8')).toBe('one\n')
  const fresh = join(folder, 'new.yaml')
  await rewriteFile(fresh, async (text) => String(text))
  expect(readFileSync(fresh, 'utf8')).toBe('null')
  await expect(rewriteFile(join(folder, 'no/such.yaml'), async () => '')).rejects.toThrow(/can't be rewritten/)
})
