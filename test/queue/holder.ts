import type { Host } from '../../src/feed/host.ts'
import { openHostJobs } from '../../src/queue/host-jobs.ts'

// A worker to be killed: takes the hosts it is told and holds them.
const [url = '', ...hosts] = process.argv.slice(2)
const jobs = await openHostJobs(url, () => {})
await jobs.offer(hosts as Host[])
const taken = await jobs.take(hosts.length)
process.send?.(taken.map(({ host }) => host).sort())
