import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLog, type LogLevel } from '../../src/outside/log.ts'
import { redactText } from '../../src/outside/redact.ts'
import { growthOnFourfold } from '../cpu-time.ts'

function logInto(level: LogLevel, pretty: boolean) {
  const lines: string[] = []
  return { log: createLog({ level, pretty, write: (line) => void lines.push(line) }), lines }
}

test('writes one JSON line an entry, from its level on', () => {
  const { log, lines } = logInto('warn', false)
  log.info({}, 'not shown')
  log.warn({ url: 'https://news.example/feed', count: 3, at: new Date(0) }, 'feed is slow')
  expect(lines).toHaveLength(1)
  const entry = JSON.parse(lines[0] ?? '')
  expect(entry).toMatchObject({ level: 'warn', msg: 'feed is slow', url: 'https://news.example/feed', count: 3 })
  expect(entry).toMatchObject({ at: '1970-01-01T00:00:00.000Z' })
  expect(lines[0]?.endsWith('}\n')).toBe(true)
})

test('writes for people', () => {
  const { log, lines } = logInto('info', true)
  log.error({ feed: 'a', items: [1, 2] }, 'feed failed')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d error feed failed feed=a items=\[1,2\]\n$/)
})

test.each([true, false])('no secret reaches a line (pretty: %s)', (pretty) => {
  const { log, lines } = logInto('info', pretty)
  const cause = new Error('connect to postgres://app:hunter2@db/main failed')
  log.error(
    {
      error: new Error('no database', { cause }),
      DATABASE_URL: 'postgres://app:hunter2@db:5432/main',
      feed: new URL('https://me:hunter2@news.example/rss'),
      headers: { authorization: 'Bearer hunter2', Cookie: 'sid=hunter2', accept: 'text/html' },
      nested: [{ deep: { apiKey: 'hunter2', password: 'hunter2', tokens: 120 } }],
    },
    'asked https://api.example/?api_key=hunter2&page=2 with Authorization: Bearer hunter2',
  )
  expect(lines.join('')).not.toContain('hunter2')
  for (const kept of ['db:5432/main', 'news.example/rss', 'text/html', '120', 'page=2', 'no database']) {
    expect(lines.join('')).toContain(kept)
  }
})

test.each([
  ['postgres://app:p@ss/w?rd@db/main', 'postgres://app:[redacted]@db/main'],
  ['https://user@news.example/', 'https://[redacted]@news.example/'],
  ['PGPASSWORD=abc psql', 'PGPASSWORD=[redacted] psql'],
  ['key sk-abcdefgh12345678 refused', 'key [redacted] refused'],
  ['basic information at https://a.example/b@c?x=1', 'basic information at https://a.example/b@c?x=1'],
  ['write to a@b.example', 'write to a@b.example'],
])('%s is shown as %s', (text, shown) => {
  expect(redactText(text)).toBe(shown)
})

test.each(['http://', 'a://b:', 'key=', 'bearer ', 'aaaa', '@', 'authorization: '])(
  'the time to hide from a hostile text of %j grows with its length, not with its square',
  async (piece) => {
    expect(await growthOnFourfold((count) => redactText(piece.repeat(count)), 50_000)).toBeLessThan(9)
  },
)

test('a log never throws, whatever the fields', () => {
  const { log } = logInto('info', true)
  const self: Record<string, unknown> = {}
  self['self'] = self
  log.info(self, 'round and round')
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.anything({ withBigInt: true, withDate: true })),
      fc.string(),
      (fields, message) => {
        log.info(fields, message)
      },
    ),
    { numRuns: 200 },
  )
})
