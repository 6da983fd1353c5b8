import type { Coverage } from '../bundle/document.ts'
import { count } from './count.ts'

/** "6 articles from 6 sources, 5 of them independent of each other."; "4 articles from 3 sources, all independent of each other." */
export function coverageSentence({ articles, sources, independentSources }: Coverage): string {
  const from = `${count(articles, 'article')} from ${count(sources, 'source')}`
  if (sources === 1) return `${from}.`
  const independent =
    independentSources === sources ? (sources === 2 ? 'both' : 'all') : `${independentSources} of them`
  return `${from}, ${independent} independent of each other.`
}
