import { OpenAPIHono } from '@hono/zod-openapi'
import { addBundleRoutes } from './bundle-routes.ts'
import { addHealthRoute } from './health-route.ts'
import { parameterErrors } from './parameters.ts'
import { badParameters } from './problem.ts'
import type { Reading } from './reading.ts'
import { addVersionRoutes } from './version-routes.ts'

/** The routes for services, and their OpenAPI document: made from the schemas that check the requests. */
export function createApi(reading: Reading): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result, c) => (result.success ? undefined : badParameters(c, parameterErrors(result.error.issues))),
  })
  addBundleRoutes(api, reading)
  addVersionRoutes(api, reading)
  addHealthRoute(api, reading)
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Parallax', version: '1', description: 'What happened, and how each side of the press tells it.' },
  })
  return api
}
