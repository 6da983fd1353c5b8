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
