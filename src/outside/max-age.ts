const capSeconds = 365 * 24 * 60 * 60

/** How long the answer stays fresh by its own word: max-age less the copy's Age; null where it says nothing or no-cache. */
export function maxAgeSeconds(cacheControl: string | null, age: string | null): number | null {
  const directives = (cacheControl ?? '').toLowerCase().split(',')
  const values = directives.map((directive) => directive.trim())
  if (values.some((value) => /^no-(?:cache|store)$/.test(value))) return null
  const seconds = values.flatMap((value) => /^max-age\s*=\s*"?(\d{1,15})"?$/.exec(value)?.[1] ?? [])[0]
  if (seconds === undefined) return null
  const old = /^\d{1,15}$/.test(age?.trim() ?? '') ? Number(age) : 0
  return Math.min(Math.max(Number(seconds) - old, 0), capSeconds)
}
