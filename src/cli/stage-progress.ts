import cliProgress from 'cli-progress'
import type { Progress } from '../../pipelines/progress.ts'

/** Shows how far each stage is, on stderr: a bar on a terminal, a line now and then elsewhere. */
export interface StageProgress {
  readonly progress: Progress
  /** The stage is over; `summary` says what came of it. */
  end(summary: string): void
}

const LINE_EVERY_MS = 5_000

export function stageProgress(stage: string, quiet = false): StageProgress {
  if (quiet) return { progress: () => {}, end: () => {} }
  return process.stderr.isTTY ? bar(stage) : lines(stage)
}

function bar(stage: string): StageProgress {
  const shown = new cliProgress.SingleBar({
    format: `${stage.padEnd(8)} {bar} {value}/{total} {note}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 24,
    forceRedraw: true,
    linewrap: false,
    gracefulExit: false,
  })
  shown.start(0, 0, { note: '' })
  return {
    progress: ({ done, total, note = '' }) => {
      shown.setTotal(total)
      shown.update(done, { note: printable(note) })
    },
    end: (summary) => {
      shown.stop()
      write(stage, summary)
    },
  }
}

function lines(stage: string): StageProgress {
  let last = Date.now()
  return {
    progress: ({ done, total }) => {
      if (Date.now() - last < LINE_EVERY_MS) return
      last = Date.now()
      write(stage, `${done} of ${total} …`)
    },
    end: (summary) => write(stage, summary),
  }
}

const write = (stage: string, text: string) => process.stderr.write(`${stage.padEnd(8)} ${text}\n`)

/** Titles and addresses come from outside: no control character of theirs reaches the terminal. */
const printable = (text: string) => text.replace(/\p{C}/gu, '').slice(0, 60)
