import { groupArticles, type Prepared } from '../../../src/story/group.ts'
import type { PairModel } from '../../../src/story/one-event.ts'
import { termHash } from '../../../src/story/term-hash.ts'
import { pairModel } from '../../../src/story/weights.ts'
import { fitPairs, type Lesson } from './fit.ts'
import { type Judged, judge, nothingJudged } from './judged.ts'

const folds = 5
const foldOf = (collection: string, story: string) => termHash('word', `${collection} ${story}`) % folds

/** Which model judged: learned without the stories judged, without the whole collection, or the one that is shipped. */
export interface Quality {
  readonly collection: string
  readonly singletons: Judged
  readonly folds: Judged
  readonly leftOut: Judged
  readonly shipped: Judged
}

/** Each collection, judged by models that have not seen what they judge. */
export function qualityOf(lessons: readonly Lesson[]): Quality[] {
  const foldModels = Array.from({ length: folds }, (_, fold) =>
    fitPairs(lessons, (collection, story) => foldOf(collection, story) !== fold),
  )
  return lessons.map(({ collection }) => {
    const { name, gold } = collection
    const byFolds = nothingJudged()
    for (const [fold, model] of foldModels.entries())
      judge(groupedBy(model, collection), gold, (story) => foldOf(name, story) === fold, byFolds)
    const without = fitPairs(lessons, (other) => other !== name)
    return {
      ...{
        collection: name,
        singletons: judgedAll(
          gold.map((_, at) => String(at)),
          gold,
        ),
        folds: byFolds,
      },
      leftOut: judgedAll(groupedBy(without, collection), gold),
      shipped: judgedAll(groupedBy(pairModel, collection), gold),
    }
  })
}

export const groupedBy = (model: PairModel, { articles }: { readonly articles: readonly Prepared[] }): string[] =>
  groupArticles(articles, { model }).map(({ storyId }) => storyId)

export function judgedAll(found: readonly string[], gold: readonly string[]): Judged {
  const sums = nothingJudged()
  judge(found, gold, () => true, sums)
  return sums
}
