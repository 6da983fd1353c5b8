/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Claim } from '../bundle/document.ts'
import { backgroundMark } from './background-mark.ts'

/**
 * Claims as one running paragraph. Each ends in a mark that leads to its note in the `RestsOn` of the same name,
 * and background is marked where it stands: readers should not have to open anything to know it.
 */
export function Sentences({ name, claims }: { name: string; claims: readonly Claim[] }) {
  if (claims.length === 0) return null
  return (
    <p>
      {claims.map((claim, index) => (
        <>
          <span class={`basis-${claim.basis}`}>
            {claim.basis === 'background' && <span class="tag">{backgroundMark(claim)}</span>} <bdi>{claim.text}</bdi>
            <sup>
              <a href={`#${name}-${index + 1}`} aria-label={`What sentence ${index + 1} rests on`}>
                {index + 1}
              </a>
            </sup>
          </span>{' '}
        </>
      ))}
    </p>
  )
}
