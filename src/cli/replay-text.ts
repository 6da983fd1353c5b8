import type { ReplayCounts, ReplayedPage } from '../../pipelines/replay.ts'
import {
  type ArticleField,
  type ArticleValues,
  ownWords,
  type TextPiece,
  textDifference,
} from '../article/difference.ts'
import { printable } from './printable.ts'

const nothing: ArticleValues = { title: '', authors: [], publishedAt: null, lang: null, section: null, text: '' }

/** What extracting a page again would change, for people: null where that is nothing. */
export function replayText(replayed: ReplayedPage, colours: boolean): string | null {
  const { page, outcome, optOuts, stored } = replayed
  if (outcome.kind === 'unchanged' && optOuts.length === 0) return null
  const mark = colours ? inverted : plainly
  const fate = stored === 'nothing' ? '' : ` [${stored}]`
  const lines = [`${page.id}  ${printable(page.canonicalUrl)}`, `  ${headline(outcome)}${fate}`]
  if (optOuts.length > 0) lines.push(`  + opt-outs     ${optOuts.join(', ')}`)
  if (outcome.kind === 'changed') lines.push(...fieldLines(outcome.fields, outcome, mark))
  if (outcome.kind === 'newly-accepted')
    lines.push(...fieldLines(saidOf(outcome.after), { before: nothing, after: outcome.after }, mark))
  return lines.map((line) => (colours ? coloured(line) : line)).join('\n')
}

/** A difference for programs: each field that changed with its two values, the text as pieces. */
export function replayLine({ page, outcome, optOuts, stored }: ReplayedPage) {
  const { id: article, canonicalUrl: url, sourceId: source, fetchedAt } = page
  const place = { article, url, source, fetchedAt, kind: outcome.kind, optOuts, stored }
  switch (outcome.kind) {
    case 'changed':
      return { ...place, changes: changesOf(outcome.fields, outcome.before, outcome.after) }
    case 'newly-accepted':
      return { ...place, was: outcome.was, changes: changesOf(saidOf(outcome.after), nothing, outcome.after) }
    case 'newly-rejected':
      return { ...place, reason: outcome.reason }
    case 'rejected-otherwise':
      return { ...place, was: outcome.was, reason: outcome.reason }
    case 'unchanged':
    case 'outdated':
    case 'unreadable':
      return place
  }
}

/** The counts in a few lines. */
export function countsText(counts: ReplayCounts, applied: boolean): string {
  const { stored } = counts
  const lines = [
    `${counts.pages} kept pages: ${counts.unchanged} unchanged, ${counts.unreadable} unreadable, ${counts.outdated} outdated`,
    `changed              ${counts.changed}${listed(counts.fields)}`,
    `newly accepted       ${counts['newly-accepted']}`,
    `newly rejected       ${counts['newly-rejected']}${listed(counts.reasons)}`,
    `rejected otherwise   ${counts['rejected-otherwise']}`,
    `opt-outs not on record${listed(counts.optOuts) || ' 0'}`,
  ]
  const fate = `${stored.applied} stored, ${stored.overtaken} overtaken by another process, ${stored.duplicate} found to be duplicates`
  return [...lines, applied ? fate : 'Nothing was written: --apply stores it.'].join('\n')
}

const listed = (counts: Readonly<Record<string, number>>) => {
  const parts = Object.entries(counts).map(([name, count]) => `${name} ${count}`)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

function headline(outcome: ReplayedPage['outcome']): string {
  switch (outcome.kind) {
    case 'changed':
      return `changed: ${outcome.fields.join(', ')}`
    case 'newly-accepted':
      return `newly accepted, was ${printable(outcome.was)}`
    case 'newly-rejected':
      return `newly rejected: ${outcome.reason} (stays an article)`
    case 'rejected-otherwise':
      return `rejected otherwise: ${outcome.reason}, was ${printable(outcome.was)}`
    case 'unchanged':
      return 'unchanged'
    case 'outdated':
      return 'outdated: the article was corrected since from a page that is not kept'
    case 'unreadable':
      return 'unreadable: the kept copy is damaged'
  }
}

const saidOf = (values: ArticleValues) =>
  (['title', 'authors', 'publishedAt', 'lang', 'section', 'text'] as const).filter(
    (field) => shown(values, field) !== '',
  )

function changesOf(fields: readonly ArticleField[], before: ArticleValues, after: ArticleValues) {
  return Object.fromEntries(
    fields.map((field) => [
      field,
      field === 'text' ? textDifference(before.text, after.text) : { before: before[field], after: after[field] },
    ]),
  )
}

type Mark = (words: string) => string

interface Versions {
  readonly before: ArticleValues
  readonly after: ArticleValues
}

function fieldLines(fields: readonly ArticleField[], { before, after }: Versions, mark: Mark): string[] {
  return fields.flatMap((field) => {
    if (field === 'text') return textLines(textDifference(before.text, after.text), mark)
    const [old, young] = [shown(before, field), shown(after, field)]
    return [
      ...(old === '' ? [] : [`  - ${field.padEnd(13)}${old}`]),
      ...(young === '' ? [] : [`  + ${field.padEnd(13)}${young}`]),
    ]
  })
}

function textLines(pieces: readonly TextPiece[], mark: Mark): string[] {
  return pieces.flatMap(({ kind, paragraphs }, at) => {
    if (kind === 'same') return [`    … ${paragraphs.length} paragraph${paragraphs.length === 1 ? '' : 's'} unchanged`]
    const sign = kind === 'added' ? '+' : '-'
    const others = pieces[kind === 'added' ? at - 1 : at + 1]
    // As many in the place of as many: each is probably a new wording of its counterpart.
    const isReworded = others?.kind !== 'same' && others?.paragraphs.length === paragraphs.length
    const lines = paragraphs.map((paragraph, n) => [paragraph, isReworded ? others.paragraphs[n] : undefined] as const)
    return lines.filter(([paragraph]) => paragraph !== '').map((line) => `  ${sign} ${paragraphLine(...line, mark)}`)
  })
}

function paragraphLine(paragraph: string, counterpart: string | undefined, mark: Mark): string {
  if (counterpart === undefined) return printable(paragraph)
  const parts = ownWords(paragraph, counterpart)
  return parts.map(({ text, isOwn }) => (isOwn ? mark(printable(text)) : printable(text))).join('')
}

function shown(values: ArticleValues, field: ArticleField): string {
  const value = values[field]
  if (value instanceof Date) return value.toISOString()
  return printable(typeof value === 'string' ? value : (value?.join('; ') ?? ''))
}

const [green, red, dim, plain] = ['\u001b[32m', '\u001b[31m', '\u001b[2m', '\u001b[0m']

const plainly: Mark = (words) => words
const inverted: Mark = (words) => `\u001b[7m${words}\u001b[27m`

function coloured(line: string): string {
  if (line.startsWith('  + ')) return `${green}${line}${plain}`
  if (line.startsWith('  - ')) return `${red}${line}${plain}`
  return line.startsWith('    … ') ? `${dim}${line}${plain}` : line
}
