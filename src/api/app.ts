import { Hono, type MiddlewareHandler } from 'hono'
import { etag } from 'hono/etag'
import { addReaderPages } from '../reader/pages.tsx'
import { createApi } from './api.ts'
import { addMetricsRoute, type Metrics } from './metrics-route.ts'
import { problem } from './problem.ts'
import type { Reading } from './reading.ts'
import { securityHeaders } from './security-headers.ts'

export interface AppParts {
  readonly reading: Reading
  readonly now: () => Date
  readonly metrics?: Metrics
  /** Told of every request that ended in a 500. */
  readonly failed?: (error: Error, path: string) => void
}

/** The API and the pages behind one address. */
export function createApp({ reading, now, metrics, failed }: AppParts): Hono {
  const app = new Hono()
  app.use(securityHeaders)
  app.use(etag())
  app.use(freshness)
  app.route('/', createApi(reading))
  if (metrics) addMetricsRoute(app, metrics)
  const pages = addReaderPages(app, { reading, now })
  app.notFound((c) => (isApi(c.req.path) ? problem(c, 404, nothingHere) : pages.notFound(c)))
  app.onError((error, c) => {
    failed?.(error, c.req.path)
    return isApi(c.req.path) ? problem(c, 500, 'The service could not answer. Try again in a moment.') : pages.failed(c)
  })
  return app
}

const nothingHere = 'There is nothing at this address. /openapi.json lists what there is.'

const isApi = (path: string) => /^\/(v\d+|healthz|metrics|openapi\.json)(\/|$)/.test(path)

// A withdrawn or corrected text must not live on in a cache; the ETag makes asking again cheap.
const freshness: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-cache')
}
