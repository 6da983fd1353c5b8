import { expect, test } from 'vitest'
import { sourcesJsonSchema } from '../../src/source/json-schema.ts'

// Written anew by `npx vitest run test/source -u`.
const file = new URL('../../src/source/sources.schema.json', import.meta.url).pathname

test('the checked-in schema is the one the parser uses', async () => {
  await expect(`${JSON.stringify(sourcesJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(file)
})

test('every key tells an editor what belongs there', () => {
  const undescribed = keysOf(sourcesJsonSchema(), '').filter(({ description }) => description.length < 15)
  expect(undescribed.map(({ path }) => path)).toEqual([])
})

test('an editor marks unknown and missing keys and offers the choices', () => {
  const source = sourcesJsonSchema().properties?.['sources']
  expect(source).toMatchObject({
    items: {
      additionalProperties: false,
      required: ['id', 'name', 'home', 'country', 'languages', 'kind', 'reach', 'feeds'],
      properties: {
        kind: { enum: expect.arrayContaining(['wire', 'state-media']) },
        home: { format: 'uri' },
        feeds: { items: { anyOf: [{ type: 'string' }, { additionalProperties: false, required: ['url'] }] } },
      },
    },
  })
})

interface Described {
  readonly path: string
  readonly description: string
}

function keysOf(schema: unknown, path: string): Described[] {
  if (typeof schema !== 'object' || schema === null) return []
  const inItems = 'items' in schema ? keysOf(schema.items, `${path}[]`) : []
  const properties = 'properties' in schema ? Object.entries(schema.properties ?? {}) : []
  const inProperties = properties.flatMap(([key, value]) => {
    const description = typeof value?.description === 'string' ? value.description : ''
    return [{ path: `${path}.${key}`, description }, ...keysOf(value, `${path}.${key}`)]
  })
  return [...inItems, ...inProperties]
}
