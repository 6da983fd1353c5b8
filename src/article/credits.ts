import { agenciesIn } from './agencies.ts'
import { type Found, firstFound } from './found.ts'
import type { Head } from './head.ts'
import { asList, isObject } from './json-ld.ts'
import { unescapeLine } from './plain-text.ts'
import { folded, siteNames } from './site-names.ts'

/** A dateline with its agency: "PORT CALDER, March 10 (Meridian Wire) -", "WASHINGTON (AP) —". */
const dateline = /^[^()]{0,80}\(([^()]{2,40})\)\s*[-–—]/u
/** The same in scripts and habits that set no dash: "(서울=연합뉴스)", "【ロンドン共同】", "新华社北京3月10日电". */
const otherDatelines = [
  /^.{0,80}?[(（]([^()（）]{2,40})[)）]/u,
  /^[【[［][^】\]］]{0,20}?(共同|時事|ロイター|AFP(?:=時事)?)[】\]］]/u,
  /^(新华社|新華社)/u,
]
/** What an agency that we do not know is called. */
const namesAgency = /\b(?:wire|news|press|agency|agentur|presse|agence|agencia|agenzia)\b/iu
const opening = 200
const maxNames = 30
/** A line that is a credit and nothing else: "Source: Reuters", "With AFP and AP", "(dpa)". A bare "AP" is mostly a picture's. */
const creditLine =
  /^[\s—–-]*(?:\(|(?:sources?|quellen?|fuentes?|fontes?|fonte|bron|kilde|källa|źródło|zdroj|kaynak|источник)\s*:|(?:with|mit(?: material von)?|avec|con)\s)\s*([^()]{2,60})\)?$/iu
/** In UTF-16 units: the notes below a report. */
const closing = 800
/** "The Associated Press contributed to this report", "Copyright 2018 The Associated Press. All rights reserved". */
const note =
  /([^.\n]{2,200}?)\s(?:also )?contributed (?:to|reporting)\b|(?:©|\bcopyright\b)[\s©\d,-]{0,12}(?:by )?([^.,\n]{2,40})/giu
/** The note begins with any words: where none of those that it must have stands, it is not looked for at each of them. */
const mayHaveNote = /contributed|©|copyright/i
/** So ends what Reuters wrote. */
const reutersEnd = /\breporting by [^\n;]{2,200}; ?(?:additional reporting|writing|editing) by\b/i
/** "… the ministry said. (dpa)", "… said the ministry (Reuters)". */
const endOfText = /[(（[]([^()（）[\]]{2,40})[)）\]][\s.]*$/u

/**
 * The agencies that a text by itself credits, in lower case: in its dateline, in brackets at its end, or in the notes below
 * it on who helped, who wrote and edited it and whose right it is. Known ones by their short names.
 */
export function creditedAgencies(text: string): ReadonlySet<string> {
  const end = text.slice(-closing)
  const notes = (mayHaveNote.test(end) ? [...end.matchAll(note)] : []).map((match) => match[1] ?? match[2] ?? '')
  const last = endOfText.exec(text.slice(-opening))?.[1] ?? ''
  const inNotes = [last, ...notes].flatMap(agenciesIn)
  const named = dateline.exec(text.slice(0, opening))?.[1]?.trim() ?? ''
  const first = agenciesIn(named)[0] ?? fromDateline(text) ?? named
  const all = [first, ...inNotes, ...(reutersEnd.test(end) ? ['Reuters'] : [])]
  return new Set(all.filter((name) => name !== '').map((name) => name.toLowerCase()))
}

/**
 * The agency that is credited with a text, by its short name where it is a known one: among the authors, by the page's
 * JSON-LD, in the dateline, or at the end. The outlet itself is none. Credits of pictures do not count.
 */
export function wireOf(head: Head, authors: Found<readonly string[]> | null, text: string): Found<string> | null {
  const sites = siteNames(head)
  const other = (names: readonly (string | null)[]) =>
    names.find((name) => name !== null && name !== '' && !sites.has(folded(name))) ?? null
  const declared = ['sourceOrganization', 'creditText', 'provider', 'author', 'creator'].flatMap((property) =>
    namesIn(head.article?.[property]),
  )
  return firstFound(
    ['json-ld', () => other(declared.flatMap(agenciesIn))],
    [authors?.origin ?? 'meta', () => other((authors?.value ?? []).flatMap(agenciesIn))],
    ['text', () => other([fromDateline(text)])],
    ['text', () => other(agenciesIn(endOfText.exec(text.slice(-opening))?.[1] ?? ''))],
    ['text', () => other(head.lines.flatMap((line) => agenciesIn(creditLine.exec(line)?.[1] ?? '')))],
  )
}

function namesIn(value: unknown): string[] {
  const names = asList(value).map((one) => (isObject(one) ? one['name'] : one))
  const strings = names.filter((name) => typeof name === 'string').slice(0, maxNames)
  return strings.map((name) => unescapeLine(name.slice(0, 200)))
}

function fromDateline(text: string): string | null {
  const start = text.slice(0, opening).split('\n', 1)[0] ?? ''
  const named = dateline.exec(start)?.[1]?.trim()
  if (named !== undefined && namesAgency.test(named)) return agenciesIn(named)[0] ?? named
  const names = [named ?? '', ...otherDatelines.map((shape) => shape.exec(start)?.[1]?.split('=').at(-1) ?? '')]
  return names.flatMap(agenciesIn)[0] ?? null
}
