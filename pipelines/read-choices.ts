import { FactChoices } from '../src/leaning/fact-choices.ts'
import { sourcesToCompare } from '../src/leaning/sources-to-compare.ts'
import type { SuggestSource } from '../src/leaning/suggest.ts'
import { toldStory } from '../src/leaning/told-facts.ts'
import { articleFrom } from '../src/store/article-rows.ts'
import type { Database } from '../src/store/database.ts'
import { tellingsOfStory, toldStories } from '../src/store/told-stories.ts'
import type { StoryId } from '../src/story/story.ts'
import { type RunOptions, silent } from './progress.ts'

/** Of so many stories it is known at a time who told them; the texts of one are in memory. */
const batch = 1000

/** stories that rated outlets of two sides told, the newest first → their facts → which of them each source carries */
export async function readChoices(
  db: Database,
  sources: readonly SuggestSource[],
  { signal, progress = silent }: RunOptions = {},
): Promise<FactChoices> {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const choices = new FactChoices((id) => byId.get(id)?.side ?? undefined)
  const known = { sourceOf: (id: string) => byId.get(id), storiesOf: (id: string) => choices.of(id).stories }
  let before: StoryId | null = null
  let read = 0
  while (!signal?.aborted) {
    const told = await toldStories(db, { before, limit: batch })
    for (const { id, tellers } of told) {
      progress({ done: ++read, total: read, note: 'stories read' })
      const compared = sourcesToCompare(tellers, known)
      if (compared.length === 0) continue
      if (signal?.aborted) break
      const rows = await tellingsOfStory(db, id, compared)
      choices.add(
        toldStory(
          id,
          rows.map((row) => articleFrom(row, 'unknown')),
        ),
      )
    }
    before = told.at(-1)?.id ?? null
    if (told.length < batch) break
  }
  return choices
}
