import { type Gold, readGold } from '../../test/newsroom/gold.ts'
import type { Newsroom } from '../../test/newsroom/server.ts'
import { articleId } from '../article/article.ts'
import { claimsOf } from '../bundle/claims-of.ts'
import type { BundleDocument } from '../bundle/document.ts'
import { allArticles, type StoredArticle } from '../store/all-articles.ts'
import { publishedBundles } from '../store/reading.ts'
import { readStatus } from '../store/status.ts'
import { evaluateStories } from '../story/evaluate.ts'
import type { Running } from './run-stages.ts'

type GoldArticle = Gold['articles'][number]

/** Everything that the demo made, and how near it comes to the newsroom's gold. */
export async function demoReport({ stored }: Running, newsroom: Newsroom, run: { seconds: number; counts: unknown }) {
  const { db } = stored.database
  const page = await publishedBundles(db, { limit: 1000 })
  const bundles = 'bundles' in page ? page.bundles : []
  const documents = bundles.map(({ document }) => document)
  const articles = await allArticles(db)
  const gold = readGold()
  const goldOf = new Map(gold.articles.map((one) => [`${newsroom.origin(one.outlet)}${one.path}`, one]))
  const status = await readStatus(db)
  return {
    ...run,
    figures: {
      stories: storyFigures(articles, goldOf),
      extraction: extractionFigures(articles, goldOf),
      events: eventFigures(documents, articles, goldOf),
      claims: claimFigures(documents, articles),
    },
    status,
    stories: bundles.map(({ id, document }) => ({
      ...{
        id,
        headline: document.headline.text,
        articles: document.coverage.articles,
        sources: document.coverage.sources,
      },
      ...{ byLeaning: document.coverage.byLeaning, missing: document.coverage.missing },
    })),
    bundles: documents,
    articles: articles.map((article) => ({ ...article, event: goldOf.get(article.url)?.event ?? null })),
  }
}

function storyFigures(articles: readonly StoredArticle[], goldOf: ReadonlyMap<string, GoldArticle>) {
  const found = articles.flatMap(({ url, story }) => (story === null ? [] : [{ id: articleId(url), story }]))
  const truth = [...goldOf].map(([url, { event }]) => ({ id: articleId(url), story: event }))
  return {
    ...evaluateStories(found, truth),
    found: new Set(found.map(({ story }) => story)).size,
    events: new Set(truth.map(({ story }) => story)).size,
  }
}

/** F1 over words as a bag, mean over the gold's articles; one that was not extracted counts 0. */
function extractionFigures(articles: readonly StoredArticle[], goldOf: ReadonlyMap<string, GoldArticle>) {
  const byUrl = new Map(articles.map((article) => [article.url, article]))
  const pairs = [...goldOf].map(([url, gold]) => ({ gold, found: byUrl.get(url) }))
  const share = (holds: (gold: GoldArticle, found: StoredArticle) => boolean) =>
    mean(pairs.map(({ gold, found }) => (found && holds(gold, found) ? 1 : 0)))
  return {
    articles: pairs.length,
    extracted: pairs.filter(({ found }) => found).length,
    tokenF1: mean(pairs.map(({ gold, found }) => (found ? tokenF1(found.text, gold.text) : 0))),
    titles: share((gold, found) => gold.title === found.title),
    authors: share((gold, found) => gold.authors.join('|') === found.authors.join('|')),
    dates: share((gold, found) => gold.publishedAt === found.publishedAt),
  }
}

function tokenF1(found: string, gold: string): number {
  const [a, b] = [counted(found), counted(gold)]
  let common = 0
  for (const [token, count] of a) common += Math.min(count, b.get(token) ?? 0)
  const size = (bag: Map<string, number>) => [...bag.values()].reduce((sum, count) => sum + count, 0)
  return (2 * common) / (size(a) + size(b))
}

function counted(text: string): Map<string, number> {
  const bag = new Map<string, number>()
  for (const token of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(token, (bag.get(token) ?? 0) + 1)
  return bag
}

/** Events covered by two independent sources or more, and those of them that no bundle shows. */
function eventFigures(
  documents: readonly BundleDocument[],
  articles: readonly StoredArticle[],
  goldOf: ReadonlyMap<string, GoldArticle>,
) {
  const urlOf = new Map(articles.map(({ id, url }) => [id, url]))
  const shown = new Set(
    documents.flatMap((document) => document.articles.map(({ id }) => goldOf.get(urlOf.get(id) ?? '')?.event)),
  )
  const outlets = new Map<string, Set<string>>()
  for (const { event, outlet, reprintOf } of goldOf.values()) {
    outlets.set(event, (outlets.get(event) ?? new Set()).add(reprintOf ?? outlet))
  }
  const covered = [...outlets].filter(([, independent]) => independent.size >= 2).map(([event]) => event)
  return { covered: covered.length, withoutBundle: covered.filter((event) => !shown.has(event)) }
}

/** Every quoted claim looked up again in the stored articles. */
function claimFigures(documents: readonly BundleDocument[], articles: readonly StoredArticle[]) {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const claims = documents.flatMap((document) => claimsOf(document).map(({ claim }) => claim))
  const quoted = claims.filter(({ basis }) => basis === 'quoted')
  const holding = quoted.filter(
    ({ evidence }) => evidence.length > 0 && evidence.every(({ article, quote }) => standsIn(quote, byId.get(article))),
  )
  return {
    claims: claims.length,
    quoted: quoted.length,
    quotedHolding: holding.length,
    computed: claims.filter(({ basis }) => basis === 'computed').length,
  }
}

const standsIn = (quote: string | undefined, article: StoredArticle | undefined) =>
  quote !== undefined && article !== undefined && (article.title.includes(quote) || article.text.includes(quote))

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
