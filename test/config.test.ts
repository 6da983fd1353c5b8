import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'
import { parseCidrs } from '../src/outside/address-guard.ts'

test('without variables every setting has its default', () => {
  expect(readConfig({})).toMatchObject({
    databaseUrl: null,
    sourcesFile: 'sources.yaml',
    host: '127.0.0.1',
    port: 4750,
    allowNet: [],
    licensed: new Set(),
    publish: 'auto',
    minSources: 2,
  })
})

test('an empty variable counts as unset, as compose files write it', () => {
  expect(readConfig({ DATABASE_URL: '', PARALLAX_PORT: '' })).toEqual(readConfig({}))
})

test('vectors are asked for where an endpoint is named, and a key alone names none', () => {
  const named = { PARALLAX_EMBEDDINGS_URL: 'http://127.0.0.1:11434/v1', PARALLAX_EMBEDDINGS_MODEL: 'small' }
  expect(readConfig(named).embeddings).toEqual({ url: 'http://127.0.0.1:11434/v1', model: 'small', key: null })
  expect(readConfig({ ...named, PARALLAX_EMBEDDINGS_KEY: 'k' }).embeddings?.key).toBe('k')
  expect(readConfig({ PARALLAX_EMBEDDINGS_KEY: 'k' }).embeddings).toBeNull()
})

test('the contact stands in the User-Agent', () => {
  expect(readConfig({ PARALLAX_CONTACT: 'desk@paper.example' }).userAgent).toContain('+desk@paper.example')
})

test.each([
  ['DATABASE_URL', 'mysql://x'],
  ['PARALLAX_PORT', '99999'],
  ['PARALLAX_PORT', 'http'],
  ['PARALLAX_PORT', '1e3'],
  ['PARALLAX_ALLOW_NET', '127.0.0.0/8, everywhere'],
  ['PARALLAX_ALLOW_NET', '10/8'],
  ['PARALLAX_ALLOW_NET', '010.0.0.0/8'],
  ['PARALLAX_ALLOW_NET', '10.0.0.0/33'],
  ['PARALLAX_ALLOW_NET', '10.0.0.0/'],
  ['PARALLAX_ALLOW_NET', 'fe80::1%eth0/64'],
  ['PARALLAX_ALLOW_NET', 'fd00::/129'],
  ['PARALLAX_PUBLISH', 'maybe'],
  ['PARALLAX_EMBEDDINGS_URL', 'localhost:11434'],
  ['PARALLAX_EMBEDDINGS_KEY', 'two words'],
  ['PARALLAX_LICENSED_SOURCES', 'The Ledger'],
  ['PARALLAX_CONTACT', 'a\r\nX-Header: b'],
  ['PARALLAX_MIN_SOURCES', '0'],
  ['PARALLAX_LOG_LEVEL', 'loud'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: `))
})

test.each([
  ['PARALLAX_PORT', 'x', 'PARALLAX_PORT: must be a whole number from 0 to 65535'],
  ['PARALLAX_PUBLISH', 'maybe', 'PARALLAX_PUBLISH: must be one of auto, reviewed'],
  ['PARALLAX_ALLOW_NET', '127.0.0.0/8 10/8', 'PARALLAX_ALLOW_NET: 10/8 is not a network such as 127.0.0.0/8'],
])('%s=%s is refused in words that say what to write', (name, value, words) => {
  expect(() => readConfig({ [name]: value })).toThrow(words)
})

test('networks are taken as they are written, one address too', () => {
  const allowNet = ['10.0.0.0/8', 'fd00::/8', '::1', '192.0.2.7']
  expect(readConfig({ PARALLAX_ALLOW_NET: allowNet.join(', ') })).toMatchObject({ allowNet })
  expect(parseCidrs(allowNet)).toHaveLength(allowNet.length)
})

test('licences name sources, or all of them', () => {
  const licensed = (value: string) => readConfig({ PARALLAX_LICENSED_SOURCES: value }).licensed
  expect(licensed('ledger, courier')).toEqual(new Set(['ledger', 'courier']))
  expect(licensed('ledger all')).toBe('all')
})

test('a model is configured by its address and name', () => {
  expect(readConfig({}).model).toBeNull()
  const url = 'http://127.0.0.1:11434/v1'
  expect(readConfig({ PARALLAX_MODEL_URL: url, PARALLAX_MODEL_NAME: 'm' }).model).toEqual({
    ...{ url, name: 'm', key: null, background: 'hold', tokensADay: 2_000_000 },
  })
  expect(() => readConfig({ PARALLAX_MODEL_URL: url })).toThrow('PARALLAX_MODEL_NAME: is missing')
})
