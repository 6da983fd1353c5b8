import { articleId } from '../article/article.ts'
import type { Membership } from '../story/evaluate.ts'
import { filledText, lineObject, readJsonLines } from './json-lines.ts'

const lineSchema = lineObject({ id: filledText, story: filledText }, '{"id":"1","story":"s1"}')

/** {"id","story"} lines, as `parallax try stories` writes them, also gzipped. Throws as `readJsonLines` does. */
export async function readClustering(path: string): Promise<Membership[]> {
  const rows: Membership[] = []
  for await (const { id, story } of readJsonLines(path, lineSchema)) rows.push({ id: articleId(id), story })
  return rows
}
