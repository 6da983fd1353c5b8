import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Article } from '../../src/article/article.ts'
import { readArticles } from '../../src/cli/read-articles.ts'
import { Citations } from '../../src/leaning/citations.ts'
import { type RatedSide, ratedSides } from '../../src/leaning/coverage.ts'
import { type Portrait, Portraits, type ReadArticle, withChoices } from '../../src/leaning/portraits.ts'
import { type Suggestion, type SuggestSource, suggestLeanings, suggestSettings } from '../../src/leaning/suggest.ts'
import { sideOf } from '../../src/source/leaning.ts'
import { sourceId } from '../../src/source/source.ts'
import { groupArticles, type Prepared, prepared } from '../../src/story/group.ts'
import type { StoryId } from '../../src/story/story.ts'
import { aligned, rounded } from './figures.ts'
import { choicesOf, oncePerSides, rightOverLeftBySide, toldStories } from './leaning/choices.ts'
import { isPassed, type Judged, judgedFrom, type LeaningScore, scoreOf, wilson } from './leaning/judged.ts'
import { chosenRidge } from './leaning/nested.ts'
import { outletOf } from './leaning/outlets.ts'

export function leaningBench(): Command {
  return new Command('leaning')
    .description(
      'Suggested sides of outlets with 20 or more articles in DATA_DIR’s dated articles, learned from outlets of all other owners; --file takes another file of articles.',
    )
    .option('--file <articles>', 'articles with source, url and leaning, .jsonl or .jsonl.gz')
    .option('--ridge <n>', 'strength of the ridge', Number, suggestSettings.ridge)
    .option('--nested', 'choose the ridge for each owner by how it does on the outlets of the others')
    .option('--apart', 'do not compare articles on the same story')
    .option('--evidence', 'print the evidence of every suggestion')
    .action(benchLeaning)
}

interface LeaningOptions {
  readonly file?: string
  readonly ridge: number
  readonly evidence?: true
  readonly apart?: true
  readonly nested?: true
}

/** articles with sides → each owner's outlets judged by all others → the confusion table, its figures and a line of JSON */
async function benchLeaning({ file, ridge, evidence, apart, nested }: LeaningOptions): Promise<void> {
  const begun = performance.now()
  const path = file ?? `${resolve(process.env['DATA_DIR'] ?? '../shared/data')}/stories/stream.jsonl.gz`
  const { sources, articles } = await collected(path)
  const portraits = portraitsOf(sources, articles)
  const portraitOf = apart ? (id: string) => portraits.of(id) : portraits.compared()
  const readSeconds = secondsSince(begun)
  const stories = apart ? [] : toldStories(articles)
  const factSeconds = secondsSince(begun) - readSeconds
  const owners = ownersToJudge(sources, (id) => portraits.of(id))
  const judgedBy = (portraitsAmong: PortraitsAmong) => {
    const judge = (owner: string, among: readonly SuggestSource[], strength: number) =>
      judgedOf(owner, among, portraitsAmong, strength)
    const ridgeFor = nested ? (owner: string) => chosenRidge(owner, owners, sources, judge) : () => ridge
    return [...owners].flatMap(([owner, ids]) =>
      judge(owner, sources, ridgeFor(owner)).filter(({ suggestion }) => ids.has(suggestion.sourceId)),
    )
  }
  const choicesAmong = oncePerSides((among) => choicesOf(stories, among))
  const judged = judgedBy((among) => withChoices(portraitOf, choicesAmong(among)))
  const withoutFacts = scoreOf(judgedBy(() => portraitOf))
  print(outletTable(judged.map(({ suggestion, side }) => [suggestion, side] as const)))
  if (evidence) for (const { suggestion } of judged) print(JSON.stringify(suggestion))
  const score = scoreOf(judged)
  print(`\n${confusionTable(score.confusion)}`)
  print(
    JSON.stringify({
      ...{ articles: articles.length, outlets: score.outlets, ...figuresOf(score) },
      ...{ majorityBaseline: rounded(score.majority, 3), ridge: nested ? 'nested' : ridge },
      ...{ withoutChoiceOfFacts: figuresOf(withoutFacts), storiesCompared: stories.length },
      rightOverLeft: rightOverLeftBySide(
        stories,
        sources,
        new Set(judged.map(({ suggestion }) => suggestion.sourceId)),
      ),
      ...{ readSeconds: rounded(readSeconds, 1), factSeconds: rounded(factSeconds, 1), passed: isPassed(score) },
    }),
  )
  if (!isPassed(score)) process.exitCode = 1
}

const secondsSince = (begun: number) => (performance.now() - begun) / 1000

const figuresOf = ({ said, right, abstained, opposite }: LeaningScore) => ({
  ...{ said, right, accuracy: rounded(right / said, 3) },
  ...{ interval: wilson(right, said).map((bound) => rounded(bound, 3)) },
  ...{ abstained: rounded(abstained, 3), opposite: rounded(opposite, 3) },
})

/** Portraits as far as the sides of these sources tell. */
type PortraitsAmong = (sources: readonly SuggestSource[]) => (sourceId: string) => Portrait

/** Owners of outlets with enough articles, and these outlets. */
function ownersToJudge(
  sources: readonly SuggestSource[],
  portraitOf: (id: string) => Portrait,
): Map<string, ReadonlySet<string>> {
  const enough = sources.filter(({ id }) => {
    const { articles, aside, foreign } = portraitOf(id)
    return articles + aside + foreign >= suggestSettings.leastArticles
  })
  const byOwner = grouped(enough.map(({ id, owner }) => ({ id, sourceId: owner ?? id })))
  return new Map([...byOwner].map(([owner, own]) => [owner, new Set(own.map(({ id }) => id))]))
}

/** An owner's outlets among sources of which others may be without a side already, judged by all that have one. */
function judgedOf(
  owner: string,
  sources: readonly SuggestSource[],
  portraitsAmong: PortraitsAmong,
  ridge: number,
): Judged[] {
  const own = sources.filter((source) => source.owner === owner)
  const asked = leftOut(sources, owner)
  const suggestions = suggestLeanings(asked, portraitsAmong(asked), { ...suggestSettings, ridge })
  return judgedFrom(own, suggestions)
}

const leftOut = (sources: readonly SuggestSource[], owner: string | null): SuggestSource[] =>
  sources.map((source) => (source.owner === owner ? { ...source, side: null } : source))

/** Outlets with the side that most of their articles have; articles of guests that are rated otherwise are left out. */
async function collected(path: string): Promise<{ sources: SuggestSource[]; articles: Collected[] }> {
  const articles: { article: Article; sourceId: string; side: RatedSide; owner: string }[] = []
  const rows: Prepared[] = []
  for await (const { article } of readArticles(path)) {
    const outlet = outletOf(article.source.name, article.url)
    const side = sideOf(article.source.leaning)
    const row = prepared(article)
    rows.push({ ...row, article: { ...article, text: '' } })
    if (outlet === null || side === 'unknown') continue
    const source = { ...article.source, id: sourceId(outlet.name), name: outlet.name, owner: outlet.owner }
    articles.push({ article: { ...article, source }, sourceId: outlet.name, owner: outlet.owner, side })
  }
  const byOutlet = grouped(articles)
  const sources = [...byOutlet].map(([name, own]) => ({
    id: name,
    name,
    owner: own[0]?.owner ?? name,
    side: mostOf(own),
  }))
  const sides = new Map(sources.map(({ id, side }) => [id, side]))
  const storyOf = new Map(groupArticles(rows).map(({ article, storyId }) => [article.id, storyId]))
  const known = articles.filter(({ sourceId, side }) => sides.get(sourceId) === side)
  return {
    sources,
    articles: known.flatMap(({ article, sourceId }) => {
      const storyId = storyOf.get(article.id)
      const { title, text, lang } = article
      return storyId === undefined ? [] : [{ article, sourceId, storyId, title, text, lang }]
    }),
  }
}

interface Collected extends ReadArticle {
  readonly article: Article
  readonly storyId: StoryId
}

function grouped<T extends { readonly sourceId: string }>(articles: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const article of articles) {
    const own = groups.get(article.sourceId)
    if (own === undefined) groups.set(article.sourceId, [article])
    else own.push(article)
  }
  return groups
}

function mostOf(articles: readonly { readonly side: RatedSide }[]): RatedSide {
  const count = (side: RatedSide) => articles.filter((article) => article.side === side).length
  return ratedSides.reduce((most, side) => (count(side) > count(most) ? side : most))
}

function portraitsOf(sources: readonly SuggestSource[], articles: readonly ReadArticle[]): Portraits {
  const owners = new Map(sources.map(({ id, owner }) => [id, owner]))
  const names = grouped(sources.map(({ name, owner }) => ({ name, sourceId: owner ?? name })))
  const ownNames = (id: string) => (names.get(owners.get(id) ?? '') ?? []).map(({ name }) => name)
  const portraits = new Portraits(new Citations(sources.map(({ id, name }) => ({ name, sourceId: id }))), ownNames)
  for (const article of articles) portraits.add(article)
  return portraits
}

function outletTable(rows: readonly (readonly [Suggestion, RatedSide])[]): string {
  const cells = rows.map(([suggestion, side]) => [
    suggestion.sourceId,
    String(suggestion.articles),
    side,
    suggestion.kind === 'suggests' ? suggestion.side : `(${suggestion.because})`,
    suggestion.kind === 'suggests' ? suggestion.confidence.toFixed(2) : '',
  ])
  return aligned([['outlet', 'on public affairs', 'rated', 'suggested', 'confidence'], ...cells])
}

function confusionTable(confusion: ReturnType<typeof scoreOf>['confusion']): string {
  const rows = ratedSides.map((side) => [
    `rated ${side}`,
    ...[...ratedSides, 'abstains' as const].map((said) => String(confusion[side][said])),
  ])
  return aligned([['', 'left', 'center', 'right', 'abstains'], ...rows])
}

const print = (text: string) => process.stdout.write(`${text}\n`)
