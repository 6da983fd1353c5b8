import type { Article, ArticleId } from '../article/article.ts'
import { outletName } from '../article/outlet-name.ts'
import { disagreementsOf } from '../fact/accounts.ts'
import { factsOf } from '../fact/facts.ts'
import { mentionsIn } from '../fact/mentions.ts'
import { pointsOf } from '../fact/points.ts'
import { type Reading, readStory } from '../fact/readings.ts'
import { fullNamesOf, voicesOf } from '../fact/voices.ts'
import { sideBases, statesWhile, type WatchedSource } from '../leaning/base-rate.ts'
import { coverageOf, type SideStates } from '../leaning/coverage.ts'
import { groupingOf } from '../perspective/groups.ts'
import { standpointsOf } from '../perspective/perspectives.ts'
import { independenceGroups } from '../story/independence.ts'
import type { Story } from '../story/story.ts'
import { backgroundOf } from './background.ts'
import { blindspotsOf } from './blindspot-claims.ts'
import { sharesOf } from './centrality.ts'
import { quoted } from './claims.ts'
import { coverageClaim } from './coverage-sentence.ts'
import { differencesOf } from './differences.ts'
import type { BundleDocument } from './document.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import type { EarlierChapter } from './earlier-chapters.ts'
import { factTableOf } from './fact-table.ts'
import { focusingFacts } from './focusing-facts.ts'
import { frozenSources, type UsedLeanings } from './frozen-sources.ts'
import { goDeeperOf, type LinkTemplate } from './go-deeper.ts'
import { groupingClaim } from './grouping-claim.ts'
import { headlineOf } from './headline.ts'
import { ledeOf } from './lede.ts'
import { areOpinions, headlineOfOpinions, ledeClaim, saidBy } from './opinion-claims.ts'
import { pastOf } from './past.ts'
import { perspectiveOf } from './perspective-claims.ts'
import { type Section, sectionOf } from './section.ts'
import { type Verified, verifyBundle } from './verify.ts'

export interface BundleContext {
  /** What the catalogue says of each side, so that a missing one says why. */
  readonly sides: SideStates
  readonly goDeeper: readonly LinkTemplate[]
  /** What the leanings of the articles' outlets were computed from, to be kept with the bundle. */
  readonly leanings?: UsedLeanings
  /** Which versions of the articles these are, where it is known. */
  readonly versions?: ReadonlyMap<ArticleId, number>
  /** The stories that this one continues, the nearest first. */
  readonly earlier?: readonly EarlierChapter[]
  /** What was heard of every source while the story ran; without it `sides` says what can be heard now. */
  readonly watch?: CoverageWatch
}

export interface CoverageWatch {
  readonly sources: readonly WatchedSource[]
  readonly from: Date
  readonly to: Date
}

/** A story → its bundle by the extractive writer, checked by the verifier: what it refused comes along. */
export function composeVerified(story: Story, context: BundleContext): Verified {
  return verifyBundle(draftOf(story, context).document, story.articles, archiveOf(context))
}

/** A story → its extractive bundle, and the dossier from which a model may write. */
export function composeWithDossier(
  story: Story,
  context: BundleContext,
): { readonly document: BundleDocument; readonly dossier: Dossier } {
  const { document, dossier } = draftOf(story, context)
  return { document: verifyBundle(document, story.articles, archiveOf(context)).document, dossier: dossier() }
}

/** A story → its bundle by the extractive writer; every sentence is a claim that the verifier passed. */
export function composeBundle(story: Story, context: BundleContext): BundleDocument {
  return composeVerified(story, context).document
}

function draftOf(story: Story, context: BundleContext): { document: BundleDocument; dossier: () => Dossier } {
  const { articles } = story
  const groups = independenceGroups(articles)
  const readings = readStory(story, groups)
  const facts = factsOf(readings)
  const disagreements = disagreementsOf(readings)
  const points = pointsOf(readings)
  const shares = sharesOf(readings)
  const section = sectionOf(articles)
  const coverage = coverageOf(
    articles,
    groups,
    context.watch ? statesWhile(context.watch.sources, context.sides) : context.sides,
  )
  const counted = coverageClaim(
    coverage,
    sourceNames(articles),
    articles.map(({ id }) => ({ article: id })),
  )
  const headline = headlineOf(readings, shares)
  const lede = ledeOf(readings, headline.text, points)
  const said = [mentionsIn(headline.text), ...(lede?.statements ?? []).map(({ mentions }) => mentions)]
  const fullNames = fullNamesOf(readings)
  const chosen = focusingFacts(facts, { readings, shares, points, said, fullNames })
  const used = [...(lede?.statements ?? []), ...chosen.map((fact) => fact.statement)]
  const background = backgroundOf(readings, shares, used)
  const past = pastOf(readings, [...used, ...background], context.earlier ?? [])
  const voices = voicesOf(readings, fullNames)
  const grouping = groupingOf(readings, facts, voices)
  const why = groupingClaim(grouping, readings)
  const found = { facts, voices, points, disagreements, fullNames }
  const standpoints = standpointsOf(grouping.groups, readings, found, [...used, ...background])
  const perspectives = standpoints.map((standpoint) => perspectiveOf(standpoint, headline.text))
  const before = [...background.map((statement) => quoted(statement)), ...past.claims]
  const document: BundleDocument = {
    story: story.id,
    section,
    headline: areOpinions(readings) ? headlineOfOpinions(headline) : headline,
    lede: lede === null ? counted : ledeClaim(lede, readings),
    facts: chosen.map((fact) => saidBy(fact.statement, readings, fact.corroboration)),
    // Where nothing is said of the past, who covers the story; where no article has a sentence that is the lede.
    context: before.length > 0 || lede === null ? before : [counted],
    differences: differencesOf(disagreements, readings),
    factTable: factTableOf(points, readings, standpoints, disagreements),
    ...(why === null ? {} : { grouping: why }),
    perspectives,
    coverage: { ...coverage, missing: [...coverage.missing], ...watched(context.watch, section, articles) },
    goDeeper: goDeeperOf(headline.text, perspectives, articles, context.goDeeper),
    articles: readings.map((reading) => articleOf(reading, context.versions)),
    ...past.members,
    ...(context.leanings === undefined ? {} : { sources: frozenSources(articles, context.leanings) }),
    dropped: {},
    ...spanOfTime(articles),
  }
  return { document, dossier: () => dossierOf(readings, facts, standpoints) }
}

/** The articles of earlier chapters, which the context may cite. */
export const archiveOf = ({ earlier = [] }: Pick<BundleContext, 'earlier'>): readonly Article[] =>
  earlier.flatMap(({ articles }) => articles)

function sourceNames(articles: readonly Article[]): readonly string[] {
  return [...new Set(articles.map((article) => outletName(article.source)))]
}

function watched(
  watch: CoverageWatch | undefined,
  section: Section,
  articles: readonly Article[],
): Pick<BundleDocument['coverage'], 'base' | 'blindspots'> {
  if (watch === undefined) return {}
  const { sources, from, to } = watch
  const sides = sideBases(sources, new Set(articles.map(({ source }) => source.id)))
  const blindspots = blindspotsOf({ section, from, to, sides }, articles)
  return { base: { section, from: from.toISOString(), to: to.toISOString(), sides }, blindspots }
}

function articleOf(
  { article, group }: Reading,
  versions: BundleContext['versions'],
): BundleDocument['articles'][number] {
  const { id, title, url, source, publishedAt } = article
  const version = versions?.get(id)
  return {
    ...{ id, ...(version === undefined ? {} : { version }), title, url, source: source.name, leaning: source.leaning },
    ...{ publishedAt: publishedAt?.toISOString() ?? null, independenceGroup: group },
  }
}

function spanOfTime(articles: readonly Article[]): Pick<BundleDocument, 'firstPublishedAt' | 'lastPublishedAt'> {
  const times = articles.flatMap(({ publishedAt }) => publishedAt?.toISOString() ?? []).sort()
  return { firstPublishedAt: times[0] ?? null, lastPublishedAt: times.at(-1) ?? null }
}
