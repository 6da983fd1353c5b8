import { UserError } from './fail.ts'

interface Explained {
  readonly message: string
  readonly exitCode: number
}

/** Errors whose class already says what to do; the rest are ours and keep their stack. */
const spoken = new Set(['ConfigError', 'MigrationError', 'EmbeddedPostgresError'])

/** What the user is told of an error that ended a command. Connection strings lose their passwords. */
export function explain(error: unknown): Explained {
  if (error instanceof UserError) return { message: error.message, exitCode: error.exitCode }
  if (!(error instanceof Error)) return { message: String(error), exitCode: 1 }
  if (error.name === 'AbortError') return { message: 'interrupted', exitCode: 130 }
  if (error.name === 'ConfigError') return { message: error.message, exitCode: 2 }
  if (spoken.has(error.name)) return { message: error.message, exitCode: 1 }
  const unreachable = databaseTrouble(error)
  if (unreachable !== null) return { message: unreachable, exitCode: 1 }
  return { message: withoutPasswords(error.stack ?? error.message), exitCode: 1 }
}

function databaseTrouble(error: Error): string | null {
  const cause = error.cause instanceof Error ? error.cause : error
  const code = 'code' in cause ? String(cause.code) : ''
  if (['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'EHOSTUNREACH'].includes(code)) {
    return `the database does not answer (${code}): is the server that DATABASE_URL names running?`
  }
  if (code === '28P01' || code === '28000') return 'the database refused the user or password in DATABASE_URL'
  if (code === '3D000') return `the database that DATABASE_URL names does not exist: ${cause.message}`
  if (code === '42501') return `the user that DATABASE_URL names has not the right to do this: ${cause.message}`
  if (code === '42P01') return `the database has no tables yet (${cause.message}): run \`parallax migrate\``
  return null
}

const withoutPasswords = (text: string) => text.replace(/(\w+:\/\/[^\s:/@]+):[^\s@]+@/g, '$1:…@')
