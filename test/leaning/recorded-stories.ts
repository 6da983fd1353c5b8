import type { ToldStory } from '../../src/leaning/told-facts.ts'

/**
 * A story by its facts, each as the sources that carry it: 'l1 r1' is carried by two. Every source is a piece of reporting by
 * itself, but for those that are written as one: 'l1=r1'.
 */
export function storyTold(facts: readonly string[]): ToldStory {
  const pieces = [...new Set(facts.flatMap((fact) => fact.split(' ')))]
  const tellings = pieces.flatMap((piece, group) => piece.split('=').map((sourceId) => ({ sourceId, group })))
  return {
    tellings,
    facts: facts.map((fact, number) =>
      fact
        .split(/[ =]/)
        .map((id) => tellings.findIndex(({ sourceId }) => sourceId === id))
        .map((telling) => ({
          telling,
          sentence: `Fact ${number}`,
          article: `https://${tellings[telling]?.sourceId}.example/`,
        })),
    ),
  }
}
