/** Maps up to `atOnce` values at the same time and yields the results in the order of the values. */
export async function* inOrder<In, Out>(
  values: Iterable<In>,
  atOnce: number,
  map: (value: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const pending: Promise<Out>[] = []
  const take = async () => {
    const first = pending.shift()
    if (first === undefined) throw new Error('nothing is pending')
    return first
  }
  try {
    for (const value of values) {
      if (pending.length >= atOnce) yield await take()
      const mapped = map(value)
      // One that fails before its turn is heard at its turn; unheard until then, it would end the process.
      mapped.catch(() => {})
      pending.push(mapped)
    }
    while (pending.length > 0) yield await take()
  } finally {
    // After a failure the others go on to their end, unheard.
    await Promise.allSettled(pending)
  }
}
