import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { badCursor, bundleParamsSchema, bundlesQuerySchema } from './parameters.ts'
import { badParameters, problem, problemSchema } from './problem.ts'
import { bundleTag, publishedBundle, publishedBundleSchema } from './published-bundle.ts'
import type { Reading } from './reading.ts'

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})

const listRoute = createRoute({
  method: 'get',
  path: '/v1/bundles',
  summary: 'Published bundles, newest first',
  request: { query: bundlesQuerySchema },
  responses: {
    200: json(
      z.strictObject({
        bundles: z.array(publishedBundleSchema),
        next: z.string().nullable().describe('Send it as `before` for the next page; null on the last one'),
      }),
      'A page of bundles',
    ),
    400: refused('An unknown parameter, or a value that cannot be used'),
  },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/v1/bundles/{id}',
  summary: 'One bundle in its newest version',
  request: { params: bundleParamsSchema },
  responses: {
    200: json(publishedBundleSchema, 'The bundle; its ETag names id and version'),
    304: { description: 'Unchanged since the version that If-None-Match names' },
    308: { description: 'Merged into another story: Location names the bundle to read' },
    400: refused('Not an id'),
    404: refused('No bundle has ever had this id, or it is not published'),
    410: refused('Withdrawn'),
  },
})

export function addBundleRoutes(app: OpenAPIHono, reading: Reading): void {
  app.openapi(listRoute, async (c) => {
    const { day, section, limit, before } = c.req.valid('query')
    const page = await reading.bundles({
      limit,
      ...(day && { day }),
      ...(section && { section }),
      ...(before && { before }),
    })
    if ('kind' in page) return badParameters(c, [badCursor])
    return c.json({ bundles: page.bundles.map(publishedBundle), next: page.next }, 200)
  })

  app.openapi(oneRoute, async (c) => {
    const found = await reading.bundle(c.req.valid('param').id)
    switch (found.kind) {
      case 'found':
        return c.json(publishedBundle(found.bundle), 200, { ETag: bundleTag(found.bundle) })
      case 'moved':
        return c.redirect(`/v1/bundles/${encodeURIComponent(found.to)}`, 308)
      case 'withdrawn':
        return problem(c, 410, 'This bundle was withdrawn.', { withdrawnAt: found.at.toISOString() })
      case 'unknown':
        return problem(c, 404, 'There is no published bundle with this id. /v1/bundles lists those there are.')
    }
  })
}
