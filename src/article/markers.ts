import type { Genre } from './extracted.ts'
import { type Found, firstFound } from './found.ts'
import { type Head, metaContent, metaContents } from './head.ts'
import { asList, isObject, type JsonObject, typesOf } from './json-ld.ts'
import { unescapeLine } from './plain-text.ts'

const opinionWords =
  'opinions?|op-?eds?|comment(?:ary|isfree)?|editorials?|columns?|columnists?|viewpoints?|letters-to-the-editor|meinung(?:en)?|(?:gast)?kommentare?|kolumnen?|leitartikel|gastbeitr(?:ag|äge)|standpunkte?|tribunes?|edito(?:riaux)?|éditos?|chroniques?|opini[oó]n(?:es)?|columnas?|tribunas?|editoriales|opini[ãa]o|colunas?|editoriais|opinion[ie]|commenti|editoriale|opinie|columns?|commentaar|meninger|kommentar(?:er)?|leder|kronikk|debatte?|ledare|kr[oö]nikor?|åsikt|holdninger|debat|mielipide|kolumnit|pääkirjoitus|publicystyka|opinie|felietony|komentarze?|názory|komentáře|yazarlar|köşe-yazıları|g[oö]r[uü]ş|opini|kolom|мнени[ея]|колонки|думки|דעות|رأي|آراء|社説|コラム|오피니언|사설|评论|观点'
const analysisWords =
  'analys[ei]s|analysen?|analyses?|an[aá]lisis|análises?|analisi|hintergrund|hintergründe|analyysi|analizy?|анализ|аналитика|explainers?|décryptages?'
const alone = (words: string) => new RegExp(`^(?:${words})$`, 'iu')
const inPath = (words: string) => new RegExp(`/(?:${words})(?:/|$)`, 'iu')
/** "Opinion: …", "Kommentar | …". */
const label = (words: string) => new RegExp(`^(?:${words})\\s*[|:–—]\\s`, 'iu')
const reads = (words: string) => ({ alone: alone(words), inPath: inPath(words), label: label(words) })
const argued: readonly (readonly [Genre, ReturnType<typeof reads>])[] = [
  ['opinion', reads(opinionWords)],
  ['analysis', reads(analysisWords)],
]

/** What a piece's own type says, where it is more than that it is an article. */
const genreOfType: Readonly<Record<string, Genre>> = {
  OpinionNewsArticle: 'opinion',
  AnalysisNewsArticle: 'analysis',
  BackgroundNewsArticle: 'analysis',
  ReportageNewsArticle: 'news',
}

/**
 * Whether a piece reports, argues or explains: by its JSON-LD type, its shelf, its address, a label in its headline,
 * and, where none of these says more, by being called a NewsArticle.
 */
export function genreOf(head: Head, title: string, section: string | null): Found<Genre> | null {
  const types = head.article === null ? [] : typesOf(head.article)
  const shelves = [section, ...asList(head.article?.['articleSection']), ...metaContents(head, 'article:section')]
  const labels = [metaContent(head, 'article:opinion') === 'true' ? 'opinion' : '', ...asList(head.article?.['genre'])]
  const path = pathOf(head)
  const titles = [title, metaContent(head, 'og:title') ?? '']
  return firstFound(
    ['json-ld', () => types.map((type) => genreOfType[type]).find((genre) => genre !== undefined) ?? null],
    ['json-ld', () => said(labels, 'alone')],
    ['meta', () => said(shelves, 'alone')],
    ['url', () => said([path], 'inPath')],
    ['text', () => said(titles, 'label')],
    ['json-ld', () => (types.includes('NewsArticle') ? 'news' : null)],
  )
}

function said(texts: readonly unknown[], way: 'alone' | 'inPath' | 'label'): Genre | null {
  const lines = texts.filter((text) => typeof text === 'string').map((text) => unescapeLine(text.slice(0, 300)))
  return argued.find(([, patterns]) => lines.some((line) => patterns[way].test(line)))?.[0] ?? null
}

const livePath =
  /\/(?:live|liveblog|live-blog|liveticker|live-news|en-direct|direct|directo|en-vivo|minuto-a-minuto|ao-vivo|diretta)(?:\/|$)|[/-](?:live-?blog|live-?ticker|news-?ticker|live-updates?|liveblog|en-direct|en-vivo|minuto-a-minuto|ao-vivo)(?:[-/.]|$)/i
const liveTitle =
  /\b(?:LIVE(?: UPDATES?| BLOG)?\s*[:|–-]|live ?blog|live updates|live-?ticker|news-?ticker|-Ticker\s*:|en direct\s*[:,]|en vivo\s*[:,]|minuto a minuto|in diretta|ao vivo\s*[:,])|^(?:LIVE|Live)\s*[:|–-]/u

/** Whether the page is written on as things happen; null where nothing says so. */
export function liveBlogOf(head: Head, title: string): Found<true> | null {
  const isLive = head.objects.some((object) => typesOf(object).includes('LiveBlogPosting'))
  return firstFound<true>(
    ['json-ld', () => isLive || null],
    ['url', () => livePath.test(pathOf(head)) || null],
    ['text', () => liveTitle.test(title) || null],
  )
}

const tierMetas = ['article:content_tier', 'og:article:content_tier', 'content_tier', 'cxenseparse:content_tier']
const accessMetas = ['isaccessibleforfree', 'paywall', 'cxenseparse:paywall', 'access', 'premium', 'is_premium']

/** Whether the page says that its text is for those who pay; null where it says neither. */
export function paidOf(head: Head): Found<boolean> | null {
  return firstFound(
    ['json-ld', () => paidByObject(head.article)],
    ['meta', () => paidByTier(metaContent(head, ...tierMetas))],
    ['meta', () => paidByAccess(head)],
    ['microdata', () => freeToPaid(microdataAccess(head.document))],
  )
}

function paidByObject(article: JsonObject | null): boolean | null {
  if (article === null) return null
  const parts = asList(article['hasPart']).filter(isObject)
  const whole = freeToPaid(article['isAccessibleForFree'])
  return whole ?? (parts.some((part) => freeToPaid(part['isAccessibleForFree']) === true) ? true : null)
}

function freeToPaid(free: unknown): boolean | null {
  if (/^(?:https?:\/\/schema\.org\/)?false$/i.test(String(free))) return true
  return /^(?:https?:\/\/schema\.org\/)?true$/i.test(String(free)) ? false : null
}

/** Metered text is given to those who read little. */
function paidByTier(tier: string | null): boolean | null {
  if (tier === null) return null
  if (/^(?:locked|paid|premium|subscribers?|plus)$/i.test(tier)) return true
  return /^(?:free|metered)$/i.test(tier) ? false : null
}

function paidByAccess(head: Head): boolean | null {
  const free = freeToPaid(metaContent(head, 'isaccessibleforfree'))
  if (free !== null) return free
  const value = metaContent(head, ...accessMetas.slice(1)) ?? ''
  if (/^(?:true|1|yes|on|paid|premium|locked|subscribers?)$/i.test(value)) return true
  return /^(?:false|0|no|off|free)$/i.test(value) ? false : null
}

function microdataAccess(document: Document): string | null {
  const element = document.querySelector('[itemprop~="isAccessibleForFree"]')
  return element?.getAttribute('content') ?? null
}

/** A saved page's folder says nothing of it; the address that it names does. */
function pathOf(head: Head): string {
  const isOnWeb = /^https?:/.test(head.url)
  return decodedPath(isOnWeb ? head.url : (metaContent(head, 'og:url') ?? ''))
}

function decodedPath(url: string): string {
  const path = URL.parse(url)?.pathname ?? ''
  try {
    return decodeURIComponent(path).slice(0, 1000)
  } catch {
    return path.slice(0, 1000)
  }
}
