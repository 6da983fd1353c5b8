/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { BundleDocument } from '../bundle/document.ts'
import { leaningLabels } from '../source/leaning.ts'
import type { CitedArticle } from './cited-articles.ts'
import { coverageSentence } from './coverage-sentence.ts'
import { LeaningBar } from './leaning-bar.tsx'
import { MissingSides } from './missing-sides.tsx'
import { Moment } from './moment.tsx'
import { OutsideLink } from './outside-link.tsx'

export function CoverageSection({ document: { coverage, articles } }: { document: BundleDocument }) {
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">Coverage</h2>
      <p>{coverageSentence(coverage)}</p>
      <LeaningBar byLeaning={coverage.byLeaning} />
      <MissingSides missing={coverage.missing} />
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
