import { z } from 'zod'

const cites = z.array(z.number().int()).describe('Numbers of the sentences that the text rests on')
const sentence = z.strictObject({ text: z.string(), cites })
const contextSentence = z.strictObject({
  text: z.string(),
  cites,
  background: z.boolean().describe('True where it rests on general knowledge and on no sentence; then cites is empty'),
})

/** What a model is asked to write of a story. Groups by their number in the dossier. */
export const writtenSchema = z.strictObject({
  headline: sentence,
  lede: sentence,
  facts: z.array(sentence),
  context: z.array(contextSentence),
  perspectives: z.array(z.strictObject({ group: z.number().int(), framing: z.array(sentence) })),
})
export type Written = z.infer<typeof writtenSchema>
export type WrittenSentence = z.infer<typeof sentence>

/** For an endpoint's structured output. */
export const writtenJsonSchema = () => z.toJSONSchema(writtenSchema)

/** Where in what was written a sentence stands, such as `facts.1` or `perspectives.0.framing.2`. */
export interface WrittenPlace {
  readonly path: string
  readonly part: 'headline' | 'lede' | 'facts' | 'context' | 'framing'
  readonly group: number | null
  readonly sentence: WrittenSentence & { readonly background?: boolean }
}

const mostFacts = 3
const mostContext = 5
const mostFraming = 3

/** All sentences that were written, within what a bundle has room for. */
export function sentencesOf({ headline, lede, facts, context, perspectives }: Written): WrittenPlace[] {
  const place = (
    path: string,
    part: WrittenPlace['part'],
    one: WrittenPlace['sentence'],
    group: number | null = null,
  ) => ({
    ...{ path, part, group, sentence: one },
  })
  return [
    place('headline', 'headline', headline),
    place('lede', 'lede', lede),
    ...facts.slice(0, mostFacts).map((one, at) => place(`facts.${at}`, 'facts', one)),
    ...context.slice(0, mostContext).map((one, at) => place(`context.${at}`, 'context', one)),
    ...perspectives.flatMap(({ group, framing }, at) =>
      framing
        .slice(0, mostFraming)
        .map((one, index) => place(`perspectives.${at}.framing.${index}`, 'framing', one, group)),
    ),
  ]
}
