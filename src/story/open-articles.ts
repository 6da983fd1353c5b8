import type { ArticleId } from '../article/article.ts'
import type { TermId } from './frequencies.ts'
import { type Indexed, termIds } from './similarity.ts'
import type { StoryId } from './story.ts'

/** An article that new ones are compared with. */
export interface OpenArticle {
  readonly articleId: ArticleId
  readonly fields: Indexed
  readonly when: Date | null
  storyId: StoryId
}

const dayMs = 86_400_000

/** Days between two articles; null where one is undated. */
export function daysApart(a: Date | null, b: Date | null): number | null {
  return a === null || b === null ? null : Math.abs(a.getTime() - b.getTime()) / dayMs
}

/** The articles of open stories, by id, by story and by term. Insertion order is the order of arrival throughout. */
export class OpenArticles {
  readonly #byId = new Map<ArticleId, OpenArticle>()
  readonly #byStory = new Map<StoryId, OpenArticle[]>()
  readonly #byTerm = new Map<TermId, OpenArticle[]>()

  get articles(): number {
    return this.#byId.size
  }

  get stories(): number {
    return this.#byStory.size
  }

  get(id: ArticleId): OpenArticle | undefined {
    return this.#byId.get(id)
  }

  members(story: StoryId): readonly OpenArticle[] {
    return this.#byStory.get(story) ?? []
  }

  withTerm(term: TermId): readonly OpenArticle[] {
    return this.#byTerm.get(term) ?? []
  }

  insert(article: OpenArticle): void {
    this.#byId.set(article.articleId, article)
    push(this.#byStory, article.storyId, article)
    for (const term of termIds(article.fields)) push(this.#byTerm, term, article)
  }

  move(article: OpenArticle, to: StoryId): void {
    keep(this.#byStory, article.storyId, (member) => member !== article)
    article.storyId = to
    push(this.#byStory, to, article)
  }

  /** Drops dated articles older than `day`; undated ones stay. */
  forgetBefore(day: Date): void {
    const stays = (article: OpenArticle) => article.when === null || article.when >= day
    const leaving = [...this.#byId.values()].filter((article) => !stays(article))
    for (const { articleId } of leaving) this.#byId.delete(articleId)
    for (const story of new Set(leaving.map((article) => article.storyId))) keep(this.#byStory, story, stays)
    for (const term of new Set(leaving.flatMap((article) => [...termIds(article.fields)])))
      keep(this.#byTerm, term, stays)
  }
}

function push<K>(lists: Map<K, OpenArticle[]>, key: K, article: OpenArticle): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [article])
  else list.push(article)
}

function keep<K>(lists: Map<K, OpenArticle[]>, key: K, stays: (article: OpenArticle) => boolean): void {
  const list = (lists.get(key) ?? []).filter(stays)
  if (list.length === 0) lists.delete(key)
  else lists.set(key, list)
}
