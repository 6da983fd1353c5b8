import type { ChildProcess } from 'node:child_process'

/** Sends an order to a process that we forked, which answers one order at a time, and gives its answer. */
export function askChild<Report>(child: ChildProcess, order: object): Promise<Report> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) =>
      reject(new Error(`the process of ${child.spawnargs.at(-1)} ended with ${code}`))
    child.once('exit', died)
    child.once('message', (report) => {
      child.off('exit', died)
      resolve(report as Report)
    })
    child.send(order)
  })
}
