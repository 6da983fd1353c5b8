import type { z } from 'zod'
import {
  catalogueSchema,
  feedSchema,
  itemsADaySchema,
  opinionKeys,
  raterSchema,
  ratingSchema,
  sourceSchema,
} from './catalogue-schema.ts'
import { type FilePart, type Flaw, inFile } from './file-part.ts'
import { type FieldPath, keyOffsetAt, nodeAt, offsetAt } from './locate.ts'
import { nearest } from './nearest.ts'

type Issue = z.core.$ZodIssue

/** The keys of each map of the file, by where it stands; `*` is any entry. */
const keysWithin: ReadonlyMap<string, readonly string[]> = new Map([
  ['', Object.keys(catalogueSchema.shape)],
  ['raters.*', Object.keys(raterSchema.shape)],
  ['sources.*', Object.keys(sourceSchema.shape)],
  ['sources.*.ratings.*', Object.keys(ratingSchema.shape)],
  ['sources.*.feeds.*', Object.keys(feedSchema.shape)],
  ['sources.*.itemsADay', Object.keys(itemsADaySchema.shape)],
  ['sources.*.opinion', opinionKeys],
  ['sources.*.opinion.ratings.*', Object.keys(ratingSchema.shape)],
])

/** What the schema found wrong with a part, as flaws of the file. One unknown key is one flaw. */
export function explainIssue(issue: Issue, part: FilePart): Flaw[] {
  return plainIssues(issue).flatMap((plain) => {
    const path = plain.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
    if (plain.code === 'unrecognized_keys') return plain.keys.map((key) => unknownKey(key, path, plain.input, part))
    return [inFile(part, { offset: offsetAt(part.root, path), path, message: messageOf(plain, path, part) })]
  })
}

/** Of a value that may be written in several ways, what is wrong with the way that was meant. */
function plainIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const meant = issue.errors.find((issues) => !issues.some(isOfAnotherType))
  if (!meant) return [issue]
  return meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(plainIssues)
}

function isOfAnotherType({ code, path }: Issue): boolean {
  return code === 'invalid_type' && path.length === 0
}

function messageOf(issue: Issue, path: FieldPath, { root, path: whole }: FilePart): string {
  if (nodeAt(root, path)) return wrongValue(issue)
  if (path.length > 0) return missingKey(path, issue)
  return whole.length > 0 ? wrongValue(issue) : 'nothing stands in it: begin with the line "sources:"'
}

function unknownKey(key: string, parent: FieldPath, holder: unknown, part: FilePart): Flaw {
  const path = [...parent, key]
  const known = keysWithin.get(placeOf([...part.path, ...parent])) ?? []
  const free = known.filter((name) => !Object.hasOwn(Object(holder), name))
  const meant = nearest(key, free)
  const remedy = meant ? `did you mean "${meant}"?` : `remove it; known here: ${known.join(', ')}`
  const message = `unknown key ${quoted(key)}, ${remedy}`
  return inFile(part, { offset: keyOffsetAt(part.root, path), path, message })
}

/** `['sources', 3, 'feeds', 0]` as `sources.*.feeds.*`. Under raters the keys are names of the file's own. */
function placeOf(path: FieldPath): string {
  return path.map((step, index) => (typeof step === 'number' || path[index - 1] === 'raters' ? '*' : step)).join('.')
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
  ['record', 'is not a map: write keys with values, such as "mbfc: lean-left"'],
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
