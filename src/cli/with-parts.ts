import { type Config, readConfig } from '../config.ts'
import { interruptSignal } from './interrupt.ts'
import { openOutside, openServer, openStored, type Stored } from './parts.ts'
import type { Running } from './run-stages.ts'

/** Opens the configured database for `work` and closes it whatever happens. */
export async function withStored<T>(work: (stored: Stored, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const stored = await openStored(await openServer(config), new Date())
  try {
    return await work(stored, config)
  } finally {
    await stored.close()
  }
}

/** Opens everything that a pipeline needs. */
export async function withRunning<T>(options: { quiet?: boolean }, work: (running: Running) => Promise<T>): Promise<T> {
  const signal = interruptSignal()
  return withStored(async (stored, config) => {
    const outside = await openOutside(config)
    try {
      return await work({ config, stored, outside, signal, ...options })
    } finally {
      await outside.close()
    }
  })
}
