import type { Article } from '../article/article.ts'
import { outletName } from '../article/outlet-name.ts'
import { namesIn } from '../fact/names.ts'
import { sentencesOf } from '../fact/sentences.ts'
import { passagesIn } from '../fact/speech.ts'
import { flawsOf } from '../fact/standing.ts'
import { computed, readable } from './claims.ts'
import { dayInWords, daysBefore } from './days.ts'
import type { Claim, Evidence } from './document.ts'

/** An earlier story of the archive that this one continues, with what its bundle says of it. */
export interface EarlierChapter {
  readonly story: string
  /** The id of its bundle, where readers can read it. */
  readonly bundle: string | null
  readonly headline: string
  readonly began: Date
  readonly ended: Date
  /** Spans of its articles with which its bundle opens, the first the best. */
  readonly opening: readonly Evidence[]
  /** Oldest first. */
  readonly articles: readonly Article[]
}

/** A story's chapters before it are told by so many at most: the nearest, and the one with which it began. */
const mostTold = 3
const longestQuote = 260

/** What the archive says of a story's earlier chapters: a sentence of each with its date, the oldest first. `chapters` are nearest first. */
export function chapterClaims(chapters: readonly EarlierChapter[], began: Date | null): Claim[] {
  const first = chapters.at(-1)
  const told =
    chapters.length <= mostTold || first === undefined ? chapters : [...chapters.slice(0, mostTold - 1), first]
  return told.toReversed().flatMap((chapter) => chapterClaim(chapter, began) ?? [])
}

function chapterClaim(chapter: EarlierChapter, began: Date | null): Claim | null {
  const told = openingOf(chapter)
  const at = told?.article.publishedAt ?? null
  if (told === null || at === null) return null
  const before = began === null ? '' : daysBefore(at, began)
  const when = `On ${dayInWords(at)}${before === '' ? '' : `, ${before}`}`
  const text = `${when}, ${outletName(told.article.source)} reported: “${readable(told.quote)}”`
  const evidence = [{ article: told.article.id, quote: told.quote }]
  return computed(text, 'earlier-chapter', [at.toISOString().slice(0, 10)], evidence)
}

interface Opening {
  readonly article: Article
  readonly quote: string
}

/** The beginning of a report: what stands further down tells of what was before. */
const beginning = 350

/** The first span that stands at the beginning of its article still and is understood alone; else the first title. */
function openingOf({ opening, articles }: EarlierChapter): Opening | null {
  const byId = new Map(articles.map((article): [string, Article] => [article.id, article]))
  for (const { article: id, quote } of opening) {
    const article = byId.get(id)
    if (article !== undefined && quote !== undefined && opens(quote, article) && isShown(quote))
      return { article, quote }
  }
  const titled = articles.find((article) => article.publishedAt !== null && isShown(article.title))
  return titled === undefined ? null : { article: titled, quote: titled.title }
}

function opens(quote: string, article: Article): boolean {
  if (article.title === quote) return true
  const at = article.text.indexOf(quote)
  const [sentence] = sentencesOf(quote)
  return at >= 0 && at <= beginning && sentence !== undefined && flawsOf(sentence, namesIn(quote)).length === 0
}

/** A quotation inside would end the one around it. */
export const isShown = (quote: string) =>
  !/[“”"]/.test(quote) && quote.length <= longestQuote && passagesIn(`“${readable(quote)}”`).length === 1
