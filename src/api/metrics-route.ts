import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { problem } from './problem.ts'

export interface Metrics {
  /** Everything in Prometheus' text format. */
  text(): Promise<string>
  /** What a scraper must send as a bearer token; null where anybody may ask. */
  readonly token: string | null
}

/** `/metrics` for Prometheus; no part of the API for services, so the OpenAPI document leaves it out. */
export function addMetricsRoute(app: Hono, metrics: Metrics): void {
  app.get('/metrics', async (c) => {
    c.header('Cache-Control', 'no-store')
    if (!isAllowed(c, metrics.token)) {
      c.header('WWW-Authenticate', 'Bearer')
      return problem(c, 401, 'Send the token of PARALLAX_METRICS_TOKEN as "Authorization: Bearer …".')
    }
    return c.text(await metrics.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
}

function isAllowed(c: Context, token: string | null): boolean {
  if (token === null) return true
  const [, sent = ''] = /^Bearer\s+(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? []
  // Digests are of one length, and comparing them tells nothing by its time.
  return timingSafeEqual(digestOf(sent), digestOf(token))
}

const digestOf = (text: string) => createHash('sha256').update(text).digest()
