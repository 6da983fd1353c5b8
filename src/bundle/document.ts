import { z } from 'zod'
import { leanings, sides } from '../source/leaning.ts'

/** `quote` stands word for word in the article's title or text; computed evidence may do without one. */
export const evidenceSchema = z.strictObject({
  article: z.string().describe('Article id'),
  quote: z.string().min(1).optional().describe('Span that stands word for word in the article’s title or text'),
})

export const bases = ['quoted', 'computed', 'background', 'editor'] as const

export const claimSchema = z.strictObject({
  text: z.string().min(1).describe('The sentence, as readers see it'),
  basis: z.enum(bases).describe('What the sentence rests on'),
  rule: z
    .string()
    .optional()
    .describe(
      'For computed claims: the rule that gives the sentence again from the named articles; written-from: a model wrote a quoted claim from its spans; accepted-by-editor: an editor accepted what a model wrote as background',
    ),
  evidence: z.array(evidenceSchema),
})

export const perspectiveSchema = z.strictObject({
  label: z.string().min(1),
  reason: z.string().describe('Why these articles stand together'),
  members: z.array(z.string()).min(1).describe('Article ids'),
  owners: z.number().int().min(0).describe('Independent owners behind the members; 1 is shown as "single source"'),
  framing: z.array(claimSchema),
  blindSpot: z.array(claimSchema),
  quotations: z.array(claimSchema),
})

const sideBaseSchema = z.strictObject({
  covering: z.number().int().min(0).describe('Publishers that carried it'),
  active: z.number().int().min(0).describe('Publishers that were heard and published in its section, or carried it'),
  unread: z.number().int().min(0).describe('Publishers whose feeds or pages could not be read: not known'),
})

export const coverageSchema = z.strictObject({
  articles: z.number().int().min(1),
  sources: z.number().int().min(1),
  independentSources: z.number().int().min(1),
  byLeaning: z
    .record(z.enum(leanings), z.number().int().min(0))
    .describe('How many sources, not articles, have each leaning; the numbers add up to sources'),
  missing: z
    .array(
      z.strictObject({
        side: z.enum(['left', 'center', 'right']),
        because: z.enum(['silent', 'feeds-down', 'no-sources']),
      }),
    )
    .describe('Sides without an article, and why; silent is said only of a story that two sources or more have'),
  base: z
    .strictObject({
      section: z.string(),
      from: z.string().describe('ISO 8601, UTC'),
      to: z.string(),
      sides: z.strictObject({ left: sideBaseSchema, center: sideBaseSchema, right: sideBaseSchema }),
    })
    .optional()
    .describe(
      'Who could have carried the story: publishers by side; missing where nobody watched, as in `try bundles`',
    ),
  blindspots: z
    .array(z.strictObject({ side: z.enum(['left', 'center', 'right']), claim: claimSchema }))
    .optional()
    .describe('Sides that carried the story so much more seldom than the others that it is no chance'),
})

/** The articles a bundle rests on, as readers and services see them. */
export const bundleArticleSchema = z.strictObject({
  id: z.string(),
  version: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('Which version of the article the bundle was written from: 2 and more are corrections by its outlet'),
  title: z.string(),
  url: z.string().nullable(),
  source: z.string().describe('Name of the outlet'),
  leaning: z.enum(leanings),
  publishedAt: z.string().nullable().describe('ISO 8601, UTC'),
  independenceGroup: z.number().int().min(0).describe('Articles with the same number are one piece of reporting'),
})

/** An earlier story of the archive that this one continues. */
export const earlierSchema = z.strictObject({
  story: z.string(),
  bundle: z.string().nullable().describe('The id of its bundle; null where it has none that is published'),
  headline: z.string(),
  began: z.string().describe('ISO 8601, UTC'),
  ended: z.string().describe('When its newest article appeared'),
})

const ratedSchema = z.strictObject({
  leaning: z.enum(leanings),
  spread: z.number().int().min(0).max(4).describe('Steps between the leftmost and the rightmost rating'),
  ratings: z
    .array(
      z.strictObject({
        rater: z.string(),
        value: z.enum(leanings).exclude(['unknown']),
        confidence: z.number(),
        validFrom: z.string().describe('Day, YYYY-MM-DD'),
      }),
    )
    .describe('The ratings that the leaning was computed from: the newest of each rater'),
})

/** What was known of an outlet's leaning when the bundle was written: a later rating changes no bundle that stands. */
export const bundleSourceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  ...ratedSchema.shape,
  opinion: ratedSchema.optional().describe('Of its opinion pages, where articles of the story stand on them'),
})

/** One thing that independent reports state, and how they stand to it. */
export const factRowSchema = z.strictObject({
  claim: claimSchema.describe('What is stated, with the sentences that state it'),
  owners: z.number().int().min(2).describe('Independent owners behind these sentences'),
  sides: z.array(z.enum(sides)).describe('Sides of the press that state it'),
  leftOutBy: z.array(z.number().int().min(0)).describe('Places of the perspectives in which nobody states it'),
  disputedBy: z
    .number()
    .int()
    .min(0)
    .nullable()
    .describe('Place of the difference in which another number stands against it'),
})

/** One story as readers, services and `try bundles` get it. Every sentence in it is a claim. */
export const bundleDocumentSchema = z.strictObject({
  story: z.string(),
  section: z.string().min(1),
  headline: claimSchema,
  lede: claimSchema,
  facts: z.array(claimSchema).max(3),
  context: z.array(claimSchema),
  grouping: claimSchema
    .optional()
    .describe('Why the articles stand in these perspectives; missing where there is one, and in older bundles'),
  differences: z
    .array(claimSchema)
    .optional()
    .describe(
      'Numbers for one thing that independent reports give and that cannot both be right, and counts that grew from report to report; missing in bundles of earlier writers',
    ),
  factTable: z
    .array(factRowSchema)
    .optional()
    .describe('What two independent reports or more state, best founded first; missing in bundles of earlier writers'),
  perspectives: z.array(perspectiveSchema),
  coverage: coverageSchema,
  goDeeper: z.array(z.strictObject({ label: z.string(), url: z.string() })),
  articles: z.array(bundleArticleSchema),
  earlier: z
    .array(earlierSchema)
    .optional()
    .describe('The stories that this one continues, the nearest first; missing where it continues none'),
  archive: z
    .array(bundleArticleSchema)
    .optional()
    .describe('Articles of earlier stories that the context cites; missing where it cites none'),
  sources: z
    .array(bundleSourceSchema)
    .optional()
    .describe('The outlets with the ratings used; missing where the bundle was written without ratings'),
  writer: z
    .strictObject({
      model: z.string(),
      written: z.number().int().min(0).describe('Sentences that the model wrote'),
      refused: z.record(z.string(), z.number().int()).describe('Sentences of the model that did not hold, by reason'),
    })
    .optional()
    .describe('Where a model wrote sentences of the bundle: which, how many, and how many were refused'),
  dropped: z.record(z.string(), z.number().int()).describe('Claims that the verifier refused, by reason'),
  firstPublishedAt: z.string().nullable(),
  lastPublishedAt: z.string().nullable(),
})

export type Evidence = z.infer<typeof evidenceSchema>
export type FactRow = z.infer<typeof factRowSchema>
export type Claim = z.infer<typeof claimSchema>
export type Perspective = z.infer<typeof perspectiveSchema>
export type Coverage = z.infer<typeof coverageSchema>
export type BundleDocument = z.infer<typeof bundleDocumentSchema>
