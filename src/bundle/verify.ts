import type { Article } from '../article/article.ts'
import { passagesIn } from '../fact/speech.ts'
import { blindSpotsOfSides } from '../leaning/base-rate.ts'
import type { RatedSide } from '../leaning/coverage.ts'
import { bearingOf, saysWhatItCounts } from './bearing.ts'
import { ruleOfBlindspot } from './blindspot-claims.ts'
import { agreesWithArchive, isOfArchive } from './check-archive.ts'
import { checkClaim, type Refusal } from './check-claim.ts'
import { refusalOfMatter } from './check-written.ts'
import { computed, quotedSpan, writtenRule } from './claims.ts'
import type { BundleDocument, Claim, FactRow, Perspective } from './document.ts'

/** A claim that did not hold, where it stood and why. */
export interface Refused {
  readonly part:
    | 'headline'
    | 'lede'
    | 'facts'
    | 'context'
    | 'grouping'
    | 'differences'
    | 'factTable'
    | 'framing'
    | 'blindSpot'
    | 'quotations'
    | 'members'
    | 'coverage'
  readonly reason: Refusal
  /** The claim's, or the span's that was refused. */
  readonly text: string
}

type Articles = ReadonlyMap<string, Article>

/** The story's articles, and those of earlier stories, which the context may cite. */
interface Known {
  readonly story: Articles
  readonly archive: Articles
}

const byId = (articles: readonly Article[]) =>
  new Map(articles.map((article): [string, Article] => [article.id, article]))

export interface Verified {
  readonly document: BundleDocument
  readonly refused: readonly Refused[]
}

/**
 * Refuses every claim whose basis does not hold, and every span that does not bear its claim out, and counts them in
 * `dropped`. A refused headline or lede is replaced by a title or a first line of the story's articles, since a bundle
 * has both; whoever wrote the document, what comes out holds. Only what the context says of earlier chapters cites the `archive`.
 */
export function verifyBundle(
  document: BundleDocument,
  articles: readonly Article[],
  archive: readonly Article[] = [],
): Verified {
  const known = byId(articles)
  const past = byId(archive)
  const refused: Refused[] = []
  const keep = (part: Refused['part'], claims: readonly Claim[], within = known): Claim[] =>
    claims.flatMap((claim) => {
      const checked = checkedClaim(claim, part, within, { story: known, archive: past })
      refused.push(...checked.refused.map((one) => ({ part, ...one })))
      return checked.claim ?? []
    })
  const headline = keep('headline', [document.headline])[0] ?? safeHeadline(articles)
  const lede = keep('lede', [document.lede])[0] ?? safeLede(articles)
  const facts = keep('facts', document.facts)
  const context = keep('context', document.context)
  const [grouping] = keep('grouping', document.grouping === undefined ? [] : [document.grouping])
  const differences = (document.differences ?? []).map((claim) => keep('differences', [claim])[0] ?? null)
  const perspectives = document.perspectives.flatMap((perspective): Perspective[] => {
    const members = knownMembers(perspective, known, refused)
    if (members.length === 0) return []
    const isMember = new Set<string>(members)
    const own = new Map([...known].filter(([id]) => isMember.has(id)))
    return [
      {
        ...perspective,
        members,
        framing: keep('framing', perspective.framing, own),
        blindSpot: keep('blindSpot', perspective.blindSpot),
        quotations: keep('quotations', perspective.quotations, own),
      },
    ]
  })
  const blindspots = document.coverage.blindspots?.filter(
    ({ side, claim }) => keep('coverage', [claim]).length > 0 && isFlagged(side, claim, document, refused),
  )
  const coverage = { ...document.coverage, ...(blindspots === undefined ? {} : { blindspots }) }
  const factTable = (document.factTable ?? []).flatMap((row) => {
    const claim = keep('factTable', [row.claim])[0]
    return claim === undefined ? [] : [{ ...row, claim, ...placesOf(row, differences, perspectives, document) }]
  })
  const dropped = { ...document.dropped }
  for (const { reason } of refused) dropped[reason] = (dropped[reason] ?? 0) + 1
  const { grouping: _, ...rest } = document
  const verified = {
    ...{ ...rest, headline, lede, facts, context, perspectives, coverage, dropped },
    ...(document.differences === undefined ? {} : { differences: differences.flatMap((claim) => claim ?? []) }),
    ...(document.factTable === undefined ? {} : { factTable }),
    ...(grouping === undefined ? {} : { grouping }),
  }
  return { document: verified, refused }
}

/** A row names differences and perspectives by their places, which move where one of them was refused. */
function placesOf(
  { disputedBy, leftOutBy }: FactRow,
  differences: readonly (Claim | null)[],
  perspectives: readonly Perspective[],
  document: BundleDocument,
): Pick<FactRow, 'disputedBy' | 'leftOutBy'> {
  const before = disputedBy === null ? null : differences.slice(0, disputedBy).filter((one) => one !== null).length
  return {
    disputedBy: disputedBy !== null && differences[disputedBy] ? before : null,
    leftOutBy: leftOutBy.flatMap((place) => {
      const at = perspectives.findIndex(({ label, reason }) => {
        const meant = document.perspectives[place]
        return meant?.label === label && meant.reason === reason
      })
      return at < 0 ? [] : [at]
    }),
  }
}

interface Checked {
  readonly claim: Claim | null
  readonly refused: readonly Pick<Refused, 'reason' | 'text'>[]
}

/** A quoted claim keeps only the spans that bear it out, so that "rests on three articles" means three. */
function checkedClaim(claim: Claim, part: Refused['part'], within: Articles, known: Known): Checked {
  const inContext = part === 'context'
  const isPast = inContext && isOfArchive(claim)
  const story = isPast ? new Map([...known.archive, ...known.story]) : known.story
  const refuse = (reason: Refusal): Checked => ({ claim: null, refused: [{ reason, text: claim.text }] })
  const reason = checkClaim(claim, inContext, within, story)
  if (reason !== null) return refuse(reason)
  if (part === 'quotations' && passagesIn(claim.text).length === 0) return refuse('no-direct-speech')
  if (isPast && !agreesWithArchive(claim, known.story, known.archive)) return refuse('archive-says-otherwise')
  if (claim.basis === 'computed') return saysWhatItCounts(claim) ? { claim, refused: [] } : refuse('not-borne-out')
  if (claim.basis !== 'quoted') return { claim, refused: [] }
  if (claim.rule === writtenRule) return isWrittenFrom(claim, part) ? { claim, refused: [] } : refuse('not-borne-out')
  const { borne, idle } = bearingOf(claim)
  const kept = { ...claim, evidence: [...borne] }
  const stillHolds = borne.length > 0 && checkClaim(kept, inContext, within, story) === null
  if (!stillHolds) return refuse('not-borne-out')
  return { claim: kept, refused: idle.map(({ quote = '' }) => ({ reason: 'span-says-something-else', text: quote })) }
}

/** What a model wrote from spans is in other words than theirs, and held to every number, name and date of theirs. */
function isWrittenFrom({ text, evidence }: Claim, part: Refused['part']): boolean {
  const quotes = evidence.flatMap(({ quote }) => quote ?? [])
  const isPart = part === 'headline' || part === 'lede' || part === 'facts' || part === 'context' || part === 'framing'
  return isPart && refusalOfMatter(text, quotes, part) === null
}

/** A blindspot is what comes out of the bundle's own base again, and nothing else. */
function isFlagged(side: RatedSide, claim: Claim, { coverage: { base } }: BundleDocument, refused: Refused[]): boolean {
  const found = base === undefined ? [] : blindSpotsOfSides(base.sides)
  const holds = found.some((one) => one.side === side && ruleOfBlindspot(one) === claim.rule)
  if (!holds) refused.push({ part: 'coverage', reason: 'not-borne-out', text: claim.text })
  return holds
}

function knownMembers(
  { members, label }: Perspective,
  known: ReadonlyMap<string, Article>,
  refused: Refused[],
): string[] {
  return members.filter((id) => {
    if (!known.has(id)) refused.push({ part: 'members', reason: 'unknown-article', text: label })
    return known.has(id)
  })
}

function safeHeadline(articles: readonly Article[]): Claim {
  const titled = articles.find((article) => article.title.trim() !== '')
  if (titled !== undefined) return quotedSpan(titled.id, titled.title.trim())
  const evidence = articles.map((article) => ({ article: article.id }))
  return computed('A story whose articles have no title.', 'title-missing', [], evidence)
}

function safeLede(articles: readonly Article[]): Claim {
  for (const article of articles) {
    const line = article.text.split('\n').find((one) => one.trim() !== '')
    if (line !== undefined) return quotedSpan(article.id, line.trim())
  }
  return safeHeadline(articles)
}
