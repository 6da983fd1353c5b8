/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Coverage } from '../bundle/document.ts'
import { type Leaning, leaningLabels, leanings } from '../source/leaning.ts'

interface Share {
  readonly leaning: Leaning
  readonly sources: number
  /** Where its piece of the bar begins, in sources. */
  readonly start: number
}

/** How the sources spread over the leanings: a bar, and the same in words beside it. */
export function LeaningBar({ byLeaning }: { byLeaning: Coverage['byLeaning'] }) {
  const shares = sharesOf(byLeaning)
  const total = shares.reduce((sum, share) => sum + share.sources, 0)
  if (total === 0) return null
  return (
    <div class="leanings">
      <svg viewBox={`0 0 ${total} 1`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {shares.map(({ leaning, sources, start }) => (
          <rect class={`fill-${leaning}`} x={start} y="0" width={sources} height="1" />
        ))}
      </svg>
      <ul aria-label="Sources by leaning">
        {shares.map(({ leaning, sources }) => (
          <li>
            <LeaningKey leaning={leaning} /> {leaningLabels[leaning]} {sources}
          </li>
        ))}
      </ul>
    </div>
  )
}

function LeaningKey({ leaning }: { leaning: Leaning }) {
  return (
    <svg class="key" viewBox="0 0 1 1" aria-hidden="true" focusable="false">
      <rect class={`fill-${leaning}`} width="1" height="1" />
    </svg>
  )
}

function sharesOf(byLeaning: Coverage['byLeaning']): Share[] {
  let start = 0
  const shares: Share[] = []
  for (const leaning of leanings) {
    const sources = byLeaning[leaning]
    if (sources > 0) shares.push({ leaning, sources, start })
    start += sources
  }
  return shares
}
