import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { listEntries } from './edit-catalogue.ts'
import type { KeptFeed, KeptRating, KeptSource } from './kept-source.ts'
import { inFlow, ratingText, type SharedWords, scalar, shortRatings } from './render-source.ts'
import type { ItemsADay, Rating, Source } from './source.ts'
import { wordsOf } from './source-difference.ts'

export interface OverlayText {
  readonly text: string
  /** Sources that were changed. */
  readonly changed: readonly string[]
  /** What could not be written, for people. */
  readonly left: readonly string[]
}

/** A piece of an entry's text to be put in place of another. */
interface Splice {
  readonly from: number
  readonly to: number
  readonly put: string
}

/**
 * Writes what is laid over the file into its text: imported and accepted ratings, adopted addresses, pauses, and what was learned of
 * items a day where the file states none. Every other byte stays as it is; the file goes before what was learned.
 * @param raters what the file's own `raters` have in common, by short name; null where the file knows no short form.
 */
export function overlayText(
  text: string,
  declared: readonly Source[],
  kept: readonly KeptSource[],
  raters: Readonly<Record<string, SharedWords>> | null,
): OverlayText {
  const entries = listEntries(text)
  if (entries === null) return { text, changed: [], left: ['the sources are no list of one block each'] }
  const inFile = new Map(declared.map((source) => [String(source.id), source]))
  const inDatabase = new Map(kept.map((source) => [String(source.id), source]))
  const addresses = new Set(declared.flatMap((source) => source.feeds.map(({ url }) => url)))
  const fresh = raters === null ? [] : freshRaters(declared, kept, raters)
  const about = { raters: { ...raters, ...Object.fromEntries(fresh) }, short: new Set<string>(), addresses }
  const changed: string[] = []
  const left: string[] = []
  let out = ''
  let behind = 0
  for (const { id, start, end } of entries) {
    const [file, database] = [inFile.get(id ?? ''), inDatabase.get(id ?? '')]
    if (id === null || file === undefined || database === undefined) continue
    const own = text.slice(start, end)
    const written = overlaidEntry(own, file, database, about)
    left.push(...written.left.map((why) => `${id}: ${why}`))
    if (written.text === own) continue
    changed.push(id)
    out += text.slice(behind, start) + written.text
    behind = end
  }
  const whole = out + text.slice(behind)
  const used = fresh.filter(([rater]) => about.short.has(rater))
  return { text: used.length === 0 ? whole : withRaters(whole, used), changed, left }
}

interface About {
  readonly raters: Readonly<Record<string, SharedWords>>
  /** Raters that are written in the short form. */
  readonly short: Set<string>
  /** Of all feeds in the file. */
  readonly addresses: ReadonlySet<string>
}

function overlaidEntry(text: string, file: Source, kept: KeptSource, about: About): { text: string; left: string[] } {
  const entry = entryIn(text)
  if (entry === null) return { text, left: ['its block cannot be read'] }
  const feeds = feedSplices(entry, file, kept.feeds, about.addresses)
  const opinion = opinionSplices(entry, file, kept.ratings, about)
  const splices = [
    ...ratingSplices(entry, file, kept.ratings, about),
    ...opinion.splices,
    ...feeds.splices,
    ...wordSplices(entry, file, kept),
  ]
  return { text: spliced(text, splices), left: [...opinion.left, ...feeds.left] }
}

interface EntryText {
  readonly text: string
  readonly map: YAMLMap
  /** Column of its keys, as blanks. */
  readonly indent: string
  readonly eol: string
}

/** The entry as a list of one; null where it is no map in block style. */
function entryIn(text: string): EntryText | null {
  const doc = parseDocument(text, { schema: 'core', logLevel: 'silent', lineCounter: new LineCounter() })
  const map = isSeq(doc.contents) ? doc.contents.items[0] : null
  if (!isMap(map) || map.flow === true) return null
  const first = offsetOf(map.items[0]?.key)
  if (first === null) return null
  const column = first - (text.lastIndexOf('\n', first - 1) + 1)
  return { text, map, indent: ' '.repeat(column), eol: text.includes('\r\n') ? '\r\n' : '\n' }
}

const offsetOf = (node: unknown): number | null => (node as Node | null | undefined)?.range?.[0] ?? null

function pairIn(map: YAMLMap, key: string): Pair | null {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key) ?? null
}

/** From a node's first character to its last, comments and line ends behind it left out. */
function rangeOf({ text }: EntryText, node: unknown): { from: number; to: number } | null {
  const range = (node as Node | null | undefined)?.range
  if (!range) return null
  const [from, to] = range
  return { from, to: from + text.slice(from, to).trimEnd().length }
}

/** A line of its own before the key `feeds`, which every source has. */
function lineBefore(entry: EntryText, line: string): Splice[] {
  const at = offsetOf(pairIn(entry.map, 'feeds')?.key)
  return at === null ? [] : [{ from: at, to: at, put: `${line}${entry.eol}${entry.indent}` }]
}

function ratingSplices(entry: EntryText, file: Source, kept: readonly KeptRating[], about: About): Splice[] {
  const all = overlaidRatings(file.ratings, kept, 'all')
  if (all === null) return []
  const short = renderShort(all, about)
  const put = short === null ? renderList(all, entry) : ` ${short}`
  const place = rangeOf(entry, pairIn(entry.map, 'ratings')?.value)
  if (place === null) return lineBefore(entry, `ratings:${put}`)
  // A list in block style begins on the line behind its key.
  return [{ from: entry.text.slice(0, place.from).trimEnd().length, to: place.to, put }]
}

/** Of opinion pages that the file tells apart; where it does not, nothing says which pages are meant. */
function opinionSplices(
  entry: EntryText,
  { opinion }: Source,
  kept: readonly KeptRating[],
  about: About,
): { splices: Splice[]; left: string[] } {
  const all = overlaidRatings(opinion?.ratings ?? [], kept, 'opinion')
  if (all === null) return { splices: [], left: [] }
  const map = pairIn(entry.map, 'opinion')?.value
  const place = isMap(map) ? rangeOf(entry, pairIn(map, 'ratings')?.value) : null
  if (place === null)
    return { splices: [], left: ['its opinion pages are rated, but the file does not say which they are'] }
  const from = entry.text.slice(0, place.from).trimEnd().length
  const put = renderShort(all, about) ?? `[${all.map(ratingText).join(', ')}]`
  return { splices: [{ from, to: place.to, put: ` ${put}` }], left: [] }
}

/** The file's ratings with those that are laid over them; null where none is. */
function overlaidRatings(
  file: readonly Rating[],
  kept: readonly KeptRating[],
  pages: KeptRating['pages'],
): readonly Rating[] | null {
  const inFile = new Set(file.map((rating) => wordsOf({ ...rating, pages })))
  const added = kept.filter((one) => one.origin !== 'file' && one.pages === pages && !inFile.has(wordsOf(one)))
  if (added.length === 0) return null
  const replaced = (one: Rating) =>
    added.some(({ rater, validFrom }) => rater === one.rater && validFrom === one.validFrom)
  return [...file.filter((one) => !replaced(one)), ...added]
}

/** Short where it may be; the raters that are then named are to be declared. */
function renderShort(ratings: readonly Rating[], { raters, short }: About): string | null {
  const text = shortRatings(ratings, raters)
  if (text !== null) for (const { rater } of ratings) short.add(rater)
  return text
}

const renderList = (ratings: readonly Rating[], { indent, eol }: EntryText) =>
  ratings.map((rating) => `${eol}${indent}  - ${ratingText(rating)}`).join('')

const sharedKey = ({ method, confidence, licence, validFrom }: SharedWords) =>
  JSON.stringify([method, confidence, licence, validFrom])

function feedSplices(entry: EntryText, file: Source, kept: readonly KeptFeed[], addresses: ReadonlySet<string>) {
  const splices: Splice[] = []
  const left: string[] = []
  const list = pairIn(entry.map, 'feeds')?.value
  for (const { url, adopted } of kept) {
    const declared = file.feeds.find((one) => one.url === url)
    if (adopted === null || declared === undefined || !isSeq(list)) continue
    if (addresses.has(adopted.url)) {
      left.push(`${url} is asked at ${adopted.url}, which the file declares already: remove one of them`)
      continue
    }
    const item = list.items.find((one) => (isMap(one) ? one.get('url') : isScalar(one) && one.value) === url)
    const place = rangeOf(entry, item)
    if (place === null) continue
    splices.push({ ...place, put: renderFeed(adopted.url, declared.section, isMap(item)) })
  }
  return { splices, left }
}

/** As a map where it was one. An adopted address was read: it is no guess any more. */
function renderFeed(url: string, section: string | undefined, isMapped: boolean): string {
  if (!isMapped) return scalar(url)
  return `{ url: ${inFlow(url)}${section === undefined ? '' : `, section: ${section}`} }`
}

function wordSplices(entry: EntryText, file: Source, { pause, learned }: KeptSource): Splice[] {
  return [
    ...(pause === null || file.paused !== undefined
      ? []
      : lineBefore(entry, `paused: ${scalar(pause.reason ?? `by ${pause.actor}`)}`)),
    ...(learned === null || file.itemsADay !== undefined
      ? []
      : lineBefore(entry, `itemsADay: ${renderItems(learned)}`)),
  ]
}

const renderItems = ({ least, most }: ItemsADay) => `{ least: ${least}, most: ${most} }`

function spliced(text: string, splices: readonly Splice[]): string {
  const inOrder = splices
    .map((splice, index) => ({ ...splice, index }))
    .sort((a, b) => a.from - b.from || a.index - b.index)
  let out = ''
  let behind = 0
  for (const { from, to, put } of inOrder) {
    out += text.slice(behind, from) + put
    behind = to
  }
  return out + text.slice(behind)
}

/** Raters that the file lacks, with the words that most of their ratings have in common, so that a source says only the value. */
function freshRaters(
  declared: readonly Source[],
  kept: readonly KeptSource[],
  raters: About['raters'],
): (readonly [string, SharedWords])[] {
  const ids = new Set(declared.map(({ id }) => id))
  const counted = new Map<string, Map<string, { words: SharedWords; count: number }>>()
  for (const { id, ratings } of kept) {
    if (!ids.has(id)) continue
    for (const one of ratings) {
      if (one.origin === 'file' || one.pages !== 'all' || Object.hasOwn(raters, one.rater)) continue
      const ofRater = counted.get(one.rater) ?? new Map()
      const { method, confidence, licence, validFrom } = one
      const before = ofRater.get(sharedKey(one))
      ofRater.set(sharedKey(one), {
        words: { method, confidence, licence, validFrom },
        count: (before?.count ?? 0) + 1,
      })
      counted.set(one.rater, ofRater)
    }
  }
  return [...counted].sort().flatMap(([rater, groups]) => {
    const [first] = [...groups.values()].sort((a, b) => b.count - a.count)
    return first === undefined || first.count < 2 ? [] : [[rater, first.words] as const]
  })
}

function withRaters(text: string, fresh: readonly (readonly [string, SharedWords])[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const own = /^(?:raters|"raters"|'raters')[ \t]*:[ \t]*(?:#.*)?\r?\n/m.exec(text)
  const at = own === null ? null : own.index + own[0].length
  const indent = (at === null ? undefined : /^ +/.exec(text.slice(at, at + 100))?.[0]) ?? '  '
  const block = fresh
    .map(([rater, { method, confidence, licence, validFrom }]) =>
      [
        `${indent}${scalar(rater)}:`,
        ...[`name: ${scalar(rater)}`, `method: ${scalar(method)}`, `confidence: ${confidence}`],
        ...[`licence: ${scalar(licence)}`, `validFrom: ${validFrom}`],
      ].join(`${eol}${indent}  `),
    )
    .join(eol)
  if (at !== null) return `${text.slice(0, at)}${block}${eol}${text.slice(at)}`
  const sources = /^(?:sources|"sources"|'sources')[ \t]*:/m.exec(text)?.index ?? 0
  return `${text.slice(0, sources)}raters:${eol}${block}${eol}${eol}${text.slice(sources)}`
}
