import type { ArticleId } from '../src/article/article.ts'
import { Citations } from '../src/leaning/citations.ts'
import { Portraits, withChoices } from '../src/leaning/portraits.ts'
import {
  type Suggestion,
  type SuggestSettings,
  type SuggestSource,
  suggestLeanings,
  suggestMethod,
  suggestSettings,
} from '../src/leaning/suggest.ts'
import { shownEvidence, valueOfSide } from '../src/leaning/suggestion-text.ts'
import { currentLeaning } from '../src/source/current-leaning.ts'
import { sideOf } from '../src/source/leaning.ts'
import { sourceId } from '../src/source/source.ts'
import { namedSources, ownArticles } from '../src/store/articles-by-source.ts'
import type { Database } from '../src/store/database.ts'
import { type Deed, type ListedRating, listRatings } from '../src/store/ratings.ts'
import { SUGGESTED, saveSuggestion } from '../src/store/suggestions.ts'
import { type RunOptions, silent } from './progress.ts'
import { readChoices } from './read-choices.ts'

/** Of so many articles the texts are in memory at a time. */
const batch = 200

export interface SuggestCounts {
  readonly articles: number
  readonly suggested: number
  readonly rejectedBefore: number
  /** Sources with articles of which nothing is suggested, by why. */
  readonly abstained: Readonly<Record<string, number>>
}

/** all articles → portraits of their sources, all stories → their choice of facts → sides of the unrated ones → open suggestions; an abstention leaves what is open */
export async function writeSuggestions(
  db: Database,
  deed: Deed,
  { settings = suggestSettings, ...run }: RunOptions & { readonly settings?: SuggestSettings } = {},
): Promise<SuggestCounts> {
  const sources = await sourcesToJudge(db, deed.now)
  const { portraits, articles } = await readPortraits(db, sources, run)
  const counts = { articles, suggested: 0, rejectedBefore: 0, abstained: new Map<string, number>() }
  const choices = await readChoices(db, sources, run)
  const portraitOf = withChoices(portraits.compared(), (id) => choices.of(id))
  if (!run.signal?.aborted) {
    for (const suggestion of suggestLeanings(sources, portraitOf, settings)) {
      if (suggestion.kind === 'abstains')
        counts.abstained.set(suggestion.because, (counts.abstained.get(suggestion.because) ?? 0) + 1)
      else if (await isSaved(db, suggestion, deed)) counts.suggested += 1
      else counts.rejectedBefore += 1
    }
  }
  return { ...counts, abstained: Object.fromEntries(counts.abstained) }
}

/** What was suggested before is neither learned from, which would let the model teach itself, nor suggested again. */
async function sourcesToJudge(db: Database, now: Date): Promise<SuggestSource[]> {
  const ratings = new Map<string, ListedRating[]>()
  for (const rating of (await listRatings(db)).filter(({ pages }) => pages === 'all'))
    ratings.set(rating.sourceId, [...(ratings.get(rating.sourceId) ?? []), rating])
  return (await namedSources(db)).flatMap((source): SuggestSource[] => {
    const own = ratings.get(source.id) ?? []
    const side = sideOf(
      currentLeaning(
        own.filter(({ rater }) => rater !== SUGGESTED),
        now,
      ).leaning,
    )
    if (side !== 'unknown') return [{ ...source, side }]
    return own.length > 0 ? [] : [{ ...source, side: null }]
  })
}

async function readPortraits(
  db: Database,
  sources: readonly SuggestSource[],
  { signal, progress = silent }: RunOptions,
): Promise<{ portraits: Portraits; articles: number }> {
  const names = sources.map(({ id, name }) => ({ name, sourceId: id }))
  const portraits = new Portraits(new Citations(names), ownNamesOf(sources))
  let articles = 0
  let after: ArticleId | null = null
  while (!signal?.aborted) {
    const read = await ownArticles(db, { after, limit: batch })
    for (const article of read) portraits.add(article)
    articles += read.length
    progress({ done: articles, total: articles, note: 'articles read' })
    after = read.at(-1)?.id ?? null
    if (read.length < batch) break
  }
  return { portraits, articles }
}

function ownNamesOf(sources: readonly SuggestSource[]): (id: string) => readonly string[] {
  const owners = new Map(sources.map(({ id, owner }) => [id, owner ?? id]))
  const names = new Map<string, string[]>()
  for (const { id, owner, name } of sources) names.set(owner ?? id, [...(names.get(owner ?? id) ?? []), name])
  return (id) => names.get(owners.get(id) ?? id) ?? []
}

type Made = Extract<Suggestion, { kind: 'suggests' }>

async function isSaved(db: Database, made: Made, deed: Deed): Promise<boolean> {
  const saved = await saveSuggestion(
    db,
    {
      sourceId: sourceId(made.sourceId),
      value: valueOfSide[made.side],
      confidence: made.confidence,
      method: suggestMethod,
      evidence: shownEvidence(made),
    },
    deed,
  )
  return saved.kind === 'saved'
}
