import { readConfig } from '../config.ts'
import { parseCatalogue } from '../source/parse-catalogue.ts'
import type { DemoOptions } from './demo.ts'
import { demoReport } from './demo-report.ts'
import { openDemoWorld } from './demo-world.ts'
import { UserError } from './fail.ts'
import { interruptSignal } from './interrupt.ts'
import type { Listening } from './listen.ts'
import { openOutside, openStored } from './parts.ts'
import { type Running, runAll, runSync } from './run-stages.ts'
import { openDoor, untilAborted } from './serve.ts'
import { storyTable } from './story-table.ts'

/** The newsroom's newest article is an hour old at this moment. */
const RECORDED_AT = new Date('2026-03-12T06:00:00Z')

/** The newsroom through every pipeline into a database of the demo's own, then the table, then the pages. */
export async function runDemo(options: DemoOptions): Promise<void> {
  const signal = interruptSignal()
  const started = performance.now()
  const settings = readConfig(process.env)
  const world = await openDemoWorld(settings, options.dir)
  try {
    signal.throwIfAborted()
    const stored = await openStored(world.server, RECORDED_AT)
    const clock = await resumedClock(stored.database.db)
    const config = { ...settings, allowNet: ['127.0.0.0/8'], publish: 'auto' as const }
    const outside = await openOutside(config, { clock })
    const running = { config, stored, outside, signal }
    try {
      const counts = await runPipelines(running, world.newsroom.catalogue)
      const seconds = (performance.now() - started) / 1000
      if (options.json) console.log(JSON.stringify(await demoReport(running, world.newsroom, { seconds, counts })))
      else console.log(await storyTable(stored.database.db))
      console.error(
        `The newsroom took ${seconds.toFixed(1)} s.${world.kept ? ` Everything is kept in ${world.kept}.` : ''}`,
      )
      if (!options.once && !signal.aborted) await serveUntilAborted(running, options)
    } finally {
      await outside.close()
      await stored.close()
    }
  } finally {
    await world.close()
  }
}

async function runPipelines(running: Running, catalogue: string) {
  const parsed = parseCatalogue(catalogue, 'newsroom')
  if (parsed.kind === 'invalid') throw new Error(`the newsroom's catalogue: ${JSON.stringify(parsed.problems)}`)
  running.signal.throwIfAborted()
  const sync = await runSync(running, parsed.sources)
  running.signal.throwIfAborted()
  return { sync, ...(await runAll(running, { all: true })) }
}

/** The recorded moment, or where an earlier run over the same database ended: time never goes back. */
async function resumedClock(db: Running['stored']['database']['db']) {
  const { readStatus } = await import('../store/status.ts')
  const { clockStartingAt } = await import('../outside/clock.ts')
  const { lastFetchAt } = await readStatus(db)
  return clockStartingAt(lastFetchAt === null ? RECORDED_AT : new Date(lastFetchAt.getTime() + 1000))
}

async function serveUntilAborted(running: Running, options: DemoOptions): Promise<void> {
  const door = await openDemoDoor(running, options)
  console.error(`\nRead the stories on ${door.url}   the API is ${door.url}/v1/bundles   (ctrl-C ends)`)
  await untilAborted(running.signal)
  await door.close()
}

/** A newcomer's usual port may be taken: any free one is as good, unless one was asked for. */
async function openDemoDoor({ config, stored, outside }: Running, options: DemoOptions): Promise<Listening> {
  try {
    return await openDoor(config, stored, outside, options)
  } catch (error) {
    if (!(error instanceof UserError) || options.port !== undefined) throw error
    return openDoor(config, stored, outside, { ...options, port: 0 })
  }
}
