import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { rejections } from '../../src/article/extracted.ts'
import { notAFeedReasons } from '../../src/feed/parsed.ts'
import { fetchFailures } from '../../src/outside/ports.ts'
import { sides } from '../../src/source/leaning.ts'
import { type NewsroomArticle, readArticles } from './articles.ts'
import { langOf, type Outlet, readOutlets } from './outlets.ts'
import { plantedSchema, readPlanted } from './planted.ts'

const page = z.strictObject({ outlet: z.string(), path: z.string() })

const goldSchema = z.strictObject({
  /** What must come out, by event and outlet. An article that no other outlet covers is an event of its own. */
  articles: z.array(
    z.strictObject({
      event: z.string(),
      outlet: z.string(),
      path: z.string(),
      lang: z.string(),
      title: z.string(),
      authors: z.array(z.string()),
      publishedAt: z.iso.datetime(),
      /** Paragraphs, separated by one blank line. */
      text: z.string(),
      /** The outlet whose report this is word for word. */
      reprintOf: z.string().nullable(),
    }),
  ),
  /** What is planted in an event's articles, and must be found in them. */
  planted: z.array(plantedSchema),
  expectations: z.strictObject({
    /** Pages that feeds announce and that must be rejected, with the reason. */
    rejected: z.array(z.strictObject({ ...page.shape, reason: z.enum(rejections) })),
    /** Items whose page cannot be had, with the reason. */
    unreachable: z.array(z.strictObject({ outlet: z.string(), link: z.string(), reason: z.enum(fetchFailures) })),
    /** Feeds of the catalogue that fail, with the reason; every other one gives items. */
    failingFeeds: z.array(z.strictObject({ ...page.shape, reason: z.enum([...fetchFailures, ...notAFeedReasons]) })),
    movedFeeds: z.array(z.strictObject({ ...page.shape, to: z.string() })),
    /** Articles whose page says no date: it stands in the feed alone. */
    undatedPages: z.array(page),
    oneSided: z.strictObject({ event: z.string(), side: z.enum(sides) }),
    /** Two events of one day and kind that must not become one story. */
    lookAlikes: z.tuple([z.string(), z.string()]),
  }),
})

export type Gold = z.infer<typeof goldSchema>

const file = new URL('./gold.json', import.meta.url)

/** What a reader of the newsroom must find, as committed. */
export function readGold(): Gold {
  return goldSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** The same, made from the articles and outlets.yaml. */
export function makeGold(): Gold {
  const articles = readArticles()
  const outlets = readOutlets()
  return {
    articles: articles.filter(({ paywalled }) => !paywalled).map((one) => goldArticle(one, outlets)),
    planted: readPlanted(),
    expectations: {
      rejected: [
        ...articles
          .filter(({ paywalled }) => paywalled)
          .map((one) => ({ ...pageOf(one), reason: 'paywalled' as const })),
        ...outlets.flatMap(notArticles),
      ],
      unreachable: outlets.flatMap(unreachable),
      failingFeeds: outlets.flatMap(failingFeeds),
      movedFeeds: outlets.flatMap(movedFeeds),
      undatedPages: outlets.flatMap(({ id, pagesWithoutDate }) =>
        pagesWithoutDate.map((path) => ({ outlet: id, path })),
      ),
      oneSided: { event: 'library-audit', side: 'right' },
      lookAlikes: ['quake-kestrel', 'quake-sorrel'],
    },
  }
}

export function goldText(): string {
  return `${JSON.stringify(makeGold(), null, 1)}\n`
}

function goldArticle(article: NewsroomArticle, outlets: readonly Outlet[]): Gold['articles'][number] {
  const { event, outlet, path, title, authors, published, paragraphs, wire } = article
  const publishedAt = published.toISOString()
  const written = outlets.find(({ id }) => id === outlet)
  const lang = written === undefined ? 'en' : langOf(written)
  const text = paragraphs.join('\n\n')
  return { event, outlet, path, lang, title, authors, publishedAt, text, reprintOf: wire ?? null }
}

function pageOf({ outlet, path }: NewsroomArticle) {
  return { outlet, path }
}

function notArticles({ id, extras }: Outlet): Gold['expectations']['rejected'] {
  return extras.flatMap((extra) =>
    extra.answers === 'video' || extra.answers === 'gallery'
      ? [{ outlet: id, path: extra.path, reason: 'not-an-article' as const }]
      : [],
  )
}

function unreachable({ id, extras }: Outlet): Gold['expectations']['unreachable'] {
  return extras.flatMap((extra): Gold['expectations']['unreachable'] => {
    if (extra.answers === 'missing') return [{ outlet: id, link: extra.path, reason: 'http-4xx' }]
    return extra.answers === 'forbidden' ? [{ outlet: id, link: extra.url, reason: 'address-forbidden' }] : []
  })
}

const feedReasons = { dead: 'http-4xx', gone: 'gone', broken: 'html' } as const

function failingFeeds({ id, feeds }: Outlet): Gold['expectations']['failingFeeds'] {
  return feeds.flatMap(({ answers, path }) =>
    answers === 'feed' || answers === 'moved' ? [] : [{ outlet: id, path, reason: feedReasons[answers] }],
  )
}

function movedFeeds({ id, feeds }: Outlet) {
  return feeds.flatMap((feed) => (feed.answers === 'moved' ? [{ outlet: id, path: feed.path, to: feed.to }] : []))
}

// node --import tsx test/newsroom/gold.ts writes the file anew.
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, goldText())
