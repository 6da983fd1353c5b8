import { rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Place, readIfThere } from './postgres-place.ts'

/** Runs `work` while no other process starts or stops this place's server. */
export async function underLock<T>(place: Place, work: () => Promise<T>): Promise<T> {
  while (!takeLock(place.lock)) await sleep(50)
  try {
    return await work()
  } finally {
    rmSync(place.lock, { force: true })
  }
}

function takeLock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    const holder = Number(readIfThere(path))
    // A holder that was killed left its lock; an empty file is one that is being written this moment.
    if (holder > 0 && !alive(holder)) rmSync(path, { force: true })
    return false
  }
}

/** Whether a process runs. One that has ended and was not yet collected by its parent (a zombie) does not. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !(readIfThere(`/proc/${pid}/stat`) ?? '').includes(') Z ')
}
