import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

const caseSchema = z.object({
  html: z.string(),
  country: z.string(),
  publisher: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  authors: z.array(z.string()).nullable(),
  published: z.string().nullable(),
  paragraphs: z.array(z.string()),
})

/** A saved page with what is expected of it; a field that its publisher does not give is null. */
export type PageCase = z.infer<typeof caseSchema>

/** The cases of DATA_DIR in their order. Throws where they are not there. */
export function pageCases(): PageCase[] {
  const file = join(pagesFolder(), 'cases.jsonl.gz')
  if (!existsSync(file)) throw new Error(`${file} is not there: DATA_DIR names the folder of the data to measure with`)
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
  return lines.map((line) => caseSchema.parse(JSON.parse(line)))
}

export const bytesOf = ({ html }: Pick<PageCase, 'html'>): Buffer => gunzipSync(readFileSync(join(pagesFolder(), html)))

const pagesFolder = () => join(resolve(process.env['DATA_DIR'] ?? '../shared/data'), 'pages')
