import type { Article } from '../../../src/article/article.ts'
import type { RatedSide } from '../../../src/leaning/coverage.ts'
import { type FactChoice, FactChoices } from '../../../src/leaning/fact-choices.ts'
import { choiceFeatures } from '../../../src/leaning/features.ts'
import type { SuggestSource } from '../../../src/leaning/suggest.ts'
import { type ToldStory, toldStory } from '../../../src/leaning/told-facts.ts'
import type { StoryId } from '../../../src/story/story.ts'
import { rounded } from '../figures.ts'

/** Who carries which facts of the stories that three owners or more told; on whose side they are is not looked at. */
export function toldStories(
  articles: readonly { readonly article: Article; readonly storyId: StoryId }[],
): ToldStory[] {
  const byStory = new Map<StoryId, Article[]>()
  for (const { article, storyId } of articles) byStory.set(storyId, [...(byStory.get(storyId) ?? []), article])
  return [...byStory]
    .filter(([, own]) => new Set(own.map(({ source }) => source.owner)).size >= 3)
    .map(([id, own]) => toldStory(id, own))
}

/** Choices of facts by the sides that the sources have: who is left out has none, and lends his to nobody. */
export function choicesOf(
  stories: readonly ToldStory[],
  sources: readonly SuggestSource[],
): (sourceId: string) => FactChoice {
  const sides = new Map<string, RatedSide>(sources.flatMap(({ id, side }) => (side === null ? [] : [[id, side]])))
  const choices = new FactChoices((id) => sides.get(id))
  for (const story of stories) choices.add(story)
  return (id) => choices.of(id)
}

/** The same sides come again with every ridge. */
export function oncePerSides<T>(
  made: (sources: readonly SuggestSource[]) => T,
): (sources: readonly SuggestSource[]) => T {
  const known = new Map<string, T>()
  return (sources) => {
    const key = sources.map(({ id, side }) => `${id} ${side}`).join('\n')
    const found = known.get(key) ?? made(sources)
    known.set(key, found)
    return found
  }
}

/** By the side that raters gave: mean log-odds a fact of the right's choice over the left's, over outlets; each is held against others. */
export function rightOverLeftBySide(
  stories: readonly ToldStory[],
  sources: readonly SuggestSource[],
  judged: ReadonlySet<string>,
): Record<RatedSide, number> {
  const choiceOf = choicesOf(stories, sources)
  const mean = (side: RatedSide) => {
    const own = sources.filter((source) => source.side === side && judged.has(source.id))
    const sum = own.reduce((all, { id }) => all + choiceFeatures(choiceOf(id))[0], 0)
    return rounded(sum / Math.max(own.length, 1), 3)
  }
  return { left: mean('left'), center: mean('center'), right: mean('right') }
}
