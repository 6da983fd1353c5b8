import type { Clock, Fetched, Fetcher, RobotsAnswer, RobotsGate } from './ports.ts'
import { type RobotsRules, rulesFrom } from './robots-rules.ts'
import { createWeightedCache } from './weighted-cache.ts'

type Unreachable = Extract<RobotsAnswer, { kind: 'unreachable' }>
type Standing = { readonly kind: 'rules'; readonly rules: RobotsRules } | Unreachable

interface Known {
  readonly standing: Standing
  readonly untilMs: number
}

const keptMs = 24 * 60 * 60 * 1000
// An outage of a minute must not silence a source for a day.
const unreachableKeptMs = 10 * 60 * 1000
const cacheWeight = 32_000_000
const entryWeight = 500

/**
 * RFC 9309 in its simple form: per origin, kept for 24 h; no robots.txt (4xx) allows everything; one that cannot be had
 * (5xx, 429, no connection, over the cap) is unreachable, unless an older copy is at hand, which then goes on to count.
 */
export function createRobots(fetcher: Fetcher, clock: Clock, configuredUserAgent: string): RobotsGate {
  const cache = createWeightedCache<Known>(cacheWeight)
  const asking = new Map<string, Promise<Standing>>()

  // Asked under the configured name: one copy serves all sources of an origin.
  async function fetchStanding(origin: string): Promise<Standing> {
    const url = `${origin}/robots.txt`
    const fresh = standingOf(url, await fetcher.fetch({ url, wants: 'robots' }))
    const known = cache.get(origin)?.standing
    const standing = fresh.kind === 'unreachable' && known?.kind === 'rules' ? known : fresh
    const weight = standing.kind === 'rules' ? standing.rules.weight : 0
    cache.set(origin, { standing, untilMs: clock.now().getTime() + lifeMs(fresh) }, weight + entryWeight)
    return standing
  }

  function standingAt(origin: string): Promise<Standing> {
    const known = cache.get(origin)
    if (known && clock.now().getTime() < known.untilMs) return Promise.resolve(known.standing)
    const asked = asking.get(origin) ?? fetchStanding(origin).finally(() => asking.delete(origin))
    asking.set(origin, asked)
    return asked
  }

  return {
    async ask(url, userAgent = configuredUserAgent) {
      if (!URL.canParse(url)) return { kind: 'disallowed' }
      const standing = await standingAt(new URL(url).origin)
      if (standing.kind === 'unreachable') return standing
      return { kind: standing.rules.allow(url, userAgent) ? 'allowed' : 'disallowed' }
    },
  }
}

const allAllowed: RobotsRules = { allow: () => true, weight: 0 }
const meansNone: ReadonlySet<string> = new Set(['gone', 'http-4xx', 'blocked', 'too-many-redirects'])

function standingOf(url: string, fetched: Fetched): Standing {
  if (fetched.kind === 'body') return { kind: 'rules', rules: rulesFrom(url, new TextDecoder().decode(fetched.bytes)) }
  // Nothing conditional was asked.
  if (fetched.kind === 'unchanged') return { kind: 'unreachable', reason: 'protocol', retryAfterSeconds: null }
  if (meansNone.has(fetched.reason)) return { kind: 'rules', rules: allAllowed }
  return { kind: 'unreachable', reason: fetched.reason, retryAfterSeconds: fetched.retryAfterSeconds }
}

function lifeMs(standing: Standing): number {
  if (standing.kind === 'rules') return keptMs
  return Math.max(unreachableKeptMs, (standing.retryAfterSeconds ?? 0) * 1000)
}
