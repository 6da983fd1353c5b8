import { Socket } from 'node:net'
import { Agent, type buildConnector, request } from 'undici'
import { expect, onTestFinished, test } from 'vitest'
import { parseCidrs } from '../../src/outside/address-guard.ts'
import { guardedConnector, type Lookup } from '../../src/outside/guarded-connector.ts'
import { hostileAnswers, hostileUrls } from './hostile-addresses.ts'
import { serveHttp, serveTcp } from './loopback-server.ts'

/** Notes what it is asked to dial and dials nothing. */
function recorder() {
  const dialled: buildConnector.Options[] = []
  const dial: buildConnector.connector = (options, callback) => {
    dialled.push(options)
    callback(Object.assign(new Error('recorded, not dialled'), { code: 'ECONNREFUSED' }), null)
  }
  return { dialled, dial }
}

function agentWith(options: Parameters<typeof guardedConnector>[0]): Agent {
  const agent = new Agent({ connect: guardedConnector(options) })
  onTestFinished(() => agent.destroy())
  return agent
}

const answering =
  (...addresses: string[]): Lookup =>
  async () =>
    addresses

test('no hostile URL is dialled, even if nobody judged it before', async () => {
  const { dialled, dial } = recorder()
  const dispatcher = agentWith({ allowNet: [], dial, lookup: answering('10.0.0.1') })
  const dialable = hostileUrls.filter((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
  expect(dialable.length).toBeGreaterThan(150)
  for (const url of dialable) await expect(request(url, { dispatcher }), url).rejects.toThrow()
  expect(dialled).toEqual([])
})

test.each(hostileAnswers)('a name that resolves to %j is not dialled, nor beside a public address', async (answer) => {
  const { dialled, dial } = recorder()
  for (const lookup of [answering(answer), answering('8.8.8.8', answer)]) {
    const dispatcher = agentWith({ allowNet: [], dial, lookup })
    await expect(request('http://news.example/', { dispatcher })).rejects.toMatchObject({
      code: 'ERR_ADDRESS_FORBIDDEN',
    })
  }
  expect(dialled).toEqual([])
})

test.each([
  ['metadata.google.internal', '169.254.169.254'],
  ['instance-data.ec2.internal', 'fd00:ec2::254'],
  ['kubernetes.default.svc', '10.96.0.1'],
  ['localtest.me', '127.0.0.1'],
  ['127.0.0.1.nip.io', '127.0.0.1'],
  ['printer.local', '192.168.1.20'],
  ['①.example', '::ffff:10.0.0.1'],
])('%s, which leads to %s, is not dialled', async (name, answer) => {
  const { dialled, dial } = recorder()
  const asked: string[] = []
  const lookup: Lookup = async (hostname) => {
    asked.push(hostname)
    return [answer]
  }
  const dispatcher = agentWith({ allowNet: [], dial, lookup })
  await expect(request(`http://${name}/`, { dispatcher })).rejects.toMatchObject({ code: 'ERR_ADDRESS_FORBIDDEN' })
  expect(asked).toHaveLength(1)
  expect(dialled).toEqual([])
})

test('a public name is dialled by its address and keeps its name for Host and TLS', async () => {
  const { dialled, dial } = recorder()
  const dispatcher = agentWith({ allowNet: [], dial, lookup: answering('8.8.8.8', '2606:4700::1111') })
  await expect(request('https://news.example/', { dispatcher })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  expect(dialled.map(({ hostname }) => hostname)).toEqual(['8.8.8.8', '2606:4700::1111'])
  expect(dialled.map(({ host }) => host)).toEqual(['news.example', 'news.example'])
})

test('a name on an odd port is for allowed networks only', async () => {
  const { dialled, dial } = recorder()
  const allowNet = parseCidrs(['127.0.0.0/8'])
  const outsideNet = agentWith({ allowNet, dial, lookup: answering('8.8.8.8') })
  await expect(request('http://news.example:6379/', { dispatcher: outsideNet })).rejects.toThrow('port')
  const inNet = agentWith({ allowNet, dial, lookup: answering('127.0.0.1') })
  await expect(request('http://news.example:6379/', { dispatcher: inNet })).rejects.toThrow('recorded')
  expect(dialled.map(({ hostname, port }) => `${hostname}:${port}`)).toEqual(['127.0.0.1:6379'])
})

test('localhost and its children are 127.0.0.1 without asking DNS', async () => {
  const { url } = await serveHttp((req, res) => res.end(req.headers.host))
  const lookup: Lookup = async (name) => {
    throw new Error(`asked DNS for ${name}`)
  }
  const dispatcher = agentWith({ allowNet: parseCidrs(['127.0.0.1/32']), lookup })
  for (const name of ['localhost', 'courier.localhost', 'Courier.Localhost.']) {
    const { body } = await request(url.replace('127.0.0.1', name), { dispatcher })
    expect(await body.text()).toBe(url.replace('http://127.0.0.1', name.toLowerCase()))
  }
})

test('TLS greets the dialled address with the name of the URL', async () => {
  const hellos: Buffer[] = []
  const { port } = await serveTcp((socket) =>
    socket.once('data', (hello) => {
      hellos.push(hello)
      socket.destroy()
    }),
  )
  const dispatcher = agentWith({ allowNet: parseCidrs(['127.0.0.0/8']), lookup: answering('127.0.0.1') })
  await expect(request(`https://harbour.example:${port}/`, { dispatcher })).rejects.toThrow()
  expect(hellos[0]?.includes('harbour.example')).toBe(true)
})

test('the next address is tried where the first refuses', async () => {
  const { port } = await serveHttp((_, res) => res.end('second'), '127.0.0.3')
  const dispatcher = agentWith({ allowNet: parseCidrs(['127.0.0.0/8']), lookup: answering('127.0.0.2', '127.0.0.3') })
  const { body } = await request(`http://two.example:${port}/`, { dispatcher })
  expect(await body.text()).toBe('second')
})

test('closing gives up connections that are still being made', async () => {
  const closing = new AbortController()
  const made: Socket[] = []
  const dial: buildConnector.connector = (_, callback) => {
    const socket = new Socket().on('error', (error) => callback(error, null))
    made.push(socket)
    return socket
  }
  const dispatcher = agentWith({ allowNet: [], dial, lookup: answering('8.8.8.8', '8.8.4.4'), closing: closing.signal })
  const asked = expect(request('http://news.example/', { dispatcher })).rejects.toThrow('closing')
  await expect.poll(() => made.length).toBe(1)
  closing.abort()
  await asked
  expect(made.map(({ destroyed }) => destroyed)).toEqual([true])
})
