import { type MessagePort, workerData } from 'node:worker_threads'
import { extractArticle } from '../article/extract.ts'
import type { Extracted, Page } from '../article/extracted.ts'
import type { SiteRule } from '../article/site-rule.ts'

export interface PageTask {
  readonly page: Page
  /** Told when work begins, so that neither waiting for a thread nor starting one counts as the page's time. */
  readonly started: MessagePort
}

/** What every thread is given when it starts. */
export interface ThreadData {
  readonly siteRules: readonly SiteRule[]
}

const { siteRules }: ThreadData = workerData

/** What a thread of the page extractor runs. */
export default function extractPage({ page, started }: PageTask): Extracted {
  started.postMessage(null)
  started.close()
  return extractArticle(page, siteRules)
}
