import { createHash } from 'node:crypto'
import iconv from 'iconv-lite'
import type { Outlet } from './outlets.ts'

/** What a host says to one request, before the server adds its pace. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export function textAnswer(status: number, contentType: string, text: string, charset: Outlet['charset'] = 'utf-8') {
  return { status, headers: { 'content-type': contentType }, body: encode(text, charset) } satisfies Answer
}

export function redirectAnswer(status: 301 | 302, location: string): Answer {
  return { status, headers: { location }, body: new Uint8Array() }
}

export function withValidators(answer: Answer, lastModified: Date): Answer {
  const etag = `"${createHash('sha1').update(answer.body).digest('hex').slice(0, 16)}"`
  return { ...answer, headers: { ...answer.headers, etag, 'last-modified': lastModified.toUTCString() } }
}

/** The same or, where the asker has it already, 304. As RFC 9110 says, If-None-Match decides alone where it is sent. */
export function unlessUnchanged(
  answer: Answer,
  asked: { etag: string | undefined; since: string | undefined },
): Answer {
  const { etag, 'last-modified': lastModified } = answer.headers
  if (etag === undefined || lastModified === undefined) return answer
  const unchanged =
    asked.etag === undefined
      ? asked.since !== undefined && Date.parse(lastModified) <= Date.parse(asked.since)
      : asked.etag.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
  return unchanged ? { status: 304, headers: { etag, 'last-modified': lastModified }, body: new Uint8Array() } : answer
}

function encode(text: string, charset: Outlet['charset']): Uint8Array {
  const bytes = iconv.encode(text, charset)
  // iconv writes a question mark for what the charset lacks: that would be a text nobody wrote.
  if (iconv.decode(bytes, charset) !== text) throw new Error(`a character is missing in ${charset}`)
  return bytes
}
