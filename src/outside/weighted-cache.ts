/** A map that forgets what was set longest ago once its entries together weigh more than `maxWeight`. */
export interface WeightedCache<V> {
  get(key: string): V | undefined
  set(key: string, value: V, weight: number): void
  count(): number
}

export function createWeightedCache<V>(maxWeight: number): WeightedCache<V> {
  const entries = new Map<string, { readonly value: V; readonly weight: number }>()
  let total = 0

  function forget(key: string): void {
    total -= entries.get(key)?.weight ?? 0
    entries.delete(key)
  }

  return {
    get: (key) => entries.get(key)?.value,
    set(key, value, weight) {
      forget(key)
      entries.set(key, { value, weight })
      total += weight
      for (const oldest of entries.keys()) {
        if (total <= maxWeight) break
        forget(oldest)
      }
    },
    count: () => entries.size,
  }
}
