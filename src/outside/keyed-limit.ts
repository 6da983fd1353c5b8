import pLimit from 'p-limit'

/** At most `concurrency` pieces of work at a time per key; keys without work are forgotten. */
export interface KeyedLimit {
  take<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Keys with work queued or running. */
  count(): number
}

export function createKeyedLimit(concurrency: number): KeyedLimit {
  const byKey = new Map<string, { readonly limit: ReturnType<typeof pLimit>; open: number }>()
  return {
    async take(key, work) {
      const turns = byKey.get(key) ?? { limit: pLimit(concurrency), open: 0 }
      byKey.set(key, turns)
      turns.open += 1
      try {
        return await turns.limit(work)
      } finally {
        turns.open -= 1
        if (turns.open === 0) byKey.delete(key)
      }
    },
    count: () => byKey.size,
  }
}
