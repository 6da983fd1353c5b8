import { sendable } from './answer.ts'
import type { FetchRequest } from './ports.ts'

const accept = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
  robots: 'text/plain, */*;q=0.1',
} satisfies Record<FetchRequest['wants'], string>

/** Says honestly who asks and for what. Validators that no header can carry are left out: an unconditional request is never wrong. */
export function requestHeaders(request: FetchRequest, configuredUserAgent: string): Record<string, string> {
  const etag = sendable(request.validators?.etag ?? null)
  const lastModified = sendable(request.validators?.lastModified ?? null)
  return {
    'user-agent': request.userAgent ?? configuredUserAgent,
    accept: accept[request.wants],
    'accept-encoding': 'gzip, br, deflate',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  }
}

export function isConditional(headers: Readonly<Record<string, string>>): boolean {
  return 'if-none-match' in headers || 'if-modified-since' in headers
}
