/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Claim } from '../bundle/document.ts'
import type { ArticlesById } from './cited-articles.ts'
import { RestsOn } from './rests-on.tsx'

/** Numbers that do not go together, each with the sentences that give them; nothing where all agree. */
export function Differences({ differences, articles }: { differences: readonly Claim[]; articles: ArticlesById }) {
  if (differences.length === 0) return null
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">Accounts differ</h2>
      <ul class="facts">
        {differences.map((claim) => (
          <li>
            <p>
              <bdi>{claim.text}</bdi>
            </p>
            <RestsOn claim={claim} articles={articles} />
          </li>
        ))}
      </ul>
    </section>
  )
}
