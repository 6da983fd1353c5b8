import type { Contender, ContenderName, ContenderSetup, Handled } from './contender.ts'
import { peakMemoryMb } from './peak-memory.ts'
import { profiled } from './profile.ts'

/** What a contender's process is told; it reports on one order before it gets the next. */
export type ContenderOrder =
  | { readonly kind: 'open'; readonly name: ContenderName; readonly setup: ContenderSetup }
  | { readonly kind: 'round'; readonly profile: string | null }
  | { readonly kind: 'close' }

export interface RoundReport extends Handled {
  readonly seconds: number
  /** Processor time of this process. */
  readonly cpuSeconds: number
  /** Of the process's life so far. */
  readonly peakMemoryMb: number
}

// Loaded by name, so that no contender carries the packages of another.
const open = {
  parallax: async (setup) => (await import('./parallax-round.ts')).openParallax(setup),
  script: async (setup) => (await import('./script-round.ts')).openScript(setup),
  undici: async (setup) => (await import('./undici-round.ts')).openUndici(setup),
} satisfies Record<ContenderName, (setup: ContenderSetup) => Promise<Contender>>

let contender: Contender | null = null

process.on('message', (order: ContenderOrder) => void obey(order).then((report) => process.send?.(report)))
process.on('disconnect', () => process.exit())

async function obey(order: ContenderOrder): Promise<RoundReport | null> {
  if (order.kind === 'open') contender = await open[order.name](order.setup)
  if (order.kind === 'close') await contender?.close()
  return order.kind === 'round' && contender !== null ? measured(contender, order.profile) : null
}

async function measured(polling: Contender, profile: string | null): Promise<RoundReport> {
  await polling.due?.()
  const cpuBefore = process.cpuUsage()
  const began = performance.now()
  const handled = await profiled(profile, () => polling.round())
  const { user, system } = process.cpuUsage(cpuBefore)
  return {
    ...{ ...handled, seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1_000_000 },
    peakMemoryMb: peakMemoryMb(),
  }
}
