import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article } from '../article/article.ts'

/** Where an article lies in the spill file. */
export interface Spilled {
  readonly offset: number
  readonly bytes: number
  readonly publishedAt: Date | null
}

/** Articles put aside in a temporary file, so that a large input costs memory for one story at a time. */
export class ArticleSpill {
  readonly #file: FileHandle
  readonly #folder: string
  #end = 0

  private constructor(file: FileHandle, folder: string) {
    this.#file = file
    this.#folder = folder
  }

  static async open(): Promise<ArticleSpill> {
    const folder = await mkdtemp(join(tmpdir(), 'parallax-articles-'))
    return new ArticleSpill(await open(join(folder, 'articles'), 'w+'), folder)
  }

  async put(article: Article): Promise<Spilled> {
    const line = Buffer.from(JSON.stringify({ ...article, publishedAt: null }))
    await this.#file.write(line, 0, line.length, this.#end)
    const spilled = { offset: this.#end, bytes: line.length, publishedAt: article.publishedAt }
    this.#end += line.length
    return spilled
  }

  async take({ offset, bytes, publishedAt }: Spilled): Promise<Article> {
    const line = Buffer.alloc(bytes)
    await this.#file.read(line, 0, bytes, offset)
    const article: Article = JSON.parse(line.toString('utf8'))
    return { ...article, publishedAt }
  }

  async close(): Promise<void> {
    await this.#file.close()
    await rm(this.#folder, { recursive: true, force: true })
  }
}
