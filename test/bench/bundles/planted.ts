import type { Article } from '../../../src/article/article.ts'
import { blindSpotOf } from '../../../src/bundle/blind-spot-claims.ts'
import { differencesOf } from '../../../src/bundle/differences.ts'
import type { Claim } from '../../../src/bundle/document.ts'
import { factTableOf } from '../../../src/bundle/fact-table.ts'
import { disagreementsOf } from '../../../src/fact/accounts.ts'
import { factsOf } from '../../../src/fact/facts.ts'
import { pointsOf } from '../../../src/fact/points.ts'
import { quotationsOf } from '../../../src/fact/quotations.ts'
import { readStory } from '../../../src/fact/readings.ts'
import { voicesOf } from '../../../src/fact/voices.ts'
import { absencesOf, giversOf } from '../../../src/perspective/perspectives.ts'
import { independenceGroups } from '../../../src/story/independence.ts'
import { storyId } from '../../../src/story/story.ts'
import { eventArticles } from '../../newsroom/event-articles.ts'
import { readGold } from '../../newsroom/gold.ts'
import type { Planted } from '../../newsroom/planted.ts'

export interface PlantedFigures {
  /** Pairs of a planted fact and a frame group that leaves it out, and how many of them a blind spot tells. */
  readonly omissions: number
  readonly omissionsTold: number
  readonly missedOmissions: readonly string[]
  /** The same with every other fact that two independent outlets carry. */
  readonly allOmissions: number
  readonly allOmissionsTold: number
  /** What blind spots say is left out, and how much of it is no fact that the group leaves out. */
  readonly said: number
  readonly falselySaid: readonly string[]
  readonly contradictions: number
  readonly missedContradictions: readonly string[]
  readonly falseContradictions: readonly string[]
  /** Sentences that count two articles of one reprint or one owner as independent. */
  readonly reprintsCounted: readonly string[]
}

type Fact = Planted['facts'][number]

/** What is found of what is planted in the newsroom, the frame groups being given. */
export function measurePlanted(): PlantedFigures {
  const byEvent = eventArticles()
  const figures = readGold().planted.map((planted) => measureEvent(planted, byEvent.get(planted.event) ?? []))
  const sum = (count: (one: EventFigures) => number) => figures.reduce((total, one) => total + count(one), 0)
  return {
    omissions: sum((one) => one.planted.length),
    omissionsTold: sum((one) => one.planted.filter(({ told }) => told).length),
    missedOmissions: figures.flatMap((one) =>
      one.planted.filter(({ told }) => !told).map(({ fact, group }) => `${one.event}, ${group}: ${fact}`),
    ),
    allOmissions: sum((one) => one.all.length),
    allOmissionsTold: sum((one) => one.all.filter(({ told }) => told).length),
    said: sum((one) => one.said),
    falselySaid: figures.flatMap((one) => one.falselySaid),
    contradictions: sum((one) => one.contradictions),
    missedContradictions: figures.flatMap((one) => one.missed),
    falseContradictions: figures.flatMap((one) => one.invented),
    reprintsCounted: figures.flatMap((one) => one.reprintsCounted),
  }
}

interface Omission {
  readonly fact: string
  readonly group: string
  readonly told: boolean
}

type EventFigures = ReturnType<typeof measureEvent>

function measureEvent(planted: Planted, articles: readonly Article[]) {
  const readings = readStory({ id: storyId(planted.event), articles }, independenceGroups(articles))
  const [facts, points, voices, disagreements] = [factsOf, pointsOf, voicesOf, disagreementsOf].map((of) =>
    of(readings),
  ) as [
    ReturnType<typeof factsOf>,
    ReturnType<typeof pointsOf>,
    ReturnType<typeof voicesOf>,
    ReturnType<typeof disagreementsOf>,
  ]
  const sharedQuotations = quotationsOf(readings)
  const disputed = giversOf(disagreements)
  const groups = planted.frames.map(({ group, outlets }) => {
    const members = readings.filter(({ article }) => outlets.includes(article.source.id))
    const others = readings.filter((reading) => !members.includes(reading))
    return {
      group,
      claims: blindSpotOf({
        members,
        others,
        ...absencesOf(members, others, { facts, points, voices, sharedQuotations, disputed }),
      }),
    }
  })
  const everyFact = [...planted.facts, ...planted.shared]
  const omissionsOf = (some: readonly Fact[]): Omission[] =>
    some.flatMap((fact) =>
      fact.omittedBy.map((group) => ({
        ...{ fact: fact.id, group },
        told: groups.some((one) => one.group === group && one.claims.some((claim) => tellsOf(claim, fact))),
      })),
    )
  const items = groups.flatMap(({ group, claims }) => claims.flatMap(itemsOf).map((item) => ({ group, ...item })))
  const differences = differencesOf(disagreements, readings)
  const table = factTableOf(points, readings, [], disagreements).map(({ claim }) => claim)
  const counting = [...groups.flatMap(({ claims }) => claims), ...table]
  return {
    event: planted.event,
    planted: omissionsOf(planted.facts),
    all: omissionsOf(everyFact),
    said: items.length,
    falselySaid: items
      .filter((item) => !isLeftOut(item, everyFact))
      .map(({ group, item }) => `${planted.event}, ${group}: ${item}`),
    contradictions: planted.contradictions.length,
    missed: planted.contradictions
      .filter(({ values }) => !differences.some((claim) => setsAgainst(claim, values)))
      .map(({ fact }) => `${planted.event}: ${fact}`),
    invented: differences
      .filter((claim) => !planted.contradictions.some(({ values }) => setsAgainst(claim, values)))
      .map(({ text }) => `${planted.event}: ${text}`),
    reprintsCounted: [
      ...counting.filter((claim) => countsTwice(claim, articles)),
      ...differences.filter((claim) => setsOwnAgainst(claim, articles)),
    ].map(({ text }) => `${planted.event}: ${text}`),
  }
}

function tellsOf({ evidence }: Claim, { terms }: Fact): boolean {
  return evidence.some(({ quote }) => quote !== undefined && terms.some((term) => quote.includes(term)))
}

interface Item {
  readonly item: string
  readonly quotes: readonly string[]
}

/** What a blind spot's sentence says is left out: a listing says it of each of its items. */
function itemsOf({ rule = '', text, evidence }: Claim): Item[] {
  const quotes = evidence.flatMap(({ quote }) => quote ?? [])
  if (!rule.startsWith('absent-others')) return [{ item: /\((.*)\)$/.exec(rule)?.[1] ?? text, quotes }]
  const items = /\((.*)\)$/.exec(rule)?.[1]?.split('; ') ?? []
  return items.map((item) => ({
    item,
    quotes: quotes.filter((quote) => quote.toLowerCase().includes((item.split(' ').at(-1) ?? item).toLowerCase())),
  }))
}

/** By the fact that the item itself names, and where none does by the facts of its sentences. */
function isLeftOut({ group, item, quotes }: Item & { group: string }, facts: readonly Fact[]): boolean {
  const named = facts.filter(({ terms }) => terms.some((term) => item.includes(term) || term.includes(item)))
  const meant =
    named.length > 0
      ? named
      : facts.filter(({ terms }) => quotes.some((quote) => terms.some((term) => quote.includes(term))))
  return meant.some(({ omittedBy }) => omittedBy.includes(group))
}

function setsAgainst({ evidence }: Claim, values: Planted['contradictions'][number]['values']): boolean {
  const given = values.filter(({ value }) => evidence.some(({ quote }) => quote?.includes(value)))
  return given.length >= 2
}

const texts = new Map<string, string>()

/** An article's piece of reporting by the gold: its owner, or the report that it reprints. */
function pieceOf(article: Article | undefined): string {
  if (texts.size === 0)
    for (const { path, outlet, reprintOf } of readGold().articles) texts.set(path, reprintOf ?? outlet)
  return (article && texts.get(article.id)) ?? ''
}

/** Says "two independent reports" and names two articles of one piece beside it. */
function countsTwice({ evidence, rule = '' }: Claim, articles: readonly Article[]): boolean {
  if (rule.startsWith('absent-others')) return false
  const cited = evidence
    .filter(({ quote }) => quote !== undefined)
    .map(({ article }) => articles.find(({ id }) => id === article))
  const pieces = cited.map(pieceOf)
  const owners = cited.flatMap((article) => article?.source.owner ?? [])
  return new Set(pieces).size < pieces.length || new Set(owners).size < owners.length
}

/** Numbers of one piece of reporting are no two accounts. */
function setsOwnAgainst({ evidence }: Claim, articles: readonly Article[]): boolean {
  const pieces = evidence.map(({ article }) => pieceOf(articles.find(({ id }) => id === article)))
  return new Set(pieces).size < pieces.length
}
