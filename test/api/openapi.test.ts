import { expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { readingOf } from './reading-of.ts'

async function openapi() {
  const app = createApp({ reading: readingOf({}), now: () => new Date() })
  return (await app.request('/openapi.json')).json()
}

test('the OpenAPI document names every route with its answers', async () => {
  const { openapi: version, paths } = await openapi()
  expect(version).toBe('3.1.0')
  const answers = Object.entries<{ get: { responses: object } }>(paths).map(([path, { get }]) => [
    path,
    Object.keys(get.responses),
  ])
  expect(Object.fromEntries(answers)).toEqual({
    '/v1/bundles': ['200', '400'],
    '/v1/bundles/{id}': ['200', '304', '308', '400', '404', '410'],
    '/v1/bundles/{id}/versions': ['200', '308', '400', '404', '410'],
    '/v1/bundles/{id}/changes': ['200', '308', '400', '404', '410'],
    '/healthz': ['200', '503'],
  })
})

test('it describes parameters and documents as they are checked', async () => {
  const { paths, components } = await openapi()
  const parameters: { name: string; required: boolean; schema: object }[] = paths['/v1/bundles'].get.parameters
  expect(parameters.map(({ name }) => name)).toEqual(['day', 'section', 'limit', 'before'])
  expect(parameters.find(({ name }) => name === 'limit')).toMatchObject({
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
  })
  expect(components.schemas.Bundle.required).toEqual(
    expect.arrayContaining(['id', 'version', 'headline', 'perspectives', 'coverage']),
  )
})
