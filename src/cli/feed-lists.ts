import { createReadStream } from 'node:fs'
import { generateOpml, parseOpml } from 'feedsmith'
import { readCsv } from '../source/csv.ts'
import type { ListedFeed } from '../source/from-listed.ts'
import type { Source } from '../source/source.ts'
import { UserError } from './fail.ts'

/** The columns of a list of feeds as CSV, one feed a row; all but `feed` may be missing or empty. */
export const listColumns = [
  ...(['feed', 'section', 'unverified', 'id', 'name', 'home', 'country', 'languages'] as const),
  ...(['kind', 'reach', 'owner', 'ownership'] as const),
] as const
type Column = (typeof listColumns)[number]

const attributes = listColumns.filter((column) => column !== 'feed' && column !== 'name' && column !== 'home')

/** The sources as OPML 2.0: an outline an outlet, its feeds within. What OPML has no word for are attributes by our own names. */
export function opmlOf(sources: readonly Source[]): string {
  const outlines = sources.map((source) => {
    const { name, home, id, country, languages, kind, reach, owner, ownership } = source
    return {
      ...{ text: name, htmlUrl: home, id, country, languages: languages.join(' '), kind, reach, owner, ownership },
      outlines: source.feeds.map(({ url, section, unverified }) => ({
        ...{ text: section ?? name, type: 'rss', xmlUrl: url, htmlUrl: home },
        ...(section === undefined ? {} : { section }),
        ...(unverified === undefined ? {} : { unverified: 'true' }),
      })),
    }
  })
  const document = { head: { title: 'Parallax sources' }, body: { outlines } }
  return generateOpml(document, { extraOutlineAttributes: attributes })
}

interface Outline {
  readonly text?: string
  readonly title?: string
  readonly xmlUrl?: string
  readonly htmlUrl?: string
  readonly language?: string
  readonly outlines?: readonly Outline[]
  readonly [attribute: string]: unknown
}

/** The feeds of an OPML document, whatever folders they stand in. @throws UserError where it is none. */
export function feedsOfOpml(text: string, file: string): ListedFeed[] {
  try {
    const parsed = parseOpml(text, { extraOutlineAttributes: attributes })
    return (parsed.body?.outlines ?? []).flatMap((outline) => feedsUnder(outline as Outline, null))
  } catch (error) {
    throw new UserError(`${file} is no OPML: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function feedsUnder(outline: Outline, outlet: Outline | null): ListedFeed[] {
  const own = outline.xmlUrl === undefined ? [] : [listedIn(outline, outlet)]
  // An outline that says whose page it is is an outlet; others are folders.
  const within = outline.htmlUrl !== undefined && outline.xmlUrl === undefined ? outline : outlet
  return [...own, ...(outline.outlines ?? []).flatMap((inner) => feedsUnder(inner, within))]
}

function listedIn(outline: Outline, outlet: Outline | null): ListedFeed {
  const said = (key: string) => textIn(outline, key) ?? (outlet === null ? undefined : textIn(outlet, key))
  const name = outlet === null ? (textIn(outline, 'title') ?? textIn(outline, 'text')) : textIn(outlet, 'text')
  return {
    ...Object.fromEntries(attributes.map((key) => [key, said(key)])),
    ...{ feed: outline.xmlUrl ?? '', place: `outline “${outline.text ?? outline.title ?? ''}”`, name },
    ...{ home: said('htmlUrl'), languages: said('languages') ?? said('language'), section: textIn(outline, 'section') },
  }
}

const textIn = (outline: Outline, key: string): string | undefined => {
  const value = outline[key]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** The sources as CSV, one feed a row. */
export function csvOf(sources: readonly Source[]): string {
  const rows = sources.flatMap(({ feeds, languages, ...source }) =>
    feeds.map((feed): Record<Column, string> => {
      const { id, name, home, country, kind, reach, owner, ownership } = source
      return {
        ...{ feed: feed.url, section: feed.section ?? '', unverified: feed.unverified ? 'true' : '', id, name, home },
        ...{ country, languages: languages.join(' '), kind, reach, owner, ownership },
      }
    }),
  )
  const lines = [listColumns.join(','), ...rows.map((row) => listColumns.map((column) => cell(row[column])).join(','))]
  return lines.map((line) => `${line}\r\n`).join('')
}

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The feeds of a CSV file. @throws UserError where a column is missing or a row can't be read. */
export async function feedsOfCsv(file: string): Promise<ListedFeed[]> {
  const stream = createReadStream(file, 'utf8')
  let columns: (string | undefined)[] | null = null
  const feeds: ListedFeed[] = []
  for await (const row of readCsv(stream, ',')) {
    if (row.kind === 'broken') throw new UserError(`${file}:${row.line}:${row.column}: ${row.message}`)
    const texts = row.cells.map(({ text }) => text)
    if (columns === null) columns = columnsOf(texts, file)
    else if (texts.some((text) => text.trim() !== '')) {
      const named = Object.fromEntries(columns.map((column, at) => [column ?? '', texts[at]]))
      feeds.push({ ...named, feed: named['feed'] ?? '', place: `line ${row.line}` })
    }
  }
  if (columns === null)
    throw new UserError(`${file} is empty: its first line names the columns ${listColumns.join(', ')}`)
  return feeds
}

function columnsOf(texts: readonly string[], file: string): string[] {
  const columns = texts.map((text) =>
    text
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  )
  if (!columns.includes('feed'))
    throw new UserError(
      `${file}:1: no column “feed”: name the column that holds addresses of feeds so; others are ${listColumns.slice(1).join(', ')}`,
    )
  return columns
}
