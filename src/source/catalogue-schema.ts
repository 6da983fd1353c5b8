import { z } from 'zod'
import { countryMeantBy, isCountry } from './country.ts'
import { kindMeanings, kinds } from './kind.ts'
import { languageTagMeantBy, languageTagPattern } from './language-tag.ts'
import { ratedLeanings } from './leaning.ts'
import { ownershipMeanings, ownerships } from './ownership.ts'
import { refusalOf } from './refused-feed.ts'
import { feedSections, reaches, sourceId } from './source.ts'

const text = z.string().regex(/\S/, 'is blank: write a value or leave the key out')

const webAddress = z
  .url({ protocol: /^https?$/, error: 'is no address: write all of it, beginning with http:// or https://' })
  .meta({ pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' })

const day = z.iso.date({ error: 'is no date: write an existing day as YYYY-MM-DD' })

const country = z
  .string()
  .refine(isCountry, { error: ({ input }) => notACode('country (ISO 3166-1 alpha-2)', 'US', countryMeantBy, input) })
  .meta({ pattern: '^[A-Z]{2}$' })

const language = z.string().regex(languageTagPattern, {
  error: ({ input }) => notACode('language tag (BCP 47)', 'en, pt-BR or zh-Hant', languageTagMeantBy, input),
})

function notACode(what: string, example: string, meantBy: (text: string) => string | undefined, input: unknown) {
  const meant = typeof input === 'string' ? meantBy(input) : undefined
  return `is no ${what}: write ${meant ?? `a code such as ${example}`}`
}

const above0UpTo1 = 'is no confidence: write one above 0 and at most 1, such as 0.8'

const ratedLeaning = z
  .enum(ratedLeanings)
  .describe('Where the rater places the outlet, on five steps from left to right.')

const ofEachRating = {
  method: text.describe('How the rater came to it, such as expert review or reader survey.'),
  confidence: z
    .number()
    .gt(0, above0UpTo1)
    .max(1, above0UpTo1)
    .describe('Weight of this rating against those of other raters: above 0, at most 1.'),
  licence: text.describe('Licence under which the rating may be used, as an SPDX name, such as Apache-2.0.'),
  validFrom: day.describe('First day on which the rating held, YYYY-MM-DD.'),
}

export const raterSchema = z
  .strictObject({ name: text.describe('Name of the rater as people know it.'), ...ofEachRating })
  .describe('What all short ratings of one rater have in common.')

export const ratingSchema = z
  .strictObject({
    rater: text.describe('Short name of who rated, such as mbfc. The newest rating of each rater counts.'),
    value: ratedLeaning,
    ...ofEachRating,
  })
  .describe("One rater's dated statement of the outlet's leaning.")

/** Either `{ mbfc: lean-left }`, by raters that the file declares, or a list of ratings in full. */
const ratingsSchema = z.union([z.record(z.string(), ratedLeaning), z.array(ratingSchema)], {
  error: 'holds no ratings: write { mbfc: lean-left }, or leave the key out where nobody rates the outlet',
})

const feedAddress = webAddress
  .refine((url) => refusalOf(url) === undefined, { error: ({ input }) => refusalOf(String(input)) ?? 'is refused' })
  .describe('Address of the RSS, Atom or JSON feed. No two outlets may declare the same one.')

export const feedSchema = z
  .strictObject({
    url: feedAddress,
    section: z
      .enum(feedSections)
      .describe('What the whole feed is about, where it is about one thing. Leave out if mixed.')
      .exactOptional(),
    unverified: z
      .literal(true)
      .describe('The address is a guess that stands in no public list of feeds: true, or left out.')
      .exactOptional(),
  })
  .describe('One feed of the outlet.')

const feedsSchema = z.union([feedAddress, feedSchema], {
  error: 'is no feed: write its address, or { url: "https://…", section: world }',
})

export const itemsADaySchema = z
  .strictObject({
    least: z.number().min(0, 'must be 0 or more').describe('Fewer new items a day over all feeds: quiet.'),
    most: z.number().min(0, 'must be 0 or more').describe('More new items a day over all feeds: flooding.'),
  })
  .refine(({ least, most }) => least <= most, 'has a least above its most: swap them')
  .describe('What the outlet normally publishes, so that silence and floods are seen: { least: 20, most: 300 }.')

const pathPiece = z
  .string()
  .regex(
    /^\/\S+$/,
    'is no piece of a path: begin it with a slash, and end it with one where a folder is meant, such as /opinion/',
  )

const oneOrMore = <Piece extends z.ZodType<string>>(piece: Piece) =>
  z.union([piece, z.array(piece).min(1, 'is empty: name at least one')], {
    error: 'is neither text nor a list of texts: write one, or several in [ ]',
  })
const asList = (value: string | readonly string[] | undefined) => (value === undefined ? [] : [value].flat())

const opinionObject = z.strictObject({
  path: oneOrMore(pathPiece)
    .describe('A piece of the addresses of these pages, or several: /opinion/.')
    .exactOptional(),
  section: oneOrMore(text).describe('Their shelf as the outlet names it, or several: Comment.').exactOptional(),
  ratings: ratingsSchema.describe('What raters say of the leaning of these pages.'),
})

export const opinionKeys = Object.keys(opinionObject.shape)

const opinionSchema = opinionObject
  .refine(({ path, section }) => path !== undefined || section !== undefined, {
    error: 'does not say which pages are meant: add a path such as /opinion/, or a section',
  })
  .describe('Opinion pages that lean otherwise than the news: { path: /opinion/, ratings: … }.')
  .transform(({ path, section, ratings }) => ({ paths: asList(path), sections: asList(section), ratings }))

const kindsExplained = kinds.map((kind) => `${kind}: ${kindMeanings[kind]}`).join('; ')
const ownershipsExplained = ownerships.map((one) => `${one}: ${ownershipMeanings[one]}`).join('; ')

export const sourceSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, 'is no id: write only a-z, 0-9 and hyphens, such as the-atlantic')
      .describe('Name of the outlet in addresses and in the database. Never changes, never given to another outlet.')
      .transform(sourceId),
    name: text.describe('Name of the outlet as readers know it.'),
    home: webAddress.describe('Address of its front page.'),
    country: country.describe('Country it is published in, ISO 3166-1 alpha-2, such as US or GB.'),
    languages: z
      .array(language)
      .min(1, 'is empty: name at least one language, such as [en]')
      .describe('Languages it publishes in, BCP 47, the main one first.'),
    kind: z.enum(kinds).describe(`Sort of outlet. ${kindsExplained}.`),
    reach: z.enum(reaches).describe('Whom it mainly writes for: readers of its own country, or of many.'),
    owner: text
      .describe(
        'Owner group as commonly known. Outlets with one owner must spell it alike: they count as one voice in a story. Left out, the outlet is its own owner.',
      )
      .exactOptional(),
    ownership: z.enum(ownerships).describe(`Who holds it. ${ownershipsExplained}.`).exactOptional(),
    ratings: ratingsSchema
      .describe('What raters say of its leaning. Left out if nobody rates it: it is then unknown.')
      .exactOptional(),
    opinion: opinionSchema.exactOptional(),
    paused: text.describe('Why its feeds are not to be polled for now.').exactOptional(),
    feeds: z
      .array(feedsSchema)
      .min(1, 'is empty: declare at least one feed')
      .describe('The feeds to poll, the main ones only.'),
    itemsADay: itemsADaySchema.exactOptional(),
    userAgent: text.describe('User-Agent for this outlet, where it has asked for one.').exactOptional(),
    notes: text.describe('Anything the next person should know. Not shown to readers.').exactOptional(),
  })
  .describe('An outlet.')

/** A source as the file writes it, short forms and all. */
export type WrittenSource = z.output<typeof sourceSchema>

/** The shape of sources.yaml. */
export const catalogueSchema = z
  .strictObject({
    raters: z
      .record(z.string(), raterSchema)
      .describe('The raters that sources name in the short form, { mbfc: lean-left }, by their short names.')
      .exactOptional(),
    sources: z.array(sourceSchema).describe('The outlets, sorted by id.'),
  })
  .describe('The outlets that Parallax reads, with their leaning ratings and feeds.')
