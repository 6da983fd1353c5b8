import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { changeSchema } from '../bundle/change.ts'
import { changesBetween } from '../bundle/changes.ts'
import { badVersion, bundleParamsSchema, changesQuerySchema } from './parameters.ts'
import { badParameters, problem, problemSchema } from './problem.ts'
import type { Reading, VersionsFound } from './reading.ts'

const versionSchema = z
  .strictObject({
    version: z.number().int().min(1),
    at: z.iso.datetime().describe('When it was written'),
    writer: z.string().describe('extractive-…, model NAME, or editor: an editor’s words were put in or taken out'),
  })
  .openapi('Version')

const changesSchema = z
  .strictObject({
    id: z.string(),
    from: z.number().int().min(1).describe('The older version; that of `to` where there is none before it'),
    to: z.number().int().min(1).describe('The newer version'),
    changes: z.array(changeSchema.openapi('Change')),
  })
  .openapi('Changes')

const others = {
  308: { description: 'Merged into another story: Location names where to read' },
  400: refused('Not an id, or a version that the bundle does not have'),
  404: refused('No bundle has ever had this id, or it is not published'),
  410: refused('Withdrawn'),
}

const versionsRoute = createRoute({
  method: 'get',
  path: '/v1/bundles/{id}/versions',
  summary: 'The versions of a bundle since it was published, oldest first',
  request: { params: bundleParamsSchema },
  responses: { 200: json(z.strictObject({ id: z.string(), versions: z.array(versionSchema) }), 'Versions'), ...others },
})

const changesRoute = createRoute({
  method: 'get',
  path: '/v1/bundles/{id}/changes',
  summary: 'What changed from one version of a bundle to another',
  request: { params: bundleParamsSchema, query: changesQuerySchema },
  responses: { 200: json(changesSchema, 'The differences, articles first, then in reading order'), ...others },
})

export function addVersionRoutes(app: OpenAPIHono, reading: Reading): void {
  app.openapi(versionsRoute, async (c) => {
    const { id } = c.req.valid('param')
    const found = await reading.versions(id)
    if (found.kind !== 'found') return elsewhere(c, found, 'versions')
    const versions = found.versions.map(({ version, at, writer }) => ({ version, at: at.toISOString(), writer }))
    return c.json({ id, versions }, 200)
  })

  app.openapi(changesRoute, async (c) => {
    const { id } = c.req.valid('param')
    const found = await reading.versions(id)
    if (found.kind !== 'found') return elsewhere(c, found, 'changes')
    const known = found.versions.map(({ version }) => version)
    const { to = known.at(-1) ?? 1, from = Math.max(...known.filter((one) => one < to), Math.min(to, ...known)) } =
      c.req.valid('query')
    const wrong = known.includes(to) ? (known.includes(from) && from <= to ? null : 'from') : 'to'
    if (wrong !== null) return badParameters(c, [badVersion(wrong)])
    const documents = await reading.documents(id, [from, to])
    const [before, after] = [documents.at(0), documents.at(-1)]
    const changes = before && after ? changesBetween(before.document, after.document) : []
    return c.json({ id, from, to, changes }, 200)
  })
}

function elsewhere(c: Context, found: Exclude<VersionsFound, { kind: 'found' }>, what: 'versions' | 'changes') {
  switch (found.kind) {
    case 'moved':
      return c.redirect(`/v1/bundles/${encodeURIComponent(found.to)}/${what}`, 308)
    case 'withdrawn':
      return problem(c, 410, 'This bundle was withdrawn.', { withdrawnAt: found.at.toISOString() })
    case 'unknown':
      return problem(c, 404, 'There is no published bundle with this id. /v1/bundles lists those there are.')
  }
}

function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

function refused(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemSchema } } }
}
