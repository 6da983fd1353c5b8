import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'

/** Runs `work` and leaves a CPU profile of it for Chrome's DevTools, or of nothing where no file is named. */
export async function profiled<T>(file: string | null, work: () => Promise<T>): Promise<T> {
  if (file === null) return work()
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  const result = await work()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  writeFileSync(file, JSON.stringify(profile))
  return result
}
