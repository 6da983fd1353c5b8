import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const pages = new URL('../../src/reader/message-page.tsx', import.meta.url).href

test('pages are made wherever the program is started', async () => {
  const script = `
    const { MessagePage } = await import(${JSON.stringify(pages)})
    process.stdout.write(String(MessagePage({ title: 'Here', text: 'A page.' })))`
  const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: tmpdir() })
  expect(stdout).toContain('<h1>Here</h1>')
})
