import { type NewsroomArticle, readArticles } from './articles.ts'
import { corrected } from './corrections.ts'
import { type Outlet, readOutlets } from './outlets.ts'

/** Everything that the newsroom serves, at a port. */
export interface World {
  readonly port: number
  readonly outlets: readonly Outlet[]
  /** Newest first, as feeds list them. */
  articlesOf(outlet: Outlet): readonly NewsroomArticle[]
}

export function readWorld(port: number, options: { readonly isCorrected?: boolean } = {}): World {
  const outlets = readOutlets()
  const published = readArticles()
  const articles = (options.isCorrected ? corrected(published) : published).sort(
    (a, b) => b.published.getTime() - a.published.getTime(),
  )
  const byOutlet = new Map(outlets.map((outlet) => [outlet.id, articles.filter((one) => one.outlet === outlet.id)]))
  const stray = articles.find((article) => !byOutlet.has(article.outlet))
  if (stray) throw new Error(`articles/${stray.event}/${stray.outlet}.md: no outlet ${stray.outlet} in outlets.yaml`)
  return { port, outlets, articlesOf: (outlet) => byOutlet.get(outlet.id) ?? [] }
}
