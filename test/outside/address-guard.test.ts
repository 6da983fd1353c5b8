import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeAddress, judgeEndpoint, judgeUrl, parseCidr, parseCidrs } from '../../src/outside/address-guard.ts'
import { hostileAnswers, hostileUrls } from './hostile-addresses.ts'

const loopback = parseCidrs(['127.0.0.0/8'])

test('the table is long and repeats nothing', () => {
  expect(new Set(hostileUrls).size).toBe(hostileUrls.length)
  expect(new Set(hostileAnswers).size).toBe(hostileAnswers.length)
  expect(hostileUrls.length).toBeGreaterThan(180)
  expect(hostileAnswers.length).toBeGreaterThan(45)
})

test.each(hostileUrls)('without an allowance %j is refused', (url) => {
  expect(judgeUrl(url, []).kind).toBe('forbidden')
})

test.each(hostileAnswers)('an answer of %j is refused', (address) => {
  expect(judgeAddress(address, []).kind).toBe('forbidden')
})

test.each(hostileUrls)('a loopback allowance lets %j pass only where it is loopback', (url) => {
  const verdict = judgeUrl(url, loopback)
  // Names on odd ports wait for the connector, which sees the address.
  const awaitsDns = /^https?:\/\/news\.example:\d+\/$/.test(url)
  const { hostname, protocol, username } = new URL(URL.canParse(url) ? url : 'none:')
  const isLoopback = /^(127\.[\d.]+|(.+\.)?localhost\.?|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]+\])$/.test(hostname)
  const isPlain = protocol === 'http:' && username === ''
  expect(verdict.kind).toBe(awaitsDns || (isLoopback && isPlain) ? 'allowed' : 'forbidden')
})

test.each([
  'http://news.example/feed.xml',
  'https://news.example./feed.xml',
  'https://news.example:8443/',
  'http://8.8.8.8/',
  'http://8.8.8.8:8080/',
  'https://[2606:4700::1111]/',
  'http://[64:ff9b::8.8.8.8]/',
  'http://bücher.example/',
  'http://[::ffff:8.8.8.8]/',
])('%s is public', (url) => {
  expect(judgeUrl(url, [])).toEqual({ kind: 'allowed' })
})

test('says why', () => {
  const why = (url: string) => {
    const verdict = judgeUrl(url, [])
    return verdict.kind === 'forbidden' ? verdict.why : null
  }
  expect(why('ftp://news.example/')).toBe('scheme')
  expect(why('http://me@news.example/')).toBe('credentials')
  expect(why('http://news.example:22/')).toBe('port')
  expect(why('http://168.63.129.16/')).toBe('metadata-service')
  expect(why('http://192.168.0.1/')).toBe('not-public')
  expect(why('nonsense')).toBe('not-a-url')
  expect(judgeAddress('fe80::1%eth0', [])).toEqual({ kind: 'forbidden', why: 'zone-id' })
  expect(judgeAddress('127.1', loopback)).toEqual({ kind: 'forbidden', why: 'not-an-address' })
})

test('any port within an allowed network, only the web’s ports elsewhere', () => {
  expect(judgeEndpoint('127.3.2.1', '4750', loopback).kind).toBe('allowed')
  expect(judgeEndpoint('::ffff:127.0.0.1', '4750', loopback).kind).toBe('allowed')
  expect(judgeEndpoint('8.8.8.8', '4750', loopback)).toEqual({ kind: 'forbidden', why: 'port' })
  expect(judgeEndpoint('128.0.0.1', '443', loopback).kind).toBe('allowed')
})

test('an allowance does not reach into addresses that a gateway would translate', () => {
  for (const address of ['64:ff9b::7f00:1', '2002:7f00:1::', '::127.0.0.1', '::1', '0.0.0.0'])
    expect(judgeAddress(address, loopback).kind).toBe('forbidden')
})

test('networks are read strictly', () => {
  expect(parseCidr('10.0.0.0/8')?.prefixBits).toBe(8)
  expect(parseCidr(' fd00::/8 ')?.prefixBits).toBe(8)
  expect(parseCidr('127.0.0.1')?.prefixBits).toBe(32)
  for (const text of [
    '',
    '127/8',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '010.0.0.0/8',
    'fe80::1%lo/64',
    '::/129',
    'all',
  ])
    expect(parseCidr(text), text).toBeNull()
  expect(() => parseCidrs(['10.0.0.0/8', 'nonsense'])).toThrow('nonsense is not a network')
})

test('no IPv4 address in a special range passes, in whatever spelling', () => {
  const special = fc.oneof(
    fc.tuple(fc.constantFrom(0, 10, 127), fc.nat(255), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.integer({ min: 224, max: 255 }), fc.nat(255), fc.nat(255), fc.nat(255)),
  )
  const spelling = fc.constantFrom(...spellings)
  fc.assert(
    fc.property(special, spelling, (octets, spell) => judgeUrl(`http://${spell(octets)}/`, []).kind === 'forbidden'),
    { numRuns: 1_000 },
  )
})

test('judging never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.ipV6(), fc.ipV4Extended()), (text) => {
      judgeUrl(text, loopback)
      judgeUrl(`http://${text}/`, loopback)
      judgeAddress(text, loopback)
    }),
    { numRuns: 300 },
  )
})

type Octets = [number, number, number, number]
const whole = ([a, b, c, d]: Octets) => a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d
const hexPair = ([a, b, c, d]: Octets) => `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
const spellings: ((octets: Octets) => string)[] = [
  (octets) => octets.join('.'),
  (octets) => `${octets.join('.')}.`,
  (octets) => String(whole(octets)),
  (octets) => `0x${whole(octets).toString(16)}`,
  (octets) => `0${whole(octets).toString(8)}`,
  (octets) => octets.map((octet) => `0x${octet.toString(16)}`).join('.'),
  (octets) => octets.map((octet) => `0${octet.toString(8)}`).join('.'),
  ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`,
  ([a, b, c, d]) => `${a}.${b * 65536 + c * 256 + d}`,
  (octets) => `[::ffff:${octets.join('.')}]`,
  (octets) => `[::${hexPair(octets)}]`,
  (octets) => `[64:ff9b::${hexPair(octets)}]`,
  (octets) => `[2002:${hexPair(octets)}::1]`,
]
