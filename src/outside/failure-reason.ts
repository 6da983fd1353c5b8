import type { FetchFailure } from './ports.ts'

const reasonByCode: Readonly<Record<string, FetchFailure>> = {
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  EHOSTDOWN: 'refused',
  ENETUNREACH: 'refused',
  ENETDOWN: 'refused',
  EADDRNOTAVAIL: 'refused',
  ETIMEDOUT: 'timeout',
  ERR_TIME_LIMIT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ERR_ADDRESS_FORBIDDEN: 'address-forbidden',
  ERR_BODY_TOO_LARGE: 'too-large',
  ERR_BUFFER_TOO_LARGE: 'too-large',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  HOSTNAME_MISMATCH: 'tls',
  INVALID_CA: 'tls',
  INVALID_PURPOSE: 'tls',
}

const reasonByPrefix: readonly (readonly [string, FetchFailure])[] = [
  ['EAI_', 'dns'],
  ['ERR_TLS_', 'tls'],
  ['ERR_SSL_', 'tls'],
  ['CERT_', 'tls'],
  ['UNABLE_TO_', 'tls'],
]

/**
 * What an error on the way says about the other side. Everything not known is `protocol`: connections cut short, broken HTTP,
 * broken compression. `detail` is for people and bounded.
 */
export function failureReason(error: unknown): { readonly reason: FetchFailure; readonly detail: string } {
  const code = codeOf(error)
  const prefixed = reasonByPrefix.find(([prefix]) => code.startsWith(prefix))
  const reason = reasonByCode[code] ?? prefixed?.[1] ?? 'protocol'
  return { reason, detail: `${code ? `${code}: ` : ''}${messageOf(error)}`.slice(0, 300) }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error)
}
