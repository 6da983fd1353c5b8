import type { Frequencies, TermId } from './frequencies.ts'
import { daysApart, type OpenArticle, type OpenArticles } from './open-articles.ts'
import type { StorySettings } from './settings.ts'
import { type Indexed, termIds } from './similarity.ts'
import type { StoryId } from './story.ts'

type Limits = Pick<StorySettings, 'termsProbed' | 'postingsRead' | 'articlesRanked' | 'storiesCompared' | 'windowDays'>

/**
 * The stories worth a closer look: those of the articles that share most of this one's rarest terms. The work is
 * bounded by the settings however many articles are open.
 */
export function candidateStories(
  fields: Indexed,
  when: Date | null,
  open: OpenArticles,
  frequencies: Frequencies,
  limits: Limits,
): StoryId[] {
  const shared = new Map<OpenArticle, number>()
  for (const [term, rarity] of rarestTerms(fields, frequencies, limits.termsProbed)) {
    for (const article of newestWithin(open.withTerm(term), when, limits)) {
      shared.set(article, (shared.get(article) ?? 0) + rarity * rarity)
    }
  }
  const ranked = [...shared].sort((a, b) => b[1] - a[1]).slice(0, limits.articlesRanked)
  return [...new Set(ranked.map(([article]) => article.storyId))].slice(0, limits.storiesCompared)
}

function rarestTerms(fields: Indexed, frequencies: Frequencies, most: number): (readonly [TermId, number])[] {
  return [...termIds(fields)]
    .map((id) => [id, frequencies.rarity(id)] as const)
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
}

function* newestWithin(articles: readonly OpenArticle[], when: Date | null, limits: Limits): Generator<OpenArticle> {
  let read = 0
  for (let at = articles.length - 1; at >= 0 && read < limits.postingsRead; at--) {
    const article = articles[at]
    if (article === undefined || (daysApart(when, article.when) ?? 0) > limits.windowDays) continue
    read += 1
    yield article
  }
}
