import { z } from 'zod'

export const changeKinds = ['added', 'removed', 'reworded', 'corrected', 'rests-on', 'reordered'] as const

/** One difference between two versions of a bundle, for people to read. */
export const changeSchema = z.strictObject({
  part: z
    .string()
    .describe(
      'Where: headline, lede, facts, context, “context: background by a model”, section, articles, coverage, perspectives, or “LABEL: framing”',
    ),
  kind: z
    .enum(changeKinds)
    .describe(
      'corrected: the outlet changed its article; rests-on: the same words stand on other articles; reordered: the same sentences in another order',
    ),
  before: z.string().nullable().describe('What stood there; null where nothing did'),
  after: z.string().nullable().describe('What stands there now; null where nothing does'),
})
export type Change = z.infer<typeof changeSchema>
