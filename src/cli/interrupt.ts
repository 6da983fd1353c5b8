/**
 * A signal that the first ctrl-C (or SIGTERM) aborts, so that running work ends between two steps; the second one
 * leaves at once, which loses nothing either.
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController()
  let asked = 0
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      asked += 1
      if (asked > 1) process.exit(name === 'SIGINT' ? 130 : 143)
      process.stderr.write('\nStopping: finishing what is under way (again to leave at once).\n')
      controller.abort()
    })
  }
  return controller.signal
}
