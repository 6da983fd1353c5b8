import type { Coverage } from '../bundle/document.ts'
import { count } from './count.ts'

/** "6 articles from 6 sources, 5 of them independent of each other." */
export function coverageSentence({ articles, sources, independentSources }: Coverage): string {
  const from = `${count(articles, 'article')} from ${count(sources, 'source')}`
  return sources === 1 ? `${from}.` : `${from}, ${independentSources} of them independent of each other.`
}
