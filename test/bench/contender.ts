/** One way to read all feeds of a farm, twice. */
export interface Contender {
  /** Brings the time of the next round about, which passes by itself outside a bench. */
  due?(): Promise<void>
  /** Polls every feed once. */
  round(): Promise<Handled>
  close(): Promise<void>
}

export interface Handled {
  /** Feeds that were read or said that nothing is new. */
  readonly answered: number
  readonly failed: number
}

export interface ContenderSetup {
  readonly urls: readonly string[]
  /** A database that declares the same feeds, for who stores what it reads. */
  readonly databaseUrl: string
}

export const contenderNames = ['parallax', 'script', 'undici'] as const
export type ContenderName = (typeof contenderNames)[number]

/** Tells handled feeds from failed ones. */
export function tally(outcomes: readonly boolean[]): Handled {
  const answered = outcomes.filter((good) => good).length
  return { answered, failed: outcomes.length - answered }
}
