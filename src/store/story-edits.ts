import { desc, inArray, sql } from 'drizzle-orm'
import { type ArticleId, articleId } from '../article/article.ts'
import type { Contradiction, PairConstraint } from '../story/constraints.ts'
import { contradictionText } from '../story/contradiction-text.ts'
import type { StoryId } from '../story/story.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import type { EditDetails, EditKind, MovedMembership } from './edit-details.ts'
import { lockForEdit } from './edit-lock.ts'
import type { EditId } from './ids.ts'
import type { LockedStories, LockedStory, MembershipRow } from './locked-stories.ts'
import { type EditOutcome, Refusal, refuse } from './refusal.ts'
import { rowsAs } from './rows-as.ts'
import { article, membership, story, storyEdit } from './schema.ts'
import { addLinks, addMark, releaseMark, type Said } from './story-constraints.ts'

/** Who edits, and when. `actor` is `operator:<name>` or `editor:<name>`. */
export interface By {
  readonly actor: string
  readonly note: string | null
  readonly now: Date
}

/** One edit in one transaction: whole, or refused with a reason and nothing done. Editors take turns. */
export async function inEdit(
  db: Database,
  work: (tx: Database) => Promise<{ edit: EditId; text: string }>,
): Promise<EditOutcome> {
  try {
    return await db.transaction(async (tx) => {
      await lockForEdit(tx)
      return { kind: 'done' as const, ...(await work(tx)) }
    })
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', reason: error.reason, text: error.message }
    throw error
  }
}

/** An article's next place, and what its membership is to say. */
export interface Move extends Omit<MovedMembership, 'from' | 'article'> {
  readonly article: ArticleId
}

export interface Change {
  readonly kind: EditKind
  readonly undoes?: EditId
  readonly moves: readonly Move[]
  readonly links: readonly Omit<PairConstraint, 'id'>[]
  /** Merged stories that live again. */
  readonly reopened?: EditDetails['states']
  readonly isPinned: (story: StoryId) => boolean
  readonly isLocked: (story: StoryId) => boolean
}

/**
 * Writes an edit of memberships: its row, its links, the places of its articles. A story that it leaves without articles is merged
 * into the one that got the last of them, and its pin goes along. Every other story that it touches is due for a new bundle.
 */
export async function writeChange(db: Database, stories: LockedStories, change: Change, by: By): Promise<EditId> {
  const rows = new Map([...stories.byId.values()].flatMap(({ members }) => members.map((row) => [row.articleId, row])))
  const moved = change.moves.map(({ article: id, to }): MovedMembership => {
    const row = rows.get(id) ?? refuse('unknown-article', `article ${id} is in no story`)
    const { storyId: from, how, similarity, reason, settings, at } = row
    return { article: id, from, to, how, similarity, reason, settings, at: at.toISOString() }
  })
  const touched = new Set([...moved.flatMap(({ from, to }) => [from, to])])
  const emptied = emptiedBy(stories, moved)
  const locked = emptied.find(({ from }) => change.kind !== 'undo' && change.isLocked(from.id))
  if (locked) refuse('locked', `story ${locked.from.id} is locked and would lose its last article: unlock it first`)
  const states = emptied.map(
    ({ from }) => ({ story: from.id, state: from.state === 'open' ? 'open' : 'closed' }) as const,
  )
  const edit = await insertEdit(
    db,
    {
      ...{ kind: change.kind, undoes: change.undoes ?? null, stories: [...touched] },
      ...{ articles: moved.map((one) => one.article), details: { moved, states } },
    },
    by,
  )
  const said: Said = { edit, actor: by.actor, note: by.note, at: by.now }
  await addLinks(db, change.links, said)
  await moveMembers(db, change.moves)
  for (const { story: id, state } of change.reopened ?? []) await setState(db, id, state, null)
  for (const { from, to } of emptied) {
    await setState(db, from.id, 'merged', to)
    if (change.undoes === undefined && change.isPinned(from.id)) {
      await releaseMark(db, 'pin', from.id, said)
      await addMark(db, 'pin', to, said)
    }
  }
  await refreshStories(db, [...touched], opens(stories, moved, change))
  return edit
}

function emptiedBy(stories: LockedStories, moved: readonly MovedMembership[]): { from: LockedStory; to: StoryId }[] {
  const gone = new Map(moved.filter(({ from, to }) => from !== to).map(({ article: id, to }) => [id, to]))
  const gaining = new Set(gone.values())
  return [...stories.byId.values()].flatMap((from) => {
    const last = from.members.at(-1)
    const to = last && gone.get(last.articleId)
    const isEmptied = to !== undefined && !gaining.has(from.id) && from.members.every((row) => gone.has(row.articleId))
    return isEmptied ? [{ from, to }] : []
  })
}

/** A story that gets an article of an open one may gain more. An undo leaves the states to the clock. */
function opens(stories: LockedStories, moved: readonly MovedMembership[], { kind }: Change): StoryId[] {
  if (kind === 'undo') return []
  return moved.filter(({ from }) => stories.byId.get(from)?.state === 'open').map(({ to }) => to)
}

/** An empty story for articles that leave another. */
export async function createStory(
  db: Database,
  from: LockedStory,
  first: readonly MembershipRow[],
): Promise<LockedStory> {
  const times = first.map(({ articleAt }) => articleAt.getTime())
  const [row] = await db
    .insert(story)
    .values({
      ...{ openedAt: new Date(Math.min(...times)), lastArticleAt: new Date(Math.max(...times)) },
      ...{ splitFrom: from.id, state: from.state },
    })
    .returning({ id: story.id })
  if (!row) throw new Error('a story was not stored')
  return { id: row.id, state: from.state, members: [] }
}

export interface NewEdit {
  readonly kind: EditKind
  readonly undoes: EditId | null
  readonly stories: readonly StoryId[]
  readonly articles: readonly ArticleId[]
  readonly details: EditDetails
}

/** The row of an edit, and one entry in the change log for each story it touched. */
export async function insertEdit(db: Database, edit: NewEdit, { actor, note, now }: By): Promise<EditId> {
  const { rows } = await db.execute<{ id: EditId }>(
    sql`insert into story_edit (kind, stories, articles, undoes, actor, note, at, details)
        values (${edit.kind}, ${sql.param(edit.stories)}::bigint[], ${sql.param(edit.articles)}::bigint[], ${edit.undoes},
          ${actor}, ${note}, ${now}, ${JSON.stringify(edit.details)}::jsonb)
        returning id`,
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('an edit was not stored')
  await logChanges(
    db,
    edit.stories.map((subjectId) => ({
      ...{ at: now, actor, kind: edit.kind, subject: 'story', subjectId },
      details: { edit: id, undoes: edit.undoes, note, ...edit.details },
    })),
  )
  return id
}

/** Puts articles into other stories. Their places in the order of decisions stay: each was counted once, when it came. */
export async function moveMembers(db: Database, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  const rows = rowsAs('move', moves, {
    article: ['bigint', (move) => move.article],
    story: ['bigint', (move) => move.to],
    how: ['text', (move) => move.how],
    similarity: ['double precision', (move) => move.similarity],
    reason: ['text', (move) => move.reason],
    settings: ['text', (move) => move.settings],
    at: ['timestamptz', (move) => move.at],
  })
  await db.execute(
    sql`update ${membership} set story_id = move.story, how = move.how, similarity = move.similarity, reason = move.reason,
          settings = move.settings, at = move.at
        from ${rows} where membership.article_id = move.article`,
  )
}

/** A story's state, and where it went if it is merged. */
export async function setState(db: Database, id: StoryId, state: 'open' | 'closed' | 'merged', into: StoryId | null) {
  await db.update(story).set({ state, mergedInto: into }).where(sql`${story.id} = ${id}`)
}

/** The times of the stories follow from their articles; a new revision makes their bundles due. */
export async function refreshStories(db: Database, ids: readonly StoryId[], opened: readonly StoryId[]): Promise<void> {
  await db.execute(
    sql`update story set revision = revision + 1, opened_at = coalesce(times.first, opened_at),
          last_article_at = coalesce(times.last, last_article_at),
          state = case when state = 'closed' and id = any(${sql.param(opened)}::bigint[]) then 'open' else state end
        from (select touched.id as story_id, min(article_at) as first, max(article_at) as last
              from unnest(${sql.param(ids)}::bigint[]) as touched(id) left join membership on story_id = touched.id group by 1) as times
        where story.id = times.story_id`,
  )
}

/** @throws Refusal always: with the titles of the articles that contradict */
export async function refuseContradiction(db: Database, contradiction: Contradiction): Promise<never> {
  const ids = [contradiction.next, ...contradiction.against].flatMap(({ articles }) => articles)
  const rows = await db.select({ id: article.id, title: article.title }).from(article).where(inArray(article.id, ids))
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return refuse(
    'contradicts',
    contradictionText(contradiction, (id) => titles.get(id) ?? 'untitled'),
  )
}

/** The last edit's id, '0' before the first: whoever remembers stories asks whether an editor changed them since. */
export async function lastEditId(db: Database): Promise<string> {
  const [row] = await db.select({ id: storyEdit.id }).from(storyEdit).orderBy(desc(storyEdit.id)).limit(1)
  return row?.id ?? '0'
}

/** The articles that edits after `edit` touched. */
export async function articlesEditedSince(db: Database, edit: string): Promise<ArticleId[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select distinct unnest(articles)::text as id from story_edit where id > ${edit}::bigint`,
  )
  return rows.map(({ id }) => articleId(id))
}
