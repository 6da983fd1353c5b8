import { type MessagePort, workerData } from 'node:worker_threads'
import { type Examined, examine } from '../article/examine.ts'
import type { Page } from '../article/extracted.ts'
import type { SiteRule } from '../article/site-rule.ts'

export interface PageTask {
  readonly page: Page
  /**
   * Told null when work begins, so that neither waiting for a thread nor starting one counts as the page's time; then the
   * page's opt-outs.
   */
  readonly started: MessagePort
}

/** What every thread is given when it starts. */
export interface ThreadData {
  readonly siteRules: readonly SiteRule[]
}

const { siteRules }: ThreadData = workerData

/** What a thread of the page extractor runs. */
export default function examinePage({ page, started }: PageTask): Examined {
  started.postMessage(null)
  const found = (optOuts: Examined['optOuts']) => {
    started.postMessage(optOuts)
    started.close()
  }
  return examine(page, found, siteRules)
}
