/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { BundleDocument, Coverage } from '../bundle/document.ts'
import { ratedSides } from '../leaning/coverage.ts'
import { leaningLabels, sideLabels } from '../source/leaning.ts'
import { articlesById, type CitedArticle } from './cited-articles.ts'
import { coverageSentence } from './coverage-sentence.ts'
import { LeaningBar } from './leaning-bar.tsx'
import { MissingSides } from './missing-sides.tsx'
import { Moment } from './moment.tsx'
import { OutsideLink } from './outside-link.tsx'
import { RestsOn } from './rests-on.tsx'

export function CoverageSection({ document }: { document: BundleDocument }) {
  const { coverage, articles } = document
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">Coverage</h2>
      <p>{coverageSentence(coverage)}</p>
      <LeaningBar byLeaning={coverage.byLeaning} />
      <MissingSides missing={coverage.missing} />
      <Base coverage={coverage} />
      {(coverage.blindspots ?? []).map(({ claim }) => (
        <div class="blindspot">
          <p class="missing">
            <strong>Blindspot:</strong> <bdi>{claim.text}</bdi>
          </p>
          <RestsOn claim={claim} articles={articlesById(document)} />
        </div>
      ))}
      <details>
        <summary>{articles.length === 1 ? 'The article' : `All ${articles.length} articles`}</summary>
        <ul class="articles">
          {articles.map((article) => (
            <ArticleLine article={article} original={original(article, articles)} />
          ))}
        </ul>
      </details>
    </section>
  )
}

/** How many publishers of each side carried the story, of how many that could have. */
function Base({ coverage: { base } }: { coverage: Coverage }) {
  if (base === undefined) return null
  const sides = ratedSides.map((side) => {
    const { covering, active, unread } = base.sides[side]
    return `${sideLabels[side].toLowerCase()} ${covering} of ${active}${unread > 0 ? ` (${unread} could not be read)` : ''}`
  })
  return (
    <p class="missing">
      Publishers that carried it, of those that were read and published on such matters meanwhile: {sides.join(', ')}.
    </p>
  )
}

function ArticleLine({ article, original }: { article: CitedArticle; original: CitedArticle | null }) {
  return (
    <li>
      <OutsideLink url={article.url}>{article.title}</OutsideLink>
      <span class="meta">
        <bdi>{article.source}</bdi> · {leaningLabels[article.leaning]}
        {article.publishedAt !== null && ' · '}
        <Moment at={article.publishedAt} />
        {original && (
          <>
            {' · same reporting as '}
            <bdi>{original.source}</bdi>
          </>
        )}
      </span>
    </li>
  )
}

/** The first article listed that is the same piece of reporting, unless it is this one. */
function original(article: CitedArticle, articles: readonly CitedArticle[]): CitedArticle | null {
  const first = articles.find((other) => other.independenceGroup === article.independenceGroup)
  return first && first.id !== article.id ? first : null
}
