import type { MessagePort } from 'node:worker_threads'
import { type Examined, examine } from '../article/examine.ts'
import type { Page } from '../article/extracted.ts'

export interface PageTask {
  readonly page: Page
  /**
   * Told null when work begins, so that neither waiting for a thread nor starting one counts as the page's time; then the
   * page's opt-outs.
   */
  readonly started: MessagePort
}

/** What a thread of the page extractor runs. */
export default function examinePage({ page, started }: PageTask): Examined {
  started.postMessage(null)
  return examine(page, (optOuts) => {
    started.postMessage(optOuts)
    started.close()
  })
}
