import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { fetcherFor } from '../outside/fetcher-under-test.ts'
import type { FarmOptions } from './plan.ts'
import { startRemoteFarm } from './remote.ts'
import { startFarm } from './server.ts'

const options: FarmOptions = {
  seed: 'record',
  feeds: 6,
  hosts: 2,
  itemsPerFeed: 2,
  mix: { changing: 1 },
  latencyMs: 50,
}

test('requests to one host that overlap are seen to', async () => {
  const farm = await startFarm(options)
  onTestFinished(() => farm.close())
  const urls = farm.plan.feeds.map(({ url }) => url)
  const polite = fetcherFor({})
  await Promise.all(urls.map((url) => polite.fetch({ url, wants: 'feed' })))
  expect(await farm.record()).toMatchObject({ requests: [1, 1, 1, 1, 1, 1], mostAtOnce: [1, 1] })
  const [one, , two] = urls
  await Promise.all([one, two].map((url) => fetcherFor({}).fetch({ url: url ?? '', wants: 'feed' })))
  expect(await farm.record()).toMatchObject({ requests: [2, 1, 2, 1, 1, 1], mostAtOnce: [2, 1] })
})

test('a farm in a process of its own plays the same and reports the same', async () => {
  const farm = await startRemoteFarm(options)
  onTestFinished(() => farm.close())
  const fetcher = fetcherFor({})
  const ask = () => fetcher.fetch({ url: farm.plan.feeds[0]?.url ?? '', wants: 'feed' })
  const [early] = [await ask(), await farm.toRound(1)]
  const late = await ask()
  expect(early).toMatchObject({ kind: 'body', validators: { etag: '"0-2"' } })
  expect(late).toMatchObject({ kind: 'body', validators: { etag: '"0-4"' } })
  expect(await farm.record()).toMatchObject({ requests: [2, 0, 0, 0, 0, 0], mostAtOnce: [1, 0] })
  expect(farm.truth()[0]?.items).toHaveLength(4)
})

test('a farm hangs up where nothing is under way', async () => {
  const farm = await startFarm(options)
  onTestFinished(() => farm.close())
  const { hosts, port, feeds } = farm.plan
  const [idle, busy] = [connect(port, hosts[0]), connect(port, hosts[1])]
  const ask = (path: string) => `GET ${path} HTTP/1.1\r\n\r\n`
  idle.write(ask(feeds[0]?.path ?? ''))
  await once(idle, 'data')
  const answered = once(busy, 'data')
  busy.write(ask(feeds[1]?.path ?? ''))
  await Promise.all([once(idle, 'end'), farm.hangUp()])
  expect((await answered).toString()).toMatch(/^HTTP\/1\.1 200 /)
})
