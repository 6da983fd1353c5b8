import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readArticles } from '../../../src/cli/read-articles.ts'
import { type Prepared, prepared } from '../../../src/story/group.ts'

export interface Collection {
  readonly name: string
  readonly articles: readonly Prepared[]
  /** The story of each, by its place. */
  readonly gold: readonly string[]
}

/** The labelled collections of DATA_DIR. */
export const names = ['roundups', 'lookalikes', 'headlines'] as const

/** Reads a labelled collection of DATA_DIR. Throws where it is not there. */
export async function readCollection(name: string): Promise<Collection> {
  const file = join(resolve(process.env['DATA_DIR'] ?? '../shared/data'), 'stories', `${name}.jsonl.gz`)
  if (!existsSync(file)) throw new Error(`${file} is not there: DATA_DIR names the folder of the data to measure with`)
  const articles: Prepared[] = []
  const gold: string[] = []
  for await (const { article, story } of readArticles(file)) {
    if (story === null) continue
    const { features } = prepared(article)
    articles.push({ article: { ...article, text: '' }, features })
    gold.push(story)
  }
  return { name, articles, gold }
}
