import type { Host } from '../src/feed/host.ts'

/** A pipeline whose work is shared out by host, with what has come of it so far. */
export interface ByHost<Counts> {
  /**
   * Does what is due at one host, one request at a time. Ends early where `signal` aborts: what is left stays due.
   * Rejects where something could not be stored; then that is still due, too.
   */
  visit(host: Host, signal: AbortSignal): Promise<void>
  readonly counts: Readonly<Counts>
}

/**
 * Work on one row after the other until `signal`. A row whose work fails must not cost its neighbours their turn: the first
 * error is thrown when all have had theirs.
 */
export async function oneByOne<Row>(
  rows: readonly Row[],
  signal: AbortSignal,
  work: (row: Row) => Promise<void>,
): Promise<void> {
  const errors: unknown[] = []
  for (const row of rows) {
    if (signal.aborted) return
    await work(row).catch((error: unknown) => errors.push(error))
  }
  // What ends with the signal is no failure.
  if (errors.length > 0 && !signal.aborted) throw errors[0]
}
