import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Health, Reading } from './reading.ts'

const healthSchema = z
  .strictObject({
    status: z.enum(['ok', 'unavailable']),
    database: z.enum(['ok', 'unreachable']),
    feeds: z.strictObject({ declared: z.number().int(), failing: z.number().int() }),
    articles: z.number().int(),
    stories: z.number().int(),
    bundles: z.number().int(),
    lastFetchAt: z.iso.datetime().nullable().describe('When a feed was last asked; null before the first time'),
  })
  .openapi('Health')

const content = { 'application/json': { schema: healthSchema } }

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the service can answer, and what it holds',
  responses: {
    200: { description: 'It can', content },
    503: { description: 'The database does not answer; its counts are 0', content },
  },
})

const unreachable: Health = {
  database: 'unreachable',
  feeds: { declared: 0, failing: 0 },
  articles: 0,
  stories: 0,
  bundles: 0,
  lastFetchAt: null,
}

export function addHealthRoute(app: OpenAPIHono, reading: Reading): void {
  app.openapi(healthRoute, async (c) => {
    // A monitor needs an answer most when the database gives none.
    const health = await reading.health().catch(() => unreachable)
    const lastFetchAt = health.lastFetchAt?.toISOString() ?? null
    c.header('Cache-Control', 'no-store')
    return health.database === 'ok'
      ? c.json({ status: 'ok', ...health, lastFetchAt } as const, 200)
      : c.json({ status: 'unavailable', ...health, lastFetchAt } as const, 503)
  })
}
