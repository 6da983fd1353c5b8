import type { Article } from '../article/article.ts'
import { creditedAgencies } from '../article/credits.ts'

/** What is known of where an article's words were written. */
export interface Credits {
  readonly isWire: boolean
  /** The agencies that it credits, in lower case. */
  readonly agencies: ReadonlySet<string>
}

export function creditsOf({ source, wire, text }: Article): Credits {
  const agencies = creditedAgencies(text)
  return {
    isWire: source.kind === 'wire',
    agencies: wire === null ? agencies : new Set([...agencies, wire.toLowerCase()]),
  }
}

/** Is one of the two a wire, or do both credit the same agency? Then what they share was written there. */
export function fromOneWire(a: Credits, b: Credits): boolean {
  return a.isWire || b.isWire || [...a.agencies].some((name) => b.agencies.has(name))
}
