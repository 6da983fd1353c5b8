import pino from 'pino'
import type { Log } from './ports.ts'
import { redact, redactText } from './redact.ts'

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export interface LogOptions {
  readonly level: LogLevel
  /** Lines for people instead of JSON. */
  readonly pretty: boolean
  /** Where lines go; stderr unless told, for stdout belongs to results. */
  readonly write?: (line: string) => void
}

/** A log on stderr, one line an entry, written at once, without secrets. */
export function createLog({ level, pretty, write }: LogOptions): Log {
  const line = write ?? writeToStderr()
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: pretty ? (json: string) => line(forPeople(json)) : line },
  )
  return {
    info: (fields, message) => logger.info(redact(fields), redactText(message)),
    warn: (fields, message) => logger.warn(redact(fields), redactText(message)),
    error: (fields, message) => logger.error(redact(fields), redactText(message)),
  }
}

function writeToStderr(): (line: string) => void {
  const stderr = pino.destination({ dest: 2, sync: true })
  return (line) => void stderr.write(line)
}

/** `12:30:01 warn feed failed url=https://… reason=dns` */
function forPeople(json: string): string {
  const { level, time, msg, ...fields }: Record<string, unknown> = JSON.parse(json)
  const rest = Object.entries(fields).map(
    ([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return `${String(time).slice(11, 19)} ${level} ${msg}${rest.join('')}\n`
}
