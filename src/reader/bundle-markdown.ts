import type { BundleDocument, Claim, Coverage, Perspective } from '../bundle/document.ts'
import { leaningLabels, leanings } from '../source/leaning.ts'
import { backgroundMark } from './background-mark.ts'
import { coverageSentence } from './coverage-sentence.ts'
import { whyMissing } from './missing-sides.tsx'
import { webAddress } from './outside-link.tsx'

type Listed = BundleDocument['articles'][number]

/**
 * A bundle as Markdown (CommonMark): what its page says, in the page's order, each sentence with the numbers of the articles that it
 * rests on. Everything in it comes from outside: what would be markup is escaped, and no control character stays.
 */
export function bundleMarkdown(document: BundleDocument): string {
  const listed = [...document.articles, ...(document.archive ?? [])]
  const numbers = new Map(listed.map(({ id }, at) => [id, at + 1]))
  const sentence = (claim: Claim) => `${escaped(claim.text)} ${restsOn(claim, numbers)}`.trimEnd()
  const paragraph = (claims: readonly Claim[]) => (claims.length === 0 ? [] : [claims.map(sentence).join(' ')])
  const bullets = (claims: readonly Claim[]) => claims.map((claim) => `- ${sentence(claim)}`)
  const { perspectives, coverage, grouping, differences = [], earlier = [] } = document
  const parts: (readonly string[])[] = [
    [`*${escaped(document.section)}*`],
    [`# ${escaped(document.headline.text)}`],
    [sentence(document.lede)],
    section('Focusing facts', [document.facts.map((fact, at) => `${at + 1}. ${sentence(fact)}`).join('\n')]),
    section('Accounts differ', [differences.map((claim) => `- ${sentence(claim)}${spans(claim, listed)}`).join('\n')]),
    section('Context', paragraph(document.context)),
    section('Earlier in this story', [
      earlier.map(({ headline, began }) => `- ${dayOf(began)}${escaped(headline)}`).join('\n'),
    ]),
    section('Perspectives', [
      ...(grouping === undefined ? [] : [sentence(grouping)]),
      ...perspectives.flatMap((one) => perspectiveParts(one, listed, { paragraph, bullets })),
    ]),
    section('Coverage', [
      `${coverageSentence(coverage)} ${leaningsOf(coverage)}`,
      ...coverage.missing.map((one) => `**Missing side:** ${whyMissing(one)}`),
      ...(coverage.blindspots ?? []).map(({ claim }) => `**Blindspot:** ${sentence(claim)}`),
    ]),
    section('Go deeper', [document.goDeeper.map(({ label, url }) => `- ${link(label, url)}`).join('\n')]),
    section('Articles', [listed.map((article, at) => `${at + 1}. ${articleLine(article)}`).join('\n')]),
  ]
  return `${parts.flat().join('\n\n')}\n`
}

function leaningsOf({ byLeaning }: Coverage): string {
  const some = leanings.filter((leaning) => byLeaning[leaning] > 0)
  return `Sources by leaning: ${some.map((one) => `${leaningLabels[one].toLowerCase()} ${byLeaning[one]}`).join(', ')}.`
}

/** Nothing where there is nothing to say. */
function section(title: string, paragraphs: readonly string[]): string[] {
  const said = paragraphs.filter((text) => text !== '')
  return said.length === 0 ? [] : [`## ${title}`, ...said]
}

interface Ways {
  readonly paragraph: (claims: readonly Claim[]) => string[]
  readonly bullets: (claims: readonly Claim[]) => string[]
}

function perspectiveParts(
  { label, reason, members, owners, framing, blindSpot, quotations }: Perspective,
  listed: readonly Listed[],
  { paragraph, bullets }: Ways,
): string[] {
  const outlets = new Map(listed.filter(({ id }) => members.includes(id)).map((one) => [one.source, one.leaning]))
  const named = Array.from(outlets, ([name, leaning]) => `${escaped(name)} (${leaningLabels[leaning].toLowerCase()})`)
  const single = owners === 1 ? ' · single source' : ''
  return [
    `### ${escaped(label)}`,
    `${named.join(', ')}${single}${reason === '' ? '' : `. ${escaped(reason)}`}`,
    ...paragraph(framing),
    ...(blindSpot.length === 0 ? [] : ['**Blind spot**', bullets(blindSpot).join('\n')]),
    ...(quotations.length === 0 ? [] : ['**In their words**', bullets(quotations).join('\n')]),
  ]
}

function restsOn(claim: Claim, numbers: ReadonlyMap<string, number>): string {
  const { basis, evidence } = claim
  if (basis === 'background') return `(*${backgroundMark(claim)}*)`
  const cited = [...new Set(evidence.flatMap(({ article }) => numbers.get(article) ?? []))].sort((a, b) => a - b)
  return cited.length === 0 ? '' : `(${cited.join(', ')})`
}

/** The sentences that a claim rests on, below it, each with its outlet. */
function spans({ evidence }: Claim, listed: readonly Listed[]): string {
  const sources = new Map(listed.map(({ id, source }) => [id, source]))
  return evidence
    .flatMap(({ article, quote }) =>
      quote === undefined ? [] : `\n  - ${escaped(sources.get(article) ?? '')}: “${escaped(quote)}”`,
    )
    .join('')
}

function articleLine({ title, url, source, leaning, publishedAt }: Listed): string {
  const day = publishedAt === null ? '' : `, ${escaped(publishedAt.slice(0, 10))}`
  return `${link(title, url)} – ${escaped(source)} (${leaningLabels[leaning].toLowerCase()})${day}`
}

const dayOf = (at: string | null) => (at === null ? '' : `${escaped(at.slice(0, 10))}: `)

function link(text: string, url: string | null): string {
  const address = webAddress(url)
  return address === null ? escaped(text) : `[${escaped(text)}](<${address.replace(/[<>\\]/g, encodeURIComponent)}>)`
}

/** On one line, with nothing that Markdown or a terminal takes for more than a character. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .trim()
    .replace(/[\\`*_[\]<>#|~]|&(?=[#\w])/g, '\\$&')
    .replace(/^(?:[-+=]|\d{1,9}[.)])/, (marker) => `${marker.slice(0, -1)}\\${marker.slice(-1)}`)
}
