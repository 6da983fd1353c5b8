import { z } from '@hono/zod-openapi'
import type { ParameterError } from './problem.ts'

export const largestPage = 100

const wholeNumber = /^\d{1,6}$/
// Postgres refuses a NUL, and no name that we give has any other of them.
const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u)

/** Requests carry text only: `limit` is checked as text first, so that `1e1` or an empty value is no number. */
export const bundlesQuerySchema = z.strictObject({
  day: z.iso.date().optional().openapi({ description: 'Only bundles of this day (UTC)', example: '2026-03-12' }),
  section: text(100)
    .optional()
    .openapi({ description: 'Only bundles of this section, spelled as in the bundles', example: 'World' }),
  limit: z
    .string()
    .regex(wholeNumber)
    .transform(Number)
    .pipe(z.number().int().min(1).max(largestPage))
    .default(20)
    .openapi({ type: 'integer', minimum: 1, maximum: largestPage, default: 20, description: 'Bundles per answer' }),
  before: text(300).optional().openapi({ description: 'The `next` of an earlier answer: gives the bundles after it' }),
})

export const bundleParamsSchema = z.strictObject({
  id: text(64).openapi({
    param: { name: 'id', in: 'path' },
    description: 'The `id` of a bundle, not its `story`',
    example: '42',
  }),
})

const version = z
  .string()
  .regex(wholeNumber)
  .transform(Number)
  .pipe(z.number().int().min(1))
  .optional()
  .openapi({ type: 'integer', minimum: 1 })

export const changesQuerySchema = z.strictObject({
  from: version.openapi({ description: 'The older version; without it the one before `to`' }),
  to: version.openapi({ description: 'The newer version; without it the newest' }),
})

const remedies = {
  day: 'Send a calendar day as YYYY-MM-DD, such as 2026-03-12',
  section: 'Send one section name of at most 100 characters',
  limit: `Send one whole number from 1 to ${largestPage}`,
  before: 'Send the value of "next" from an earlier answer unchanged, or leave it out to begin with the newest',
  id: 'Send an id as found in /v1/bundles',
  from: 'Send a version from /v1/bundles/{id}/versions that is older than `to`',
  to: 'Send a version from /v1/bundles/{id}/versions',
} as const satisfies Record<
  keyof typeof bundlesQuerySchema.shape | keyof typeof bundleParamsSchema.shape | keyof typeof changesQuerySchema.shape,
  string
>

/** A refused request → one entry for each parameter, unknown ones included. */
export function parameterErrors(issues: readonly z.core.$ZodIssue[]): ParameterError[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map(unknownParameter) : [wrongValue(issue)],
  )
}

function unknownParameter(field: string): ParameterError {
  const known = Object.keys({ ...bundlesQuerySchema.shape, ...changesQuerySchema.shape }).join(', ')
  return { field, detail: 'there is no such parameter', remedy: `Leave it out, or use one of: ${known}` }
}

function wrongValue(issue: z.core.$ZodIssue): ParameterError {
  const field = String(issue.path[0])
  return { field, detail: 'this value cannot be used', remedy: isKnown(field) ? remedies[field] : 'See /openapi.json' }
}

const isKnown = (field: string): field is keyof typeof remedies => Object.hasOwn(remedies, field)

/** A version that the bundle does not have, or an older one that is not older. */
export const badVersion = (field: 'from' | 'to'): ParameterError => ({
  field,
  detail: 'the bundle has no such version',
  remedy: remedies[field],
})

export const badCursor: ParameterError = {
  field: 'before',
  detail: 'no answer of this service gave this cursor',
  remedy: remedies.before,
}
