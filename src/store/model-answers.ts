import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { modelAnswer } from './schema.ts'

/** What a question is known by: the model and every word of it. */
export function questionKey(model: string, words: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([model, ...words]))
    .digest('hex')
}

/** What was answered to this question, or null where it was never asked. */
export async function knownAnswer(db: Database, key: string): Promise<unknown> {
  const [row] = await db.select({ answer: modelAnswer.answer }).from(modelAnswer).where(eq(modelAnswer.key, key))
  return row?.answer ?? null
}

export interface ModelAnswer {
  readonly key: string
  readonly model: string
  readonly answer: unknown
  readonly tokens: number
  readonly at: Date
}

/** Keeps an answer; one that another process kept meanwhile stays. */
export async function saveAnswer(db: Database, answer: ModelAnswer): Promise<void> {
  await db.insert(modelAnswer).values(answer).onConflictDoNothing()
}

/** Tokens that answers cost since. */
export async function tokensSince(db: Database, since: Date): Promise<number> {
  const [row] = await db
    .select({ tokens: sql<number>`coalesce(sum(${modelAnswer.tokens}), 0)::int` })
    .from(modelAnswer)
    .where(sql`${modelAnswer.at} >= ${since}`)
  return row?.tokens ?? 0
}

/** Drops answers that were given before. */
export async function dropAnswers(db: Database, before: Date): Promise<void> {
  await db.delete(modelAnswer).where(sql`${modelAnswer.at} < ${before}`)
}
