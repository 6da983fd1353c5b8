import type { Article } from '../article/article.ts'
import { readable } from './claims.ts'
import type { BundleDocument, Perspective } from './document.ts'

/** A link of the "go deeper" part: `{headline}` in the template becomes the headline, encoded. */
export interface LinkTemplate {
  readonly label: string
  readonly template: string
}

export const defaultLinkTemplates: readonly LinkTemplate[] = [
  { label: 'Go Deeper on Perplexity', template: 'https://www.perplexity.ai/search?q={headline}' },
]

/** Searches for the headline, then every article by perspective; an outlet's second article is told by its title. Only http and https links: addresses come from feeds. */
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
    linksTo(
      perspective.members.flatMap((id) => byId.get(id) ?? []),
      perspective.label,
    ),
  )
  return [...searches, ...links].filter((link) => isWebAddress(link.url))
}

function linksTo(articles: readonly Article[], label: string): BundleDocument['goDeeper'] {
  return articles.flatMap(({ source, title, url }) => {
    if (url === null) return []
    const isOnly = articles.filter((other) => other.source.name === source.name).length === 1
    const name = isOnly || title.trim() === '' ? source.name : `${source.name} – ${readable(title)}`
    return [{ label: `${label}: ${name}`, url }]
  })
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
