import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

test('without variables every setting has its default', () => {
  expect(readConfig({})).toMatchObject({
    databaseUrl: null,
    sourcesFile: 'sources.yaml',
    host: '127.0.0.1',
    port: 4750,
    allowNet: [],
    publish: 'auto',
    minSources: 2,
  })
})

test('an empty variable counts as unset, as compose files write it', () => {
  expect(readConfig({ DATABASE_URL: '', PARALLAX_PORT: '' })).toEqual(readConfig({}))
})

test('the contact stands in the User-Agent', () => {
  expect(readConfig({ PARALLAX_CONTACT: 'desk@paper.example' }).userAgent).toContain('+desk@paper.example')
})

test.each([
  ['DATABASE_URL', 'mysql://x'],
  ['PARALLAX_PORT', '99999'],
  ['PARALLAX_PORT', 'http'],
  ['PARALLAX_ALLOW_NET', '127.0.0.0/8, everywhere'],
  ['PARALLAX_PUBLISH', 'maybe'],
  ['PARALLAX_CONTACT', 'a\r\nX-Header: b'],
  ['PARALLAX_MIN_SOURCES', '0'],
  ['PARALLAX_LOG_LEVEL', 'loud'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: `))
})
