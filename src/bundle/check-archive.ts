import type { Article } from '../article/article.ts'
import { outletName } from '../article/outlet-name.ts'
import { dayInWords } from './days.ts'
import type { Claim } from './document.ts'

type Articles = ReadonlyMap<string, Article>

const ofArchive = ['earlier-chapter', 'number-history'] as const

/** Whether a claim speaks of earlier stories: it alone may cite their articles. */
export const isOfArchive = ({ basis, rule = '' }: Pick<Claim, 'basis' | 'rule'>) =>
  basis === 'computed' && ofArchive.some((name) => rule.startsWith(name))

/**
 * Whether a claim about the past says of each article that it cites the day on which it appeared and the outlet that wrote it, and cites
 * of the archive what appeared before the story's newest article.
 */
export function agreesWithArchive(claim: Claim, story: Articles, archive: Articles): boolean {
  const newest = Math.max(...[...story.values()].map(({ publishedAt }) => publishedAt?.getTime() ?? 0))
  const cited = claim.evidence.map(({ article }) => archive.get(article) ?? story.get(article))
  const earlier = claim.evidence.flatMap(({ article }) => archive.get(article) ?? [])
  return (
    earlier.length > 0 &&
    claim.evidence.every(({ quote }) => quote !== undefined) &&
    cited.every((article) => article?.publishedAt != null && claim.text.includes(dayInWords(article.publishedAt))) &&
    cited.every((article) => article !== undefined && claim.text.includes(outletName(article.source))) &&
    earlier.every(({ publishedAt }) => publishedAt !== null && publishedAt.getTime() <= newest)
  )
}
