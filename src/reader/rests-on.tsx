/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { writtenRule } from '../bundle/claims.ts'
import type { Claim } from '../bundle/document.ts'
import { backgroundSentence } from './background-mark.ts'
import { type ArticlesById, type Citation, citations } from './cited-articles.ts'
import { count } from './count.ts'
import { OutsideLink } from './outside-link.tsx'
import { ruleSentence } from './rule-sentence.ts'

interface Group {
  /** Prefix of the notes' ids, unique in the page. */
  readonly name: string
  readonly claims: readonly Claim[]
  readonly articles: ArticlesById
  readonly summary: string
}

/** What each of several claims rests on, folded away; the notes are numbered like the marks of `Sentences`. */
export function RestsOnGroup({ name, claims, articles, summary }: Group) {
  if (claims.length === 0) return null
  return (
    <details class="rests-on">
      <summary>{summary}</summary>
      <ol>
        {claims.map((claim, index) => (
          <li id={`${name}-${index + 1}`}>
            <Basis claim={claim} articles={articles} />
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What one claim rests on, folded away. */
export function RestsOn({ claim, articles }: { claim: Claim; articles: ArticlesById }) {
  const named = citations(claim, articles).length
  return (
    <details class="rests-on">
      <summary>{named > 0 ? `Rests on ${count(named, 'article')}` : 'What this rests on'}</summary>
      <Basis claim={claim} articles={articles} />
    </details>
  )
}

function Basis({ claim, articles }: { claim: Claim; articles: ArticlesById }) {
  return (
    <>
      <p>{basisSentence(claim)}</p>
      <ul>
        {citations(claim, articles).map((citation) => (
          <li>
            <Cited claim={claim} citation={citation} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Cited({ claim, citation: { article, quotes } }: { claim: Claim; citation: Citation }) {
  const others = quotes.filter((quote) => quote !== claim.text)
  return (
    <>
      {article ? (
        <>
          <bdi>{article.source}</bdi>: <OutsideLink url={article.url}>{article.title}</OutsideLink>
        </>
      ) : (
        'An article that is no longer listed'
      )}
      {others.length < quotes.length && ' (word for word)'}
      {others.map((quote) => (
        <blockquote>
          <bdi>{quote}</bdi>
        </blockquote>
      ))}
    </>
  )
}

function basisSentence(claim: Claim): string {
  const { basis, rule } = claim
  switch (basis) {
    case 'quoted':
      return rule === writtenRule ? 'Written by a language model from these sentences:' : 'Stands in these articles:'
    case 'computed':
      return ruleSentence(rule)
    case 'background':
      return backgroundSentence(claim)
    case 'editor':
      return 'Words of an editor.'
  }
}
