/** A whole answer, ready to be written to the socket. */
export function reply(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | string = '',
): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const length = status === 304 ? {} : { 'content-length': String(bytes.length) }
  return Buffer.concat([headOf(status, { ...headers, ...length }), bytes])
}

export function headOf(status: number, headers: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`HTTP/1.1 ${status} Status\r\n${lines.join('')}\r\n`, 'latin1')
}
