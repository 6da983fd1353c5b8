import type { Word, Words } from './words.ts'

/** One word or number as it stands, and whether a sentence, quotation or line begins with it. */
export interface Token {
  readonly word: Word
  readonly startsSentence: boolean
  /** What stands between the token before and this one is a single space or a hyphen. */
  readonly touches: boolean
}

const titleOfPerson = /^(?:mr|mrs|ms|dr|gov|sen|rep|st|gen|lt|col|sgt|capt|rev|hon|prof|jr|sr)$/i

/** Longer texts say nothing more about their event: the cap keeps hostile ones cheap. In UTF-16 units. */
const readsAtMost = 12_000

/**
 * Text → its words and numbers in order, of the first `readsAtMost` characters. Dotted initials (U.S.) and numbers with
 * separators (11.5, 1,200) are one token; apostrophes and hyphens are not part of one.
 */
export function tokensOf(text: string, words: Words): Token[] {
  const read = text.slice(0, readsAtMost)
  const tokens: Token[] = []
  let before: Word | null = null
  let end = 0
  let breaks = false
  for (let at = 0; at < read.length; ) {
    const kind = kindAt(read, at)
    if ((kind & inWord) === 0) {
      breaks ||= (kind & breaksSentence) !== 0
      at += widthAt(read, at)
      continue
    }
    const start = at
    at = tokenEnd(read, start, kind)
    const word = words.get(read.slice(start, at))
    const startsSentence: boolean = before === null || (breaks && !abbreviates(before, read, end, start))
    tokens.push({ word, startsSentence, touches: start === end + 1 && isTouch(read.charCodeAt(end)) })
    before = word
    end = at
    breaks = false
  }
  return tokens
}

const dot = 0x2e
const comma = 0x2c
const space = 0x20
const hyphen = 0x2d

const isTouch = (unit: number) => unit === space || unit === hyphen

function abbreviates({ text }: Word, read: string, end: number, start: number): boolean {
  if (start !== end + 2 || read.charCodeAt(end) !== dot || read.charCodeAt(end + 1) !== space) return false
  return text.length === 1 || titleOfPerson.test(text)
}

function tokenEnd(read: string, start: number, kind: number): number {
  if ((kind & isDigit) !== 0) return numberEnd(read, start)
  const initials = (kind & isUpper) === 0 ? start : initialsEnd(read, start)
  return initials > start ? initials : wordEnd(read, start)
}

function wordEnd(read: string, start: number): number {
  let at = start
  while (at < read.length && (kindAt(read, at) & inWord) !== 0) at += widthAt(read, at)
  return at
}

function numberEnd(read: string, start: number): number {
  let at = digitsEnd(read, start)
  while (read.charCodeAt(at) === dot || read.charCodeAt(at) === comma) {
    const next = digitsEnd(read, at + 1)
    if (next === at + 1) break
    at = next
  }
  return at
}

function digitsEnd(read: string, start: number): number {
  let at = start
  while (at < read.length && (kindAt(read, at) & isDigit) !== 0) at += 1
  return at
}

/** The end of two or more dotted capitals, `start` where there are none. */
function initialsEnd(read: string, start: number): number {
  let at = start
  let initials = 0
  while (at < read.length && (kindAt(read, at) & isUpper) !== 0) {
    const after = at + widthAt(read, at)
    if (read.charCodeAt(after) !== dot) break
    at = after + 1
    initials += 1
  }
  return initials < 2 ? start : at
}

// Kinds of characters as bits. Unicode's classes are asked once for each character of the basic plane.
const inWord = 1
const isUpper = 2
const isDigit = 4
const breaksSentence = 8
const isKnown = 16

const kinds = new Uint8Array(0x10000)
const patterns = [
  [inWord, /[\p{L}\p{M}\p{N}_]/u],
  [isUpper, /\p{Lu}/u],
  [isDigit, /\d/],
  [breaksSentence, /[.!?:;…"“”‘«»•|。！？\n]/u],
] as const

function kindAt(read: string, at: number): number {
  return kinds[read.charCodeAt(at)] || kindOf(read.codePointAt(at) ?? 0)
}

function kindOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  const kind = patterns.reduce((bits, [bit, pattern]) => (pattern.test(character) ? bits | bit : bits), isKnown)
  // Half of a pair says nothing about the pair.
  if (codePoint < 0xd800 || (codePoint > 0xdfff && codePoint <= 0xffff)) kinds[codePoint] = kind
  return kind
}

/** UTF-16 units of the character: two for a pair of surrogates. */
function widthAt(read: string, at: number): 1 | 2 {
  const unit = read.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff && (read.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
