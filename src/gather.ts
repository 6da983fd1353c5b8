/** Asks for one row; the answer comes with those of all rows that were asked for meanwhile. */
export type Gather<Row, Answer> = (row: Row) => Promise<Answer>

export interface GatherLimits {
  /** Rows of one call at the most. */
  readonly most: number
  /** How long the first row of a call waits for company, in ms; one that comes while a call is under way waits from its end. */
  readonly waitMs: number
}

interface Waiting<Row, Answer> {
  readonly row: Row
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * Makes few large calls of many small ones: `work` gets the rows of a moment and gives as many answers in their order. One
 * call at a time, so that rows gather while it is under way; one that fails fails all of its rows.
 */
export function gather<Row, Answer>(
  work: (rows: readonly Row[]) => Promise<readonly Answer[]>,
  { most, waitMs }: GatherLimits,
): Gather<Row, Answer> {
  const waiting: Waiting<Row, Answer>[] = []
  let running = false
  let timer: NodeJS.Timeout | undefined

  async function run(): Promise<void> {
    running = true
    await settle(waiting.splice(0, most))
    running = false
    if (waiting.length >= most) begin()
    else if (waiting.length > 0) timer ??= setTimeout(begin, waitMs)
  }

  async function settle(batch: readonly Waiting<Row, Answer>[]): Promise<void> {
    try {
      const answers = await work(batch.map(({ row }) => row))
      if (answers.length !== batch.length) throw new Error(`${batch.length} rows got ${answers.length} answers`)
      for (const [at, { resolve }] of batch.entries()) resolve(answers[at] as Answer)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  function begin(): void {
    if (running) return
    clearTimeout(timer)
    timer = undefined
    void run()
  }

  return (row) =>
    new Promise((resolve, reject) => {
      waiting.push({ row, resolve, reject })
      if (waiting.length >= most) begin()
      else if (!running) timer ??= setTimeout(begin, waitMs)
    })
}
