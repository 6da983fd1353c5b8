/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Claim, Perspective } from '../bundle/document.ts'
import { leaningLabels } from '../source/leaning.ts'
import { type ArticlesById, citations, outlets } from './cited-articles.ts'
import { OutsideLink } from './outside-link.tsx'
import { RestsOn, RestsOnGroup } from './rests-on.tsx'
import { Sentences } from './sentences.tsx'

interface Side {
  readonly name: string
  readonly perspective: Perspective
  readonly articles: ArticlesById
}

export function Perspectives({
  perspectives,
  grouping,
  articles,
}: {
  perspectives: readonly Perspective[]
  grouping: Claim | undefined
  articles: ArticlesById
}) {
  if (perspectives.length === 0) return null
  return (
    <section class="wide" aria-labelledby="perspectives">
      <h2 id="perspectives">Perspectives</h2>
      {grouping !== undefined && (
        <>
          <p class="reason">
            <bdi>{grouping.text}</bdi>
          </p>
          <RestsOn claim={grouping} articles={articles} />
        </>
      )}
      <div class="perspectives">
        {perspectives.map((perspective, index) => (
          <PerspectiveCard name={`perspective-${index + 1}`} perspective={perspective} articles={articles} />
        ))}
      </div>
    </section>
  )
}

function PerspectiveCard({ name, perspective, articles }: Side) {
  const { label, reason, members, owners, framing, blindSpot, quotations } = perspective
  return (
    <article class="perspective" aria-labelledby={name}>
      <h3 id={name}>
        <bdi>{label}</bdi>
      </h3>
      <Members ids={members} articles={articles} owners={owners} reason={reason} />
      <Sentences name={`${name}-framing`} claims={framing} />
      {blindSpot.length > 0 && <h4>Blind spot</h4>}
      <Sentences name={`${name}-blind-spot`} claims={blindSpot} />
      {quotations.length > 0 && <h4>In their words</h4>}
      {quotations.map((claim) => (
        <Quotation claim={claim} articles={articles} />
      ))}
      <RestsOnGroup
        name={`${name}-framing`}
        claims={framing}
        articles={articles}
        summary="What this framing rests on"
      />
      <RestsOnGroup
        name={`${name}-blind-spot`}
        claims={blindSpot}
        articles={articles}
        summary="What this blind spot rests on"
      />
    </article>
  )
}

function Members({
  ids,
  articles,
  owners,
  reason,
}: {
  ids: string[]
  articles: ArticlesById
  owners: number
  reason: string
}) {
  return (
    <>
      <p class="members">
        {outlets(ids, articles).map(({ source, leaning }, index) => (
          <>
            {index > 0 && ', '}
            <bdi>{source}</bdi> <span class="leaning">({leaningLabels[leaning].toLowerCase()})</span>
          </>
        ))}{' '}
        {owners === 1 && <span class="tag">single source</span>}
      </p>
      {reason !== '' && (
        <p class="reason">
          <bdi>{reason}</bdi>
        </p>
      )}
    </>
  )
}

function Quotation({ claim, articles }: { claim: Claim; articles: ArticlesById }) {
  return (
    <figure class="quotation">
      <blockquote>
        <bdi>{claim.text}</bdi>
      </blockquote>
      <figcaption>
        {citations(claim, articles).map(({ article }, index) => (
          <>
            {index > 0 && '; '}
            {article && <OutsideLink url={article.url}>{article.source}</OutsideLink>}
          </>
        ))}
      </figcaption>
    </figure>
  )
}
