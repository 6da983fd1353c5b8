import type { Node } from 'yaml'
import type { z } from 'zod'
import { catalogueSchema, feedSchema, opinionKeys, ratingSchema, sourceSchema } from './catalogue-schema.ts'
import { type FieldPath, keyOffsetAt, nodeAt, offsetAt } from './locate.ts'
import { nearest } from './nearest.ts'
import type { Flaw } from './read-yaml.ts'

type Issue = z.core.$ZodIssue

const keysWithin: ReadonlyMap<string, readonly string[]> = new Map([
  ['', Object.keys(catalogueSchema.shape)],
  ['sources', Object.keys(sourceSchema.shape)],
  ['ratings', Object.keys(ratingSchema.shape)],
  ['feeds', Object.keys(feedSchema.shape)],
  ['opinion', opinionKeys],
])

/** What the schema found wrong, as flaws of the file. One unknown key is one flaw. */
export function explainIssue(issue: Issue, root: Node | null): Flaw[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, issue.input, root))
  return [{ offset: offsetAt(root, path), path, message: messageOf(issue, path, root) }]
}

function messageOf(issue: Issue, path: FieldPath, root: Node | null): string {
  if (nodeAt(root, path)) return wrongValue(issue)
  return path.length === 0 ? 'nothing stands in it: begin with the line "sources:"' : missingKey(path, issue)
}

function unknownKey(key: string, parent: FieldPath, holder: unknown, root: Node | null): Flaw {
  const path = [...parent, key]
  const known = keysWithin.get(String(parent.findLast((step) => typeof step === 'string') ?? '')) ?? []
  const free = known.filter((name) => !Object.hasOwn(Object(holder), name))
  const meant = nearest(key, free)
  const remedy = meant ? `did you mean "${meant}"?` : `remove it; known here: ${known.join(', ')}`
  return { offset: keyOffsetAt(root, path), path, message: `unknown key ${quoted(key)}, ${remedy}` }
}

function missingKey(path: FieldPath, issue: Issue): string {
  const choice = issue.code === 'invalid_value' ? `, one of ${issue.values.join(', ')}` : ''
  return `missing key "${path.at(-1)}": add it${choice}`
}

function wrongValue(issue: Issue): string {
  const { input } = issue
  if (issue.code === 'invalid_type') return wrongType(issue.expected, input)
  if (input === null) return 'no value: write one'
  if (issue.code === 'invalid_value') return notAmong(issue.values.map(String), input)
  return `${described(input)} ${issue.message}`
}

function wrongType(expected: string, input: unknown): string {
  const listed = expected === 'array'
  if (input === null || input === undefined) return `no value: write ${listed ? 'a list, or [] for none' : 'one'}`
  if (listed) return `${described(input)} is not a list: ${listRemedy(input)}`
  return `${described(input)} ${typeRemedies.get(expected) ?? `is not of type ${expected}: write it so`}`
}

const typeRemedies: ReadonlyMap<string, string> = new Map([
  ['string', 'is not text: write one value, in quotes if it looks like something else'],
  ['number', 'is not a number: write one without quotes, such as 0.8'],
  ['boolean', 'is neither true nor false: write one of them'],
  ['object', 'is not a map: write keys with values, such as "id: the-atlantic"'],
])

function listRemedy(input: unknown): string {
  return typeof input === 'object' ? 'begin each entry with "- "' : `write [${String(input)}]`
}

function notAmong(values: readonly string[], input: unknown): string {
  const meant = typeof input === 'string' ? nearest(input, values) : undefined
  const remedy = meant ? `did you mean "${meant}"?` : 'write one of these'
  return `${described(input)} is not one of ${values.join(', ')}: ${remedy}`
}

function described(input: unknown): string {
  if (typeof input === 'string') return quoted(input)
  if (Array.isArray(input)) return 'the list'
  return typeof input === 'object' ? 'the map' : `the ${typeof input} ${String(input)}`
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
