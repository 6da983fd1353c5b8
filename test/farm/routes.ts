import { setTimeout as pause } from 'node:timers/promises'
import { answerWith, type FeedDocument } from './document.ts'
import type { Fate } from './fates.ts'
import type { FarmFeed, FarmPlan } from './plan.ts'
import { reply } from './reply.ts'
import { type Talk, troubleOf } from './trouble.ts'
import type { Asked } from './wire.ts'

export interface Route {
  /** Index of the host that knows it. */
  readonly host: number
  readonly path: string
  answer(asked: Asked): Buffer | Talk
}

/** Statuses of the redirects on the way to a document. */
const redirects: Partial<Record<Fate, readonly number[]>> = {
  moved: [301],
  elsewhere: [302],
  chain: [301, 307, 302],
  'long-chain': [302, 302, 302, 302, 302, 302, 302, 302],
  loop: [302, 302],
}

/** Where a feed's requests arrive; the first route is the feed's own address. `now` gives the round's document. */
export function routesOf(plan: FarmPlan, feed: FarmFeed, now: () => FeedDocument): Route[] {
  const { host, path, fate } = feed
  const trouble = troubleOf(plan, feed)
  if (trouble !== null) return [{ host, path, answer: () => trouble }]
  if (fate === 'to-file') return [{ host, path, answer: () => redirect(302, 'file:///etc/passwd') }]
  const hops = redirects[fate]
  if (hops !== undefined) return redirectingRoutes(plan, feed, hops, now)
  if (fate === 'slow') return [{ host, path, answer: (asked) => slowly(plan.options.slowMs, answerWith(now(), asked)) }]
  return [{ host, path, answer: (asked) => answerWith(now(), asked) }]
}

/** The document lies on the next host, so that a redirect crosses hosts. */
function redirectingRoutes(plan: FarmPlan, feed: FarmFeed, hops: readonly number[], now: () => FeedDocument): Route[] {
  const { hosts, port } = plan
  const { host, fate, index } = feed
  const goal = { host: (host + 1) % hosts.length, path: `/current/${index}` }
  const stations = [
    { host, path: feed.path },
    ...hops.slice(1).map((_, hop) => ({ host, path: `/hops/${index}/${hop}` })),
  ]
  const routes = stations.map((station, at): Route => {
    const next = stations[at + 1] ?? (fate === 'loop' ? { host, path: feed.path } : goal)
    const answer = redirect(hops[at] ?? 302, `http://${hosts[next.host]}:${port}${next.path}`)
    return { ...station, answer: () => answer }
  })
  return [...routes, { ...goal, answer: (asked) => answerWith(now(), asked) }]
}

const redirect = (status: number, location: string) => reply(status, { location })

function slowly(ms: number, answer: Buffer): Talk {
  return async (socket) => {
    await pause(ms)
    socket.write(answer)
  }
}
