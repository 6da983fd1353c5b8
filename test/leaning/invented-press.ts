import { Citations } from '../../src/leaning/citations.ts'
import type { RatedSide } from '../../src/leaning/coverage.ts'
import { type Portrait, Portraits } from '../../src/leaning/portraits.ts'
import { type Suggestion, type SuggestSource, suggestLeanings } from '../../src/leaning/suggest.ts'

const manners = {
  left: 'Activists call the travel ban racist, and the far right lies about climate change and voting rights.',
  center: 'The department said 4 percent of officials told a spokesman so, according to a statement.',
  right: 'The mainstream media and the left want amnesty for illegal aliens, and taxpayers pay for big government.',
} as const satisfies Record<RatedSide, string>

/** An article in a side's manner, about a matter of its own. */
export const textOf = (side: RatedSide, at: number) =>
  `On day ${at} the mayor took berth ${at} to court, and the police asked for a law.\n${manners[side]} That was case ${at}.\nPier ${at} opens again.`

export const outlet = (name: string, side: RatedSide | null, owner: string | null = null): SuggestSource => ({
  ...{ id: name.toLowerCase().replaceAll(' ', '-'), name, owner, side },
})

/** Five rated outlets a side. */
export const ratedPress: readonly (SuggestSource & { side: RatedSide })[] = (
  ['left', 'center', 'right'] as const
).flatMap((side) =>
  ['Varrow', 'Elma', 'Orrin', 'Tarn', 'Quill'].map((town) => ({ ...outlet(`${town} ${side} Gazette`, side), side })),
)

/** Sources and their articles' texts → what is suggested of the sources without a side, and what was read. */
export function suggestedFor(
  sources: readonly SuggestSource[],
  texts: ReadonlyMap<string, readonly string[]>,
): { suggestions: Suggestion[]; portraitOf: (id: string) => Portrait } {
  const names = new Map(sources.map(({ id, name }) => [id, name]))
  const citations = new Citations(sources.map(({ id, name }) => ({ name, sourceId: id })))
  const portraits = new Portraits(citations, (id) => [names.get(id) ?? ''])
  for (const [sourceId, own] of texts)
    for (const [at, text] of own.entries())
      portraits.add({ sourceId, storyId: null, title: `Piece ${at}`, text, lang: 'en' })
  const portraitOf = (id: string) => portraits.of(id)
  return { suggestions: suggestLeanings(sources, portraitOf), portraitOf }
}

export const articlesOf = (side: RatedSide, count = 20) => Array.from({ length: count }, (_, at) => textOf(side, at))

export const pressTexts = (): Map<string, readonly string[]> =>
  new Map(ratedPress.map(({ id, side }) => [id, articlesOf(side)]))

/** Of a matter that has no sides. */
export const recipes = (count: number) =>
  Array.from({ length: count }, (_, at) => `Stir ${at} eggs into the flour, said the cook.\nBake it for ${at} minutes.`)
