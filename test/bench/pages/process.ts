import { peakMemoryMb } from '../peak-memory.ts'
import { pageCases } from './cases.ts'
import { type Contender, type ContenderName, type LoadedPage, loaded, openContender } from './contenders.ts'
import type { Read } from './score.ts'

export type PagesOrder = { readonly kind: 'open'; readonly name: ContenderName } | { readonly kind: 'read' | 'close' }

export interface PagesReport {
  readonly reads: readonly (Read | null)[]
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMemoryMb: number
}

let contender: Contender | undefined
let pages: readonly LoadedPage[] = []

process.on('message', (order: PagesOrder) => void obey(order).then((report) => process.send?.(report)))
process.on('disconnect', () => process.exit())

async function obey(order: PagesOrder): Promise<PagesReport | null> {
  if (order.kind === 'open') {
    pages = loaded(pageCases())
    contender = await openContender[order.name]()
    // The first pages load modules and start threads.
    await contender.read(pages.slice(0, 10))
  }
  if (order.kind === 'close') await contender?.close()
  return order.kind === 'read' && contender !== undefined ? measured(contender) : null
}

async function measured(reading: Contender): Promise<PagesReport> {
  const cpuBefore = process.cpuUsage()
  const began = performance.now()
  const reads = await reading.read(pages)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  return { reads, seconds, cpuSeconds: (user + system) / 1_000_000, peakMemoryMb: peakMemoryMb() }
}
