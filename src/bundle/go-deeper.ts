import type { Article } from '../article/article.ts'
import type { BundleDocument, Perspective } from './document.ts'

/** A link of the "go deeper" part: `{headline}` in the template becomes the headline, encoded. */
export interface LinkTemplate {
  readonly label: string
  readonly template: string
}

export const defaultLinkTemplates: readonly LinkTemplate[] = [
  { label: 'Go Deeper on Perplexity', template: 'https://www.perplexity.ai/search?q={headline}' },
]

/** Searches for the headline, then every article by perspective. Only http and https links: addresses come from feeds. */
export function goDeeperOf(
  headline: string,
  perspectives: readonly Perspective[],
  articles: readonly Article[],
  templates: readonly LinkTemplate[],
): BundleDocument['goDeeper'] {
  const byId = new Map(articles.map((article): [string, Article] => [article.id, article]))
  const searches = templates.map(({ label, template }) => ({
    label,
    url: template.replaceAll('{headline}', () => encodeURIComponent(headline.replace(/\p{Surrogate}/gu, ''))),
  }))
  const links = perspectives.flatMap((perspective) =>
    perspective.members.flatMap((id) => linkTo(byId.get(id), perspective.label)),
  )
  return [...searches, ...links].filter((link) => isWebAddress(link.url))
}

function linkTo(article: Article | undefined, label: string): BundleDocument['goDeeper'] {
  if (article === undefined || article.url === null) return []
  return [{ label: `${label}: ${article.source.name}`, url: article.url }]
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
