import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const frontMatterSchema = z.strictObject({
  title: z.string().min(1),
  authors: z.array(z.string()),
  published: z.iso.datetime().transform((text) => new Date(text)),
  section: z.string(),
  path: z.string().startsWith('/'),
  summary: z.string(),
  caption: z.string(),
  wire: z.string().optional(),
  paywalled: z.boolean().default(false),
})

/** One written article: `articles/<event>/<outlet>[-2].md`. */
export type NewsroomArticle = z.infer<typeof frontMatterSchema> & {
  readonly event: string
  readonly outlet: string
  readonly paragraphs: readonly string[]
  /** When its outlet corrected it; unset where it stands as published. */
  readonly corrected?: Date
}

const folder = new URL('./articles/', import.meta.url)

/** Every article, by event and file name. Throws naming the file whose front matter is wrong. */
export function readArticles(): NewsroomArticle[] {
  return readdirSync(folder)
    .sort()
    .flatMap((event) =>
      readdirSync(new URL(`${event}/`, folder))
        .sort()
        .map((file) => readArticle(event, file)),
    )
}

function readArticle(event: string, file: string): NewsroomArticle {
  const text = readFileSync(new URL(`${event}/${file}`, folder), 'utf8')
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? []
  const front = frontMatterSchema.safeParse(parse(head))
  if (!front.success) throw new Error(`${event}/${file}: ${z.prettifyError(front.error)}`)
  return { ...front.data, event, outlet: file.replace(/(-\d)?\.md$/, ''), paragraphs: paragraphsOf(body) }
}

function paragraphsOf(body: string): string[] {
  const paragraphs = body.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
  return paragraphs.filter((paragraph) => paragraph !== '')
}
