import { get, type IncomingHttpHeaders, request } from 'node:http'

export interface Heard {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly firstByteMs: number
  readonly wholeMs: number
}

/**
 * One request to a host of the newsroom, as a browser would make it. The connection goes to 127.0.0.1 whatever the name
 * says, and no other name than one below `localhost` is taken: a test must not dial what a feed happens to link.
 */
export function ask(url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET'): Promise<Heard> {
  const { hostname, host, port, pathname, search } = new URL(url)
  if (!hostname.endsWith('.localhost')) return Promise.reject(new Error(`${url} is not in the newsroom`))
  const began = performance.now()
  const options = {
    host: '127.0.0.1',
    port,
    path: pathname + search,
    method,
    headers: { host, ...headers },
    agent: false,
  }
  return new Promise((resolve, reject) => {
    const send = method === 'GET' ? get : request
    const sent = send(options, async (response) => {
      const firstByteMs = performance.now() - began
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const wholeMs = performance.now() - began
      const { statusCode: status = 0, headers: answered } = response
      resolve({ status, headers: answered, bytes: Buffer.concat(chunks), firstByteMs, wholeMs })
    })
    sent.on('error', reject).end()
  })
}
