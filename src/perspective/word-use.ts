import type { ArticleId } from '../article/article.ts'
import { loadedWords } from '../fact/loaded-words.ts'
import { stopWords } from '../fact/ordinary-words.ts'
import { outsideStatements, type Reading } from '../fact/readings.ts'
import { withoutQuotations } from '../fact/standing.ts'
import { termOf, wordsOf } from '../fact/stems.ts'
import { ordinaryWords } from '../story/ordinary-words.ts'

/** A word, and the articles in which it stands in any of its forms. */
export interface WordUse {
  /** The form that the group writes most often. */
  readonly word: string
  readonly members: readonly ArticleId[]
  readonly others: readonly ArticleId[]
  /** How often the members write it in their own words. */
  readonly times: number
  /** Log-odds against the others in standard errors; names are compared otherwise and have 0. */
  readonly z: number
}

/** How often each stem stands in an article: all of it, and only in the outlet's own words. */
export interface Vocabulary {
  readonly article: ArticleId
  readonly all: ReadonlySet<string>
  readonly own: ReadonlyMap<string, number>
  readonly ownTotal: number
  readonly forms: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** The words of an article's title and sentences in order, without what stands between quotation marks. */
export function writtenWords({ article, statements }: Reading): readonly string[] {
  const written = statements.filter(({ flaws }) => !flaws.includes('page-furniture'))
  return wordsOf(withoutQuotations([`${article.title}.`, ...written.map(({ sentence }) => sentence.text)].join('\n')))
}

/** `written` are the article's own words, see `writtenWords`. */
export function vocabularyOf(reading: Reading, written: readonly string[]): Vocabulary {
  const { article, statements } = reading
  const names = new Set(statements.flatMap(({ mentions }) => mentions.names.flatMap(({ words }) => words.map(lower))))
  const own = new Map<string, number>()
  const forms = new Map<string, Map<string, number>>()
  for (const [word, count] of countsOf(written)) {
    if (names.has(word) || !mayBeOwn(word)) continue
    const term = termOf(word)
    own.set(term, (own.get(term) ?? 0) + count)
    forms.set(term, (forms.get(term) ?? new Map<string, number>()).set(word, count))
  }
  const ownTotal = [...own.values()].reduce((sum, count) => sum + count, 0)
  return { article: article.id, all: new Set([...partsOfWords(reading)].map(termOf)), own, ownTotal, forms }
}

/** All words of an article, those with a hyphen taken apart. */
function partsOfWords(reading: Reading): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { mentions } of reading.statements) for (const word of mentions.words) words.add(word)
  for (const word of wordsOf(outsideStatements(reading))) words.add(word)
  const hyphenated = [...words].filter((word) => word.includes('-'))
  for (const word of hyphenated) words.delete(word)
  for (const part of wordsOf(hyphenated.join(' ').replaceAll('-', ' '))) words.add(part)
  return words
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function mayBeOwn(word: string): boolean {
  return word.length > 3 && !stopWords.has(word) && /^\p{L}+$/u.test(word) && !whereabouts.test(word)
}

const whereabouts =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$|^(?:north|south|east|west)(?:ern|east|west)?$|^(?:hours?|minutes?|feet|miles?|kilomet|dollars?|pounds?|shillings?|euros?)/

const lower = (word: string) => word.toLowerCase()

/** Words that stand in this share of all news say nothing of one outlet, unless they judge. */
const ordinary = 0.025

/**
 * Words that the members write and the others hardly do, by log-odds with the whole story as prior (Monroe et al.
 * 2008, simple form). A word must stand in half of the members, or thrice in the only one (twice if it judges), and in a fifth of the others
 * at most.
 */
export function ownWordsOf(members: readonly Vocabulary[], others: readonly Vocabulary[]): readonly WordUse[] {
  if (others.length === 0) return []
  const inside = counts(members)
  const outside = counts(others)
  const scored = [...inside.by].flatMap(([stem, count]) => {
    // Most words of a story end here, before every article is asked for them.
    if (count < 2 || (members.length > 1 && count * 2 < members.length)) return []
    const using = members.filter((one) => one.own.has(stem))
    const often = count >= 3 || (count >= 2 && using.some((one) => isLoaded(stem, one)))
    const enough = members.length === 1 ? often : using.length >= 2 && using.length * 2 >= members.length
    if (!enough) return []
    const elsewhere = others.filter((one) => one.all.has(stem))
    if (elsewhere.length * 5 > others.length) return []
    const word = commonForm(stem, using)
    if ((ordinaryWords.get(stem) ?? 0) > ordinary && !loadedWords.has(word)) return []
    const score = logOdds(count, inside.total, outside.by.get(stem) ?? 0, outside.total)
    return [
      {
        use: { word, members: ids(using), others: ids(elsewhere), times: count, z: score },
        score: score + (loadedWords.has(word) ? 1 : 0),
      },
    ]
  })
  return scored.sort((a, b) => b.score - a.score || (a.use.word < b.use.word ? -1 : 1)).map(({ use }) => use)
}

function isLoaded(stem: string, { forms }: Vocabulary): boolean {
  return [...(forms.get(stem)?.keys() ?? [])].some((form) => loadedWords.has(form))
}

/** Log-odds of a word inside against outside, in standard deviations; the prior is the word's count in the story. */
export function logOdds(inside: number, insideTotal: number, outside: number, outsideTotal: number): number {
  const prior = inside + outside
  const priorTotal = insideTotal + outsideTotal
  const one = Math.log((inside + prior) / (insideTotal + priorTotal - inside - prior))
  const other = Math.log((outside + prior) / (outsideTotal + priorTotal - outside - prior))
  return (one - other) / Math.sqrt(1 / (inside + prior) + 1 / (outside + prior))
}

function counts(vocabularies: readonly Vocabulary[]): { by: ReadonlyMap<string, number>; total: number } {
  const by = new Map<string, number>()
  for (const one of vocabularies) for (const [stem, count] of one.own) by.set(stem, (by.get(stem) ?? 0) + count)
  return { by, total: vocabularies.reduce((sum, one) => sum + one.ownTotal, 0) }
}

function commonForm(stem: string, using: readonly Vocabulary[]): string {
  const forms = new Map<string, number>()
  for (const one of using) {
    for (const [form, count] of one.forms.get(stem) ?? []) forms.set(form, (forms.get(form) ?? 0) + count)
  }
  return [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? stem
}

const ids = (vocabularies: readonly Vocabulary[]) => vocabularies.map((one) => one.article)
