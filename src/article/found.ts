import type { Origin } from './extracted.ts'

/** A statement of a page and where it stands. */
export interface Found<T> {
  readonly value: T
  readonly origin: Origin
}

/** The first of these that has a value; each is only looked for where those before it had none. */
export function firstFound<T>(...looks: readonly (readonly [Origin, () => T | null])[]): Found<T> | null {
  for (const [origin, look] of looks) {
    const value = look()
    if (value !== null) return { value, origin }
  }
  return null
}
