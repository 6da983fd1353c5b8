import { parseArgs } from 'node:util'
import { readOutlets } from './outlets.ts'
import { startNewsroom } from './server.ts'

// For people: node --import tsx test/newsroom/serve.ts --port 4780
const { values } = parseArgs({ options: { port: { type: 'string', default: '4780' } } })
const newsroom = await startNewsroom({ port: Number(values.port) })
const lines = readOutlets().map(({ id, name, feeds }) => {
  const live = feeds.filter(({ answers }) => answers === 'feed').map(({ path }) => path)
  return `  ${newsroom.origin(id)}/  ${name}  ${live.join(' ')}`
})
process.stdout.write(`The newsroom is open until ctrl-C:\n${lines.join('\n')}\n`)
process.once('SIGINT', () => void newsroom.close())
