import type { PageCase } from './cases.ts'

/** What a contender made of a page; null where it made nothing of it. */
export interface Read {
  readonly title: string | null
  readonly authors: readonly string[]
  /** ISO 8601. */
  readonly published: string | null
  readonly text: string
}

/** One page's figures; null where its case does not tell. */
export interface PageScore {
  readonly f1: number
  readonly precision: number
  readonly recall: number
  readonly lost: boolean
  readonly title: boolean | null
  readonly authors: boolean | null
  readonly published: boolean | null
}

/** Nothing, or less than a quarter of what the page says. */
const lostBelow = 0.25

export function scoreOf(expected: PageCase, read: Read | null): PageScore {
  const text = expected.paragraphs.join('\n\n')
  const body = overlapOf(text, read?.text ?? '')
  return {
    ...body,
    lost: read === null || read.text.length < lostBelow * text.length,
    title: expected.title === null ? null : plain(expected.title) === plain(read?.title ?? ''),
    authors: expected.authors === null ? null : isSameSet(expected.authors, read?.authors ?? []),
    published: expected.published === null ? null : isSameMinute(expected.published, read?.published ?? null),
  }
}

/**
 * Precision, recall and F1 over the multisets of runs of four words, letter case and punctuation aside, as the public
 * article-extraction-benchmark counts them; of four characters where the script has no spaces.
 */
export function overlapOf(expected: string, found: string): Pick<PageScore, 'f1' | 'precision' | 'recall'> {
  const tokensOf = hasNoSpaces(expected) ? characters : words
  const [wanted, got] = [runsOf(tokensOf(expected)), runsOf(tokensOf(found))]
  let shared = 0
  for (const [run, count] of wanted) shared += Math.min(count, got.get(run) ?? 0)
  const precision = shared / Math.max(1, sizeOf(got))
  const recall = shared / Math.max(1, sizeOf(wanted))
  return { precision, recall, f1: shared === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu

/** Whether most letters of a text are of a script that sets no spaces between words. */
export const hasNoSpaces = (text: string): boolean =>
  (text.match(unspaced)?.length ?? 0) > 0.5 * (text.match(/\p{L}/gu)?.length ?? 0)

/** Soft hyphens and zero-width blanks say how to break a line, and nothing that is read. */
const visible = (text: string) => text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
const words = (text: string): string[] =>
  visible(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
const characters = (text: string): string[] =>
  visible(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]/gu) ?? []

/** A text of fewer than four tokens is one run. */
function runsOf(tokens: readonly string[]): Map<string, number> {
  const runs = new Map<string, number>()
  for (let at = 0; at === 0 || at + 4 <= tokens.length; at += 1) {
    const run = tokens.slice(at, at + 4).join(' ')
    if (run !== '') runs.set(run, (runs.get(run) ?? 0) + 1)
  }
  return runs
}

const sizeOf = (runs: ReadonlyMap<string, number>) => [...runs.values()].reduce((sum, count) => sum + count, 0)

const plain = (text: string) => visible(text).normalize('NFC').replace(/\s+/g, ' ').trim()

function isSameSet(expected: readonly string[], found: readonly string[]): boolean {
  const [wanted, got] = [new Set(expected.map(plain)), new Set(found.map(plain))]
  return wanted.size === got.size && [...wanted].every((name) => got.has(name))
}

function isSameMinute(expected: string, found: string | null): boolean {
  if (found === null) return false
  const minute = (written: string) => Math.floor(new Date(written.replace(' ', 'T')).getTime() / 60_000)
  return minute(expected) === minute(found)
}
