import type { ArticleId } from '../src/article/article.ts'
import { signatureOf } from '../src/article/signature.ts'
import type { Database } from '../src/store/database.ts'
import { articlesToSign, saveMissingSignatures } from '../src/store/signatures.ts'

/** Half a millisecond of work each: other work has its turn between two batches. */
const batch = 100

/** articles that were extracted before their texts were signed as today → their signatures; returns how many */
export async function sign(db: Database, signal?: AbortSignal): Promise<number> {
  let count = 0
  let after: ArticleId | null = null
  while (!signal?.aborted) {
    const articles = await articlesToSign(db, { after, limit: batch })
    await saveMissingSignatures(
      db,
      articles.map(({ id, text }) => ({ id, signature: signatureOf(text) })),
    )
    count += articles.length
    after = articles.at(-1)?.id ?? null
    if (articles.length < batch) break
  }
  return count
}
