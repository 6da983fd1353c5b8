import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'

const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  410: 'Gone',
  500: 'Internal Server Error',
} as const

/** An RFC 9457 problem document. `about:blank`: the status says what kind of problem it is, `detail` what to do. */
export const problemSchema = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string().describe('The phrase of the status'),
    status: z.number().int(),
    detail: z.string().describe('What went wrong here, and the way out'),
    errors: z
      .array(
        z.strictObject({
          field: z.string().describe('Name of the parameter'),
          detail: z.string().describe('What is wrong with it'),
          remedy: z.string().describe('What to send instead'),
        }),
      )
      .optional()
      .describe('One entry for each parameter that could not be used'),
    withdrawnAt: z.iso.datetime().optional().describe('When the bundle was withdrawn'),
  })
  .openapi('Problem')

export type Problem = z.infer<typeof problemSchema>
export type ParameterError = NonNullable<Problem['errors']>[number]

/** Answers with a problem document; `extension` adds its members to it. */
export function problem<Status extends keyof typeof titles>(
  c: Context,
  status: Status,
  detail: string,
  extension: Pick<Problem, 'errors' | 'withdrawnAt'> = {},
) {
  const body: Problem = { type: 'about:blank', title: titles[status], status, detail, ...extension }
  return c.json(body, status, { 'Content-Type': 'application/problem+json' })
}

/** Answers 400 and names each parameter with its remedy. */
export function badParameters(c: Context, errors: ParameterError[]) {
  const detail = errors.map((error) => `${error.field}: ${error.detail}. ${error.remedy}.`).join(' ')
  return problem(c, 400, detail, { errors })
}
