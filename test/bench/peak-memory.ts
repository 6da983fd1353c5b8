import { existsSync, readFileSync } from 'node:fs'

/** The most memory that this process ever held, in MB. */
export function peakMemoryMb(): number {
  const status = '/proc/self/status'
  // Linux counts the memory of the process that forked us into maxRSS; VmHWM is our own.
  const own = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return Math.round(Number(own ?? process.resourceUsage().maxRSS) / 1024)
}
