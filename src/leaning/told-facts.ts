import type { Article, ArticleId } from '../article/article.ts'
import { type Fact, factsOf } from '../fact/facts.ts'
import { readStory } from '../fact/readings.ts'
import { independenceGroups } from '../story/independence.ts'
import type { Story, StoryId } from '../story/story.ts'
import { isOfPublicAffairs } from './public-affairs.ts'
import { wordsIn } from './words.ts'

/** What one source prints on a story, all its articles together. */
export interface Telling {
  readonly sourceId: string
  /** Number of its independence group: tellings with the same number are one piece of reporting. */
  readonly group: number
}

export interface Carrier {
  /** Number of the telling. */
  readonly telling: number
  /** As the telling states it, a very long one cut, and in which article: its address, or its id where it has none. */
  readonly sentence: string
  readonly article: string
}

/** A story's facts with the tellings that carry them; whose side each telling is on is asked later. */
export interface ToldStory {
  readonly tellings: readonly Telling[]
  readonly facts: readonly (readonly Carrier[])[]
}

/** In UTF-16 units: what an article holds back longer is no choice that it puts before its readers. */
const readsAtMost = 12_000
const articlesOfTelling = 3
const longest = /^.{400}(?=.)/su

/** A story's articles → who carries which of its facts. English articles on public affairs, agencies' copy only from agencies. */
export function toldStory(id: StoryId, articles: readonly Article[]): ToldStory {
  const read = firstOfEach(articles.filter(isComparable).map(beginningOf))
  const story: Story = { id, articles: read }
  const groups = independenceGroups(read)
  const sources = [...new Set(read.map(({ source }) => source.id))]
  const tellingOf = new Map(read.map((article) => [article.id, sources.indexOf(article.source.id)]))
  const addressOf = new Map(read.map((article) => [article.id, article.url ?? article.id]))
  return {
    // Articles of one source are one group, whatever they say.
    tellings: sources.map((sourceId, telling) => ({
      sourceId,
      group: groups.findIndex(({ members }) => members.some((member) => tellingOf.get(member) === telling)),
    })),
    facts: factsOf(readStory(story, groups)).map((fact) => carriersOf(fact, tellingOf, addressOf)),
  }
}

function isComparable({ lang, wire, source, title, text }: Article): boolean {
  if (lang !== null && !/^en\b/i.test(lang)) return false
  if (wire !== null && source.kind !== 'wire') return false
  return isOfPublicAffairs(wordsIn(`${title}\n${text.slice(0, readsAtMost)}`))
}

const beginningOf = (article: Article): Article => ({ ...article, text: article.text.slice(0, readsAtMost) })

/** A live blog in forty articles is no more than one telling. */
function firstOfEach(articles: readonly Article[]): Article[] {
  const counts = new Map<string, number>()
  return articles.filter(({ source }) => {
    const count = (counts.get(source.id) ?? 0) + 1
    counts.set(source.id, count)
    return count <= articlesOfTelling
  })
}

function carriersOf(
  { statements }: Fact,
  tellingOf: ReadonlyMap<ArticleId, number>,
  addressOf: ReadonlyMap<ArticleId, string>,
): Carrier[] {
  const carriers = new Map<number, Carrier>()
  for (const { article, sentence } of statements) {
    const telling = tellingOf.get(article)
    const address = addressOf.get(article)
    if (telling === undefined || address === undefined || carriers.has(telling)) continue
    carriers.set(telling, { telling, sentence: cut(sentence.text), article: address })
  }
  return [...carriers.values()]
}

function cut(text: string): string {
  const beginning = longest.exec(text)?.[0]
  return beginning === undefined ? text : `${beginning}…`
}
