import type { z } from 'zod'
import { type Article, articleId } from '../article/article.ts'
import { unnamed } from '../article/outlet-name.ts'
import { type Leaning, leanings } from '../source/leaning.ts'
import { sourceId } from '../source/source.ts'
import { filledText, lineObject, lineText, readJsonLines } from './json-lines.ts'

/** One line of an articles file: the article, and the story it names, if any. */
export interface ArticleLine {
  readonly article: Article
  readonly story: string | null
}

const optional = lineText.nullish()
const day = /^\d{4}-\d{2}-\d{2}/

const lineSchema = lineObject(
  {
    id: filledText,
    title: lineText,
    publishedOn: optional.refine((value) => !value || (day.test(value) && !Number.isNaN(Date.parse(value))), {
      message: 'expected a day (2026-03-10) or an ISO time (2026-03-10T07:40:00Z)',
    }),
    source: optional,
    url: optional,
    leaning: optional.refine((value) => !value || isLeaning(value), {
      message: `expected one of ${leanings.join(', ')}`,
    }),
    lang: optional,
    text: optional,
    story: optional,
  },
  '{"id":"1","title":"…"}',
)
type Line = z.infer<typeof lineSchema>

/** ARTICLES.jsonl, also gzipped → its articles, line by line. Throws as `readJsonLines` does. */
export async function* readArticles(path: string): AsyncGenerator<ArticleLine> {
  for await (const line of readJsonLines(path, lineSchema))
    yield { article: articleOf(line), story: line.story || null }
}

function articleOf(line: Line): Article {
  // An article without a source is nobody else's: a shared "unknown" would make all of them one outlet's reporting.
  const name = line.source || null
  return {
    id: articleId(line.id),
    source: {
      id: sourceId(name ?? `${unnamed} of ${line.id}`),
      name: name ?? unnamed,
      leaning: leaningOf(line.leaning),
      kind: null,
      country: null,
      reach: null,
      owner: null,
    },
    url: line.url || null,
    title: line.title,
    text: line.text ?? '',
    lang: line.lang || null,
    wire: null,
    publishedAt: line.publishedOn ? new Date(line.publishedOn) : null,
    sections: [],
  }
}

const isLeaning = (value: string): value is Leaning => leanings.some((leaning) => leaning === value)
const leaningOf = (value: string | null | undefined): Leaning => (value && isLeaning(value) ? value : 'unknown')
