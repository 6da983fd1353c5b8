import { type FeedDocument, feedDocument } from './document.ts'
import { type Farm, truthsOf } from './farm.ts'
import { Host, notFound } from './host.ts'
import { publishedBy } from './items.ts'
import { listenOnAll } from './listen.ts'
import { pageAt } from './page.ts'
import { type FarmFeed, type FarmOptions, type FarmPlan, hostAddress, planFarm } from './plan.ts'
import { type Route, routesOf } from './routes.ts'

type Documents = readonly (FeedDocument | null)[]

/** Plays feeds on loopback addresses, 127.20.0.1 and on. */
export async function startFarm(options: FarmOptions): Promise<Farm> {
  const hosts = Array.from({ length: options.hosts }, () => new Host(options.latencyMs ?? 0))
  const addresses = hosts.map((_, index) => hostAddress(index))
  const { port, close } = await listenOnAll(addresses, (host, socket) => hosts[host]?.greet(socket))
  const plan = planFarm(options, port)
  const requests = plan.feeds.map(() => 0)
  let round = 0
  let documents = documentsOf(plan, round, [])
  for (const feed of plan.feeds) {
    for (const route of routesOf(plan, feed, () => documents[feed.index] ?? feedDocument(plan, feed, round)))
      hosts[route.host]?.add(route.path === feed.path ? counted(route, feed, requests) : route)
  }
  for (const [index, host] of hosts.entries()) host.otherwise = (path) => pageAt(plan, index, path) ?? notFound
  return {
    plan,
    get round() {
      return round
    },
    async toRound(next) {
      documents = documentsOf(plan, next, documents)
      round = next
    },
    async hangUp() {
      await Promise.all(hosts.map((host) => host.hangUp()))
    },
    truth: () => truthsOf(plan, round),
    async record() {
      const { user, system } = process.cpuUsage()
      const mostAtOnce = hosts.map((host) => host.mostAtOnce)
      return { requests: [...requests], mostAtOnce, cpuSeconds: (user + system) / 1_000_000 }
    },
    close,
  }
}

/** Rendered ahead of the requests, and anew only where the round changes something. */
function documentsOf(plan: FarmPlan, round: number, earlier: Documents): Documents {
  return plan.feeds.map((feed) => {
    if (feed.standing !== 'read') return null
    const known = earlier[feed.index]
    return known?.published === publishedBy(plan, feed, round) ? known : feedDocument(plan, feed, round)
  })
}

function counted(route: Route, feed: FarmFeed, requests: number[]): Route {
  return {
    ...route,
    answer(asked) {
      requests[feed.index] = (requests[feed.index] ?? 0) + 1
      return route.answer(asked)
    },
  }
}
