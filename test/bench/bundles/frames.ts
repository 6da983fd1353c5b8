import type { Article } from '../../../src/article/article.ts'
import { sideOf } from '../../../src/source/leaning.ts'
import { evaluateStories, type Membership, type Score } from '../../../src/story/evaluate.ts'
import { eventArticles } from '../../newsroom/event-articles.ts'
import { readGold } from '../../newsroom/gold.ts'
import { bundleOf } from './stories.ts'

/** An event with planted frames: its articles, and the outlets that tell it alike. */
export interface FramedEvent {
  readonly event: string
  readonly articles: readonly Article[]
  readonly frames: readonly (readonly string[])[]
}

/** B-cubed over the members of groups, each article of each event counting once. */
export interface FrameFigures {
  readonly events: number
  readonly found: Score
  /** What left, center, right and unknown would get. */
  readonly byLeaning: Score
  /** What every article by itself would get. */
  readonly alone: Score
}

export function framedEvents(): FramedEvent[] {
  const written = eventArticles()
  return readGold().planted.map(({ event, frames }) => {
    const outlets = frames.map((frame) => frame.outlets)
    const articles = (written.get(event) ?? []).filter(({ source }) => outlets.flat().includes(source.id))
    return { event, articles, frames: outlets }
  })
}

export function measureFrames(events: readonly FramedEvent[]): FrameFigures {
  const against = (groupOf: (article: Article, event: FramedEvent) => string) => bCubed(events, groupOf)
  const perspectives = new Map(
    events.map((one) => [one.event, bundleOf(one.event, one.articles).perspectives.map(({ members }) => members)]),
  )
  return {
    events: events.length,
    found: against(({ id }, { event }) => `${perspectives.get(event)?.findIndex((members) => members.includes(id))}`),
    byLeaning: against(({ source }) => sideOf(source.leaning)),
    alone: against(({ id }) => id),
  }
}

function bCubed(events: readonly FramedEvent[], groupOf: (article: Article, event: FramedEvent) => string): Score {
  const found = events.flatMap((one): Membership[] =>
    one.articles.map((article) => ({ id: article.id, story: `${one.event} ${groupOf(article, one)}` })),
  )
  const gold = events.flatMap((one): Membership[] =>
    one.articles.map(({ id, source }) => ({
      id,
      story: `${one.event} ${one.frames.findIndex((outlets) => outlets.includes(source.id))}`,
    })),
  )
  return evaluateStories(found, gold).bCubed
}
