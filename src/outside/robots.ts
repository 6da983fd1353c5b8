import type { Clock, Fetched, Fetcher, RobotsAnswer, RobotsGate } from './ports.ts'
import { allowsEverything, type RobotsRules, rulesFrom } from './robots-rules.ts'
import { createWeightedCache } from './weighted-cache.ts'

type Unreachable = Extract<RobotsAnswer, { kind: 'unreachable' }>
type Standing = { readonly kind: 'rules'; readonly rules: RobotsRules } | Unreachable

interface Known {
  readonly standing: Standing
  readonly untilMs: number
  /** Since when nothing else was heard; null while it can be had. */
  readonly unreachableSinceMs: number | null
}

const keptMs = 24 * 60 * 60 * 1000
// An outage of a minute must not silence a source for a day.
const unreachableKeptMs = 10 * 60 * 1000
// RFC 9309 names this time after which an unreachable robots.txt may be taken for none: a server that never serves it states no rule.
const takenForNoneMs = 30 * 24 * 60 * 60 * 1000
const cacheWeight = 32_000_000
const entryWeight = 500

/**
 * RFC 9309: per origin, kept for 24 h; no robots.txt (4xx, more than five redirects) allows everything; one that cannot be had (5xx,
 * 429, no connection, over the cap) is unreachable and asked again after ten minutes, unless an older copy is at hand, which then
 * goes on to count. After 30 days without an answer, counted from this process's first try, it is taken for none.
 */
export function createRobots(fetcher: Fetcher, clock: Clock, configuredUserAgent: string): RobotsGate {
  const cache = createWeightedCache<Known>(cacheWeight)
  const asking = new Map<string, Promise<Standing>>()

  // Asked under the configured name: one copy serves all sources of an origin.
  async function fetchStanding(origin: string): Promise<Standing> {
    const url = `${origin}/robots.txt`
    const fresh = standingOf(url, await fetcher.fetch({ url, wants: 'robots' }))
    const nowMs = clock.now().getTime()
    const known = nextKnown(cache.get(origin), fresh, nowMs)
    const weight = known.standing.kind === 'rules' ? known.standing.rules.weight : 0
    cache.set(origin, known, weight + entryWeight)
    return known.standing
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
      if (!standing.rules.allow(url, userAgent)) return { kind: 'disallowed' }
      return { kind: 'allowed', crawlDelayMs: standing.rules.crawlDelayMs(userAgent) }
    },
  }
}

const meansNone: ReadonlySet<string> = new Set(['gone', 'http-4xx', 'blocked', 'too-many-redirects'])

function standingOf(url: string, fetched: Fetched): Standing {
  if (fetched.kind === 'body') return { kind: 'rules', rules: rulesFrom(url, fetched.bytes) }
  // Nothing conditional was asked.
  if (fetched.kind === 'unchanged') return { kind: 'unreachable', reason: 'protocol', retryAfterSeconds: null }
  if (meansNone.has(fetched.reason)) return { kind: 'rules', rules: allowsEverything }
  return { kind: 'unreachable', reason: fetched.reason, retryAfterSeconds: fetched.retryAfterSeconds }
}

/** What is remembered after an answer: an older copy outlives an outage, but no outage outlives thirty days. */
function nextKnown(known: Known | undefined, fresh: Standing, nowMs: number): Known {
  const untilMs = nowMs + lifeMs(fresh)
  if (fresh.kind === 'rules') return { standing: fresh, untilMs, unreachableSinceMs: null }
  const unreachableSinceMs = known?.unreachableSinceMs ?? nowMs
  const standing = known?.standing.kind === 'rules' ? known.standing : fresh
  const isNone = nowMs - unreachableSinceMs >= takenForNoneMs
  return { standing: isNone ? { kind: 'rules', rules: allowsEverything } : standing, untilMs, unreachableSinceMs }
}

function lifeMs(standing: Standing): number {
  if (standing.kind === 'rules') return keptMs
  return Math.max(unreachableKeptMs, (standing.retryAfterSeconds ?? 0) * 1000)
}
