import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { UserError } from '../../src/cli/fail.ts'
import { listen } from '../../src/cli/listen.ts'

const host = '127.0.0.1'
const app = new Hono().get('/', (c) => c.text('here'))

test('serves on a free port until it is closed', async () => {
  const { url, close } = await listen(app, { port: 0, host })
  expect(await (await fetch(url)).text()).toBe('here')
  await close()
  await expect(fetch(url)).rejects.toThrow()
})

test('closing ends a connection that a client keeps alive', async () => {
  const { url, close } = await listen(app, { port: 0, host, graceMs: 3_600_000 })
  const socket = connect(Number(new URL(url).port), host)
  socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n')
  await once(socket, 'data')
  const ended = once(socket, 'close')
  await close()
  await ended
})

test('a port in use is a mistake the user can mend', async () => {
  const { url, close } = await listen(app, { port: 0, host })
  const port = Number(new URL(url).port)
  const refused = listen(app, { port, host })
  await expect(refused).rejects.toThrow(UserError)
  await expect(refused).rejects.toThrow(new RegExp(`port ${port} .*--port`))
  await close()
})
