import { desc, eq, sql } from 'drizzle-orm'
import { type ArticleId, articleId } from '../article/article.ts'
import { type StoryId, storyId } from '../story/story.ts'
import type { Database } from './database.ts'
import { articleVector, storyStream } from './schema.ts'

/** One article of a language's stream, as a restart is told of it. */
export interface VectorRow {
  readonly language: string
  /** Its number in the stream's order of arrival, from 1 on. */
  readonly arrival: number
  readonly articleId: ArticleId
  readonly articleAt: Date
  /** What made it; vectors that others made are of no use. */
  readonly settings: string
  readonly vector: Uint8Array
  /** The terms that it is counted with. */
  readonly counted: Uint32Array
}

/** Keeps what the stream knows of an article. Wants the transaction of its decision. */
export async function saveVector(db: Database, { vector, counted, ...row }: VectorRow): Promise<void> {
  await db.insert(articleVector).values({ ...row, vector: Buffer.from(vector), counted: bufferOf(counted) })
}

export interface OpenVector {
  readonly arrival: number
  readonly articleId: ArticleId
  readonly articleAt: Date
  readonly storyId: StoryId
  readonly vector: Uint8Array
}

/** Which of a language's vectors are asked for: those of `settings`, of articles that appeared since, or of pinned stories. */
export interface OpenVectors {
  readonly language: string
  readonly settings: string
  readonly since: Date
}

/** Vectors in order of arrival, each with the story in which its article is now, `limit` after an arrival. */
export async function openVectors(
  db: Database,
  { language, settings, since, after, limit }: OpenVectors & { readonly after: number; readonly limit: number },
): Promise<OpenVector[]> {
  const { rows } = await db.execute<{ arrival: number; article: string; at: string; story: string; vector: Buffer }>(
    sql`select arrival, vec.article_id as article, extract(epoch from vec.article_at) as at, story_id as story, vector
      from article_vector as vec join membership on membership.article_id = vec.article_id
      where language = ${language} and vec.settings = ${settings} and arrival > ${after}
        and (vec.article_at >= ${since} or exists (select from story_constraint as mark
          where mark.kind = 'pin' and mark.story_id = membership.story_id and mark.released_at is null))
      order by arrival limit ${limit}`,
  )
  return rows.map(({ arrival, article, at, story, vector }) => ({
    ...{ arrival, articleId: articleId(article), storyId: storyId(story), vector },
    articleAt: new Date(Math.round(Number(at) * 1000)),
  }))
}

/** What the last `limit` articles of a language are counted with by these settings, oldest first; of the first, which of its day's it is. */
export async function lastCounted(
  db: Database,
  { language, settings, limit }: { readonly language: string; readonly settings: string; readonly limit: number },
): Promise<{ arrival: number; when: Date; counted: Uint32Array; ofDay?: number }[]> {
  const own = sql`${articleVector.language} = ${language} and ${articleVector.settings} = ${settings}`
  const rows = await db
    .select({ arrival: articleVector.arrival, when: articleVector.articleAt, counted: articleVector.counted })
    .from(articleVector)
    .where(own)
    .orderBy(desc(articleVector.arrival))
    .limit(limit)
  const [first, ...others] = rows.map(({ counted, ...row }) => ({ ...row, counted: numbersOf(counted) })).reverse()
  if (first === undefined) return []
  const day = new Date(first.when).setUTCHours(0, 0, 0, 0)
  const [begun] = await db
    .select({ arrival: sql<number>`min(${articleVector.arrival})` })
    .from(articleVector)
    .where(sql`${own} and ${articleVector.articleAt} >= ${new Date(day)}`)
  return [{ ...first, ofDay: first.arrival - (begun?.arrival ?? first.arrival) + 1 }, ...others]
}

/** The last number of arrival of a language, whatever settings, 0 before the first; and when its newest article appeared. */
export async function lastArrival(db: Database, language: string): Promise<{ arrival: number; newest: Date | null }> {
  const [row] = await db
    .select({
      arrival: sql<number>`coalesce(max(${articleVector.arrival}), 0)`,
      newest: sql<Date | null>`max(${articleVector.articleAt})`.mapWith(articleVector.articleAt),
    })
    .from(articleVector)
    .where(eq(articleVector.language, language))
  return { arrival: row?.arrival ?? 0, newest: row?.newest ?? null }
}

/** Drops the vectors of articles that appeared before, but the last `kept` of each language. Returns how many went. */
export async function dropVectors(db: Database, before: Date, kept: number): Promise<number> {
  const { rowCount } = await db.execute(
    sql`delete from article_vector as vec using (select language, max(arrival) as last from article_vector group by 1) as newest
      where vec.language = newest.language and vec.arrival <= newest.last - ${kept} and vec.article_at < ${before}`,
  )
  return rowCount ?? 0
}

/**
 * Makes a language's stream the caller's. `token` is the one that a call before returned: where it still stands, nobody else has
 * grouped this language since.
 * @returns the token that stands from now on.
 */
export async function takeStream(db: Database, language: string, token: string | null): Promise<string> {
  if (token !== null && (await holdsStream(db, language, token))) return token
  const [row] = await db
    .insert(storyStream)
    .values({ language })
    .onConflictDoUpdate({ target: storyStream.language, set: { token: sql`gen_random_uuid()` } })
    .returning({ token: storyStream.token })
  if (row === undefined) throw new Error(`no stream of ${language} was kept`)
  return row.token
}

/** Whether the stream is still the caller's; in a transaction, until its end. */
export async function holdsStream(db: Database, language: string, token: string): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select from story_stream where language = ${language} and token = ${token}::uuid for share`,
  )
  return rows.length === 1
}

const bufferOf = (numbers: Uint32Array) => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)

/** A copy, because numbers must stand at whole multiples of their size. */
const numbersOf = (bytes: Uint8Array) => new Uint32Array(new Uint8Array(bytes).buffer)
