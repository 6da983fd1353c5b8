import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import type { Constraint, PairConstraint } from '../story/constraints.ts'
import type { StoryId } from '../story/story.ts'
import type { Database } from './database.ts'
import type { EditId } from './ids.ts'
import { rowsAs } from './rows-as.ts'
import { storyConstraint } from './schema.ts'

/**
 * The constraints that hold, oldest first: what `constraintsOf` of src/story/constraints.ts takes. `asIfUndone` names an edit
 * that is about to be undone.
 */
export async function activeConstraints(
  db: Database,
  { asIfUndone }: { asIfUndone?: EditId } = {},
): Promise<Constraint[]> {
  const active = isNull(storyConstraint.releasedAt)
  const rows = await db
    .select()
    .from(storyConstraint)
    .where(
      asIfUndone === undefined
        ? active
        : or(
            and(active, sql`${storyConstraint.editId} is distinct from ${asIfUndone}::bigint`),
            eq(storyConstraint.releasedBy, asIfUndone),
          ),
    )
    .orderBy(asc(storyConstraint.id))
  return rows.map(constraintFrom)
}

function constraintFrom(row: typeof storyConstraint.$inferSelect): Constraint {
  const { id, kind, articleId, otherArticleId, storyId } = row
  if (kind === 'must-link' || kind === 'cannot-link') {
    if (articleId === null || otherArticleId === null) throw new Error(`constraint ${id} names no two articles`)
    return { id, kind, articles: [articleId, otherArticleId] }
  }
  if (storyId === null) throw new Error(`constraint ${id} names no story`)
  return { id, kind, story: storyId }
}

export interface Said {
  readonly edit: EditId
  readonly actor: string
  readonly note: string | null
  readonly at: Date
}

/** Adds links between pairs of articles. Says nothing of contradictions: whoever adds asked `contradiction` before. */
export async function addLinks(db: Database, links: readonly Omit<PairConstraint, 'id'>[], said: Said): Promise<void> {
  if (links.length === 0) return
  const rows = rowsAs('link', links, {
    kind: ['text', ({ kind }) => kind],
    one: ['bigint', ({ articles }) => articles[0]],
    other: ['bigint', ({ articles }) => articles[1]],
  })
  // The table keeps a pair in the order of its ids.
  await db.execute(
    sql`insert into story_constraint (kind, article_id, other_article_id, edit_id, actor, note, at)
        select kind, least(one, other), greatest(one, other), ${said.edit}, ${said.actor}, ${said.note}, ${said.at} from ${rows}`,
  )
}

/** Locks or pins a story; false where it is already. */
export async function addMark(db: Database, kind: 'lock' | 'pin', story: StoryId, said: Said): Promise<boolean> {
  const { edit, ...rest } = said
  const rows = await db
    .insert(storyConstraint)
    .values({ kind, storyId: story, editId: edit, ...rest })
    .onConflictDoNothing()
    .returning({ id: storyConstraint.id })
  return rows.length > 0
}

/** Ends a story's lock or pin; false where it has none. */
export async function releaseMark(db: Database, kind: 'lock' | 'pin', story: StoryId, said: Said): Promise<boolean> {
  const rows = await db
    .update(storyConstraint)
    .set({ releasedAt: said.at, releasedBy: said.edit })
    .where(and(eq(storyConstraint.kind, kind), eq(storyConstraint.storyId, story), isNull(storyConstraint.releasedAt)))
    .returning({ id: storyConstraint.id })
  return rows.length > 0
}

/**
 * Reverses what an edit did to constraints: those it made are released, those it released hold again, marks on `heir` where their
 * story has gone there.
 */
export async function reverseConstraints(
  db: Database,
  edit: EditId,
  said: Said,
  { heir }: { heir: StoryId | null },
): Promise<void> {
  await db
    .update(storyConstraint)
    .set({ releasedAt: said.at, releasedBy: said.edit })
    .where(and(eq(storyConstraint.editId, edit), isNull(storyConstraint.releasedAt)))
  const where = sql`coalesce(${heir}::bigint, gone.story_id)`
  // A mark that came along with a merged story may stand there already.
  await db.execute(
    sql`update story_constraint as gone set released_at = null, released_by = null, story_id = ${where}
        where gone.released_by = ${edit}::bigint and not exists (
          select from story_constraint as own where own.released_at is null and own.kind = gone.kind and own.story_id = ${where})`,
  )
}

/** The active constraints that name the story or one of the articles. */
export async function constraintsAbout(db: Database, story: StoryId, articles: readonly ArticleId[]) {
  const names = (column: typeof storyConstraint.articleId | typeof storyConstraint.otherArticleId) =>
    articles.length === 0 ? undefined : inArray(column, [...articles])
  return db
    .select()
    .from(storyConstraint)
    .where(
      and(
        isNull(storyConstraint.releasedAt),
        or(eq(storyConstraint.storyId, story), names(storyConstraint.articleId), names(storyConstraint.otherArticleId)),
      ),
    )
    .orderBy(asc(storyConstraint.id))
}
