import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { type Article, articleId } from '../article/article.ts'
import { unnamed } from '../article/outlet-name.ts'
import { type Leaning, leanings } from '../source/leaning.ts'
import { sourceId } from '../source/source.ts'
import { UserError } from './fail.ts'
import { linesOf } from './lines-of.ts'

/** One line of an articles file: the article, and the story it names, if any. */
export interface ArticleLine {
  readonly article: Article
  readonly story: string | null
}

const text = z.string({
  error: ({ input }) => (input === undefined ? 'is missing' : `must be text, not ${kindOf(input)}`),
})
const optional = text.nullish()
const day = /^\d{4}-\d{2}-\d{2}/

const lineSchema = z.object(
  {
    id: text.min(1, 'must not be empty'),
    title: text,
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
  { error: ({ input }) => `must be a JSON object such as {"id":"1","title":"…"}, not ${kindOf(input)}` },
)
type Line = z.infer<typeof lineSchema>

/**
 * ARTICLES.jsonl, also gzipped → its articles, line by line. Throws a UserError that names file, line and field for a
 * malformed line and for an id that stood before.
 */
export async function* readArticles(path: string): AsyncGenerator<ArticleLine> {
  const lineOfId = new Map<string, number>()
  for await (const { text, number } of numberedLines(path)) {
    if (text.trim() === '') continue
    const line = parseLine(text, `${path}:${number}`)
    const before = lineOfId.get(line.id)
    if (before !== undefined) {
      throw new UserError(`${path}:${number}: id: "${line.id}" stands on line ${before} too; ids must be unique`)
    }
    lineOfId.set(line.id, number)
    yield { article: articleOf(line), story: line.story || null }
  }
}

async function* numberedLines(path: string): AsyncGenerator<{ text: string; number: number }> {
  let number = 0
  try {
    for await (const bytes of linesOf(openBytes(path))) {
      number += 1
      const text = textOf(bytes, `${path}:${number}`)
      yield { text: number === 1 ? text.replace(/^\uFEFF/, '') : text, number }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw unreadable(path, number, error.code, error.message)
    throw error
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function textOf(bytes: Uint8Array, where: string): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new UserError(`${where}: is not valid UTF-8: save the file as UTF-8`)
  }
}

function openBytes(path: string): Readable {
  const file = createReadStream(path)
  if (!path.endsWith('.gz')) return file
  const unzipped = createGunzip()
  file.on('error', (error) => unzipped.destroy(error))
  return file.pipe(unzipped)
}

function unreadable(path: string, line: number, code: unknown, message: string): UserError {
  if (code === 'ENOENT') return new UserError(`${path}: no such file`)
  if (code === 'EISDIR') return new UserError(`${path}: is a folder; name one .jsonl or .jsonl.gz file`)
  return new UserError(`${path}: cannot be read after line ${line}: ${message}`)
}

function parseLine(text: string, where: string): Line {
  const parsed = lineSchema.safeParse(parseJson(text, where))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UserError(`${where}: ${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not an article'}`)
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UserError(`${where}: not JSON (${error instanceof Error ? error.message : String(error)})`)
  }
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

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : value === Object(value) ? 'an object' : `a ${typeof value}`
}

const isLeaning = (value: string): value is Leaning => leanings.some((leaning) => leaning === value)
const leaningOf = (value: string | null | undefined): Leaning => (value && isLeaning(value) ? value : 'unknown')
