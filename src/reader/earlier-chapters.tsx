/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { BundleDocument } from '../bundle/document.ts'
import { Moment } from './moment.tsx'

/** The stories that this one continues, with their dates; those that have a page lead to it. */
export function EarlierChapters({ earlier }: { earlier: NonNullable<BundleDocument['earlier']> }) {
  if (earlier.length === 0) return null
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">Earlier in this story</h2>
      <ul class="articles">
        {earlier.map(({ bundle, headline, began }) => (
          <li>
            {bundle === null ? (
              <bdi>{headline}</bdi>
            ) : (
              <a href={`/stories/${encodeURIComponent(bundle)}`}>
                <bdi>{headline}</bdi>
              </a>
            )}
            <span class="meta">
              <Moment at={began} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
