const capSeconds = 24 * 60 * 60

/** Retry-After as seconds from `now`, at most 24 h, at least 0; null where absent or unreadable. Takes seconds or an HTTP date. */
export function retryAfterSeconds(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? ''
  if (/^\d+$/.test(text)) return Math.min(Number(text), capSeconds)
  // Date.parse reads "-5" and "2" as years: only what begins with a day's name is an HTTP date.
  const until = /^(mon|tue|wed|thu|fri|sat|sun)/i.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(until)) return null
  return Math.min(Math.max(Math.ceil((until - now.getTime()) / 1000), 0), capSeconds)
}
