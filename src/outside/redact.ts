const hidden = '[redacted]'
const secretKey = /authorization|passw(or)?d|secret|credential|cookie|api[-_]?key|token|private[-_]?key/i
const depthAtMost = 6

/** A copy of a log field without secrets: under telling names, inside URLs and inside sentences. Errors become plain objects. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (depth >= depthAtMost) return '[deeper]'
  if (value instanceof URL) return redactText(value.href)
  if (value instanceof Error) return redactError(value, depth)
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1))
  return redactFields(value, depth)
}

/** Hides passwords in URLs, secret query parameters and key=value pairs, bearer tokens and model keys. */
export function redactText(text: string): string {
  return (
    text
      .replace(/\b(https?:\/\/)[^\s/?#"'<>]{0,500}@/gi, `$1${hidden}@`)
      // Database and mail URLs are often written by hand, with unescaped signs in the password: up to the last @.
      .replace(/\b((?!https?:)[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/"'<>]{0,100}):[^\s"'<>]{0,500}@/gi, `$1:${hidden}@`)
      .replace(
        /((?:password|passwd|secret|token|api[-_]?key|signature|(?<![a-z])(?:key|sig|pass))=)[^\s&;"'<>]+/gi,
        `$1${hidden}`,
      )
      .replace(/\b(authorization["']?\s*[:=]\s*["']?)(?:\w+\s+)?[^\s"',]+/gi, `$1${hidden}`)
      .replace(/\bbearer\s+[a-z0-9._~+/=-]{12,}/gi, `Bearer ${hidden}`)
      .replace(/\bsk-[a-z0-9_-]{8,}/gi, hidden)
  )
}

function redactFields(fields: object, depth: number): Record<string, unknown> {
  const shown = (key: string, value: unknown) => (isSecret(key, value) ? hidden : redact(value, depth + 1))
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, shown(key, value)]))
}

// Counts such as tokens=120 are no secrets; addresses such as DATABASE_URL are hidden by their form, not by their name.
function isSecret(key: string, value: unknown): boolean {
  return secretKey.test(key) && (typeof value === 'string' || (typeof value === 'object' && value !== null))
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  return {
    ...redactFields(error, depth),
    name: error.name,
    message: redactText(error.message),
    ...(error.stack === undefined ? {} : { stack: redactText(error.stack) }),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  }
}
