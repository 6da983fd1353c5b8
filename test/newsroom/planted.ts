import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const outlets = z.array(z.string()).min(1)

const facts = z.array(
  z.strictObject({
    id: z.string(),
    statement: z.string(),
    terms: z.array(z.string()).min(1),
    carriedBy: outlets,
    omittedBy: z.array(z.string()),
  }),
)

/** What is planted in the articles of one event; articles are named by their outlets. See planted.yaml. */
export const plantedSchema = z.strictObject({
  event: z.string(),
  lead: z.string(),
  continues: z.string().nullable().default(null),
  frames: z.array(
    z.strictObject({
      group: z.string(),
      label: z.string(),
      outlets,
      leadsWith: z.string(),
      blames: z.string(),
      words: z.array(z.string()).min(1),
    }),
  ),
  facts,
  /** Not planted on purpose, and as true: every fact else that two independent outlets carry. */
  shared: facts,
  contradictions: z.array(
    z.strictObject({ fact: z.string(), values: z.array(z.strictObject({ value: z.string(), outlets })).min(2) }),
  ),
  loaded: z.array(z.strictObject({ outlet: z.string(), wording: z.string() })),
  corrections: z
    .array(z.strictObject({ outlet: z.string(), at: z.iso.datetime(), before: z.string(), after: z.string() }))
    .default([]),
})
export type Planted = z.infer<typeof plantedSchema>

export function readPlanted(): Planted[] {
  return z.array(plantedSchema).parse(parse(readFileSync(new URL('./planted.yaml', import.meta.url), 'utf8')))
}
