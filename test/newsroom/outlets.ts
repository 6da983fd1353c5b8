import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { kinds } from '../../src/source/kind.ts'
import { ratedLeanings } from '../../src/source/leaning.ts'
import { feedSections, reaches } from '../../src/source/source.ts'

export const templateNames = ['semantic', 'div-soup', 'json-ld', 'microdata', 'meta-only', 'old-table'] as const
export const feedFormats = ['rss2', 'rss1', 'atom', 'json'] as const

const path = z.string().startsWith('/')
const moment = z.iso.datetime().transform((text) => new Date(text))

const feedCommon = {
  path,
  format: z.enum(feedFormats),
  section: z.enum(feedSections),
  shelves: z.array(z.string()).optional(),
  tracking: z.string().optional(),
  contentType: z.string().optional(),
  htmlSummaries: z.boolean().default(false),
  ttlMinutes: z.number().int().optional(),
  listed: z.boolean().default(true),
}
const feedSchema = z.discriminatedUnion('answers', [
  z.strictObject({ ...feedCommon, answers: z.literal('moved'), to: path }),
  z.strictObject({ ...feedCommon, answers: z.enum(['feed', 'dead', 'gone', 'broken']) }),
])

const extraCommon = { title: z.string(), published: moment, summary: z.string() }
const extraSchema = z.discriminatedUnion('answers', [
  z.strictObject({ ...extraCommon, answers: z.enum(['video', 'gallery', 'missing']), path }),
  z.strictObject({ ...extraCommon, answers: z.literal('forbidden'), url: z.url() }),
])

const withDefaultAnswer = (feed: unknown) =>
  typeof feed === 'object' && feed !== null ? { answers: 'feed', ...feed } : feed

const outletSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: z.string(),
  strap: z.string(),
  country: z.enum(['GB', 'US', 'KE', 'DE', 'CN', 'QA']),
  languages: z.array(z.enum(['en-GB', 'en-US', 'en-KE', 'de-DE'])),
  kind: z.enum(kinds),
  leaning: z.enum(ratedLeanings).optional(),
  reach: z.enum(reaches),
  owner: z.string(),
  zone: z.strictObject({ name: z.string(), offsetMinutes: z.number().int() }),
  template: z.enum(templateNames),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  charset: z.enum(['utf-8', 'windows-1252']).default('utf-8'),
  pagesWithoutCharset: z.array(path).default([]),
  pagesWithoutDate: z.array(path).default([]),
  gzip: z.boolean().default(false),
  clickCounter: z.boolean().default(false),
  disallow: z.array(path).default([]),
  slow: z.strictObject({ firstByteMs: z.number(), dripMs: z.number() }).optional(),
  newsletter: z.strictObject({ name: z.string(), pitch: z.string() }),
  feeds: z.array(z.preprocess(withDefaultAnswer, feedSchema)).min(1),
  extras: z.array(extraSchema).default([]),
})

export type Outlet = z.infer<typeof outletSchema>
/** The language of an outlet's articles, without its country. */
export const langOf = ({ languages }: Outlet): string => languages[0]?.slice(0, 2) ?? 'en'

export type OutletFeed = Outlet['feeds'][number]
export type Extra = Outlet['extras'][number]
export type Zone = Outlet['zone']

/** The outlets as outlets.yaml declares them, in its order. Throws with the path of the first wrong field. */
export function readOutlets(): Outlet[] {
  const text = readFileSync(new URL('./outlets.yaml', import.meta.url), 'utf8')
  return z.array(outletSchema).parse(parse(text))
}
