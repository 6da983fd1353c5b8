/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FactRow, Perspective } from '../bundle/document.ts'
import type { ArticlesById } from './cited-articles.ts'
import { RestsOn } from './rests-on.tsx'

interface Table {
  readonly rows: readonly FactRow[]
  readonly perspectives: readonly Perspective[]
  readonly articles: ArticlesById
}

/** What independent reports share, folded away: how many state it, and which perspectives leave it out. */
export function FactTable({ rows, perspectives, articles }: Table) {
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="fact-table">
      <h2 id="fact-table">What reports share</h2>
      <details>
        <summary>
          {rows.length === 1 ? 'One statement' : `${rows.length} statements`} of two independent reports or more
        </summary>
        <ul class="facts">
          {rows.map((row) => (
            <li>
              <p>
                <bdi>{row.claim.text}</bdi> <LeftOut row={row} perspectives={perspectives} />
                {row.disputedBy !== null && <span class="meta">Accounts differ.</span>}
              </p>
              <RestsOn claim={row.claim} articles={articles} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function LeftOut({ row, perspectives }: { row: FactRow; perspectives: readonly Perspective[] }) {
  const labels = row.leftOutBy.flatMap((place) => perspectives[place]?.label ?? [])
  if (labels.length === 0) return null
  return (
    <span class="meta">
      Not in: <bdi>{labels.join(', ')}</bdi>.
    </span>
  )
}
