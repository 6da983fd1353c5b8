import type { Article } from '../../../src/article/article.ts'
import type { BundleDocument } from '../../../src/bundle/document.ts'
import { sideOf } from '../../../src/source/leaning.ts'
import { bundleOf, type Stories } from './stories.ts'

export interface MembersFigures {
  /** Stories with articles of two sides or more. */
  readonly stories: number
  /** The share of them that shows two perspectives or more, each with the articles that it should have. */
  readonly right: number
}

/** Whether a story's perspectives hold each of its articles once, and left and right ones only under their side's name. */
export function membersAreRight({ perspectives }: BundleDocument, articles: readonly Article[]): boolean {
  const shown = perspectives.flatMap(({ members }) => members)
  const isPartition = shown.length === articles.length && articles.every(({ id }) => shown.includes(id))
  const isTrue = perspectives.every(({ label, members }) => {
    const side = /^left-/i.test(label) ? 'left' : /^right-/i.test(label) ? 'right' : null
    const its = articles.filter(({ id }) => members.includes(id)).map(({ source }) => sideOf(source.leaning))
    return side === null ? its.every((one) => one !== 'left' && one !== 'right') : its.every((one) => one === side)
  })
  return perspectives.length > 1 && isPartition && isTrue
}

export function measureMembers(stories: Stories): MembersFigures {
  const several = [...stories].filter(
    ([, articles]) => new Set(articles.map(({ source }) => sideOf(source.leaning))).size > 1,
  )
  const right = several.filter(([id, articles]) => membersAreRight(bundleOf(id, articles), articles)).length
  return { stories: several.length, right: right / several.length }
}
