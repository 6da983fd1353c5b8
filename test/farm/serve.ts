import type { Farm } from './farm.ts'
import type { Order, Report } from './orders.ts'
import { startFarm } from './server.ts'

// The process that remote.ts forks. It ends with the channel to its parent, however that ends.
let farm: Farm | null = null

process.on('message', (order: Order) => void obey(order).then((report) => process.send?.(report)))
process.on('disconnect', () => process.exit())

async function obey(order: Order): Promise<Report> {
  if (order.kind === 'start') {
    farm = await startFarm(order.options)
    return { kind: 'started', port: farm.plan.port }
  }
  if (farm === null) throw new Error('the farm was not started')
  if (order.kind === 'record') return { kind: 'recorded', record: await farm.record() }
  if (order.kind === 'to-round') await farm.toRound(order.round)
  else await farm.hangUp()
  return { kind: 'done' }
}
