import { measure, type SpeedOrder } from './speed.ts'

process.on('message', (order: SpeedOrder) => void measure(order).then((figures) => process.send?.(figures)))
process.on('disconnect', () => process.exit())
