import { sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import { type Constraints, constraintsOf } from '../story/constraints.ts'
import type { StoryId } from '../story/story.ts'
import type { Database } from './database.ts'
import type { EditDetails, EditKind } from './edit-details.ts'
import type { EditId } from './ids.ts'
import { type LockedStories, lockStories, storiesOf } from './locked-stories.ts'
import { type EditOutcome, refuse } from './refusal.ts'
import { activeConstraints, reverseConstraints } from './story-constraints.ts'
import { type By, inEdit, insertEdit, type Move, refuseContradiction, writeChange } from './story-edits.ts'

interface StoredEdit extends Record<string, unknown> {
  readonly id: EditId
  readonly kind: EditKind
  readonly stories: readonly StoryId[]
  readonly articles: readonly ArticleId[]
  readonly details: EditDetails
  readonly undone_by: string | null
}

/**
 * Reverses an edit, the last one that stands where none is named: its constraints are released, its articles go back with
 * those that must be with them, stories that it merged away live again. What joined meanwhile stays where it is. Refused where a
 * later edit that stands touched the same stories or articles: the last must go first.
 */
export function undoEdit(db: Database, named: string | undefined, by: By): Promise<EditOutcome> {
  return inEdit(db, async (tx) => {
    const undone = await editToUndo(tx, named)
    const homes = undone.articles.length === 0 ? new Map() : await storiesOf(tx, undone.articles)
    const stories = await lockStories(tx, [...new Set<StoryId>([...undone.stories, ...homes.values()])])
    await refuseLater(tx, undone, [...stories.byId.keys()])
    const edit = await (undone.details.moved.length === 0
      ? insertEdit(tx, { ...undone, kind: 'undo', undoes: undone.id, details: { moved: [], states: [] } }, by)
      : putBack(tx, undone, stories, by))
    const [marked] = undone.details.moved.length === 0 ? undone.stories : []
    const heir = marked === undefined ? null : stories.resolved(marked).id
    await reverseConstraints(tx, undone.id, { edit, actor: by.actor, note: by.note, at: by.now }, { heir })
    return { edit, text: `Undid edit ${undone.id} (${undone.kind})` }
  })
}

async function editToUndo(db: Database, named: string | undefined): Promise<StoredEdit> {
  if (named !== undefined && !/^[1-9]\d{0,17}$/.test(named)) return refuse('unknown-edit', `there is no edit ${named}`)
  const chosen = named === undefined ? sql`undoing.id is null and edit.kind <> 'undo'` : sql`edit.id = ${named}::bigint`
  const { rows } = await db.execute<StoredEdit>(
    sql`select edit.id, edit.kind, edit.stories::text[], edit.articles::text[], edit.details, undoing.id as undone_by
        from story_edit as edit left join story_edit as undoing on undoing.undoes = edit.id
        where ${chosen} order by edit.id desc limit 1`,
  )
  const [row] = rows
  if (!row)
    return refuse('unknown-edit', named === undefined ? 'there is no edit to undo' : `there is no edit ${named}`)
  if (row.undone_by !== null) refuse('nothing-to-do', `edit ${row.id} was undone already (by edit ${row.undone_by})`)
  if (row.kind === 'undo') refuse('nothing-to-do', `edit ${row.id} is an undo: make the edit that it undid again`)
  return row
}

async function refuseLater(db: Database, { id, articles }: StoredEdit, stories: readonly StoryId[]): Promise<void> {
  const { rows } = await db.execute<{ id: string; kind: string }>(
    sql`select edit.id, edit.kind from story_edit as edit left join story_edit as undoing on undoing.undoes = edit.id
        where edit.id > ${id}::bigint and edit.kind <> 'undo' and undoing.id is null
          and (edit.stories && ${sql.param(stories)}::bigint[] or edit.articles && ${sql.param(articles)}::bigint[])
        order by edit.id desc limit 1`,
  )
  const [later] = rows
  if (later)
    refuse(
      'later-edit',
      `edit ${later.id} (${later.kind}) came after edit ${id} and touched the same: undo ${later.id} first`,
    )
}

async function putBack(db: Database, undone: StoredEdit, stories: LockedStories, by: By): Promise<EditId> {
  const constraints = constraintsOf(await activeConstraints(db, { asIfUndone: undone.id }))
  const reopened = undone.details.states
  const target = (from: StoryId) => (reopened.some(({ story }) => story === from) ? from : stories.resolved(from).id)
  const moves = withLinked(
    undone.details.moved.map(({ from, ...before }) => ({ ...before, to: target(from) })),
    { constraints, stories, by, undone: undone.id },
  )
  await refuseForbidden(db, constraints, stories, moves)
  const marks = { isPinned: () => false, isLocked: () => false }
  return writeChange(db, stories, { kind: 'undo', undoes: undone.id, moves, links: [], reopened, ...marks }, by)
}

interface Going {
  readonly constraints: Constraints
  readonly stories: LockedStories
  readonly by: By
  readonly undone: EditId
}

/** The moves, and those of articles that came since and must be with one that goes. */
function withLinked(moves: readonly Move[], { constraints, stories, by, undone }: Going): Move[] {
  const members = new Set([...stories.byId.values()].flatMap((one) => one.members.map(({ articleId }) => articleId)))
  const all = new Map(moves.map((move) => [move.article, move]))
  for (const { article, to } of moves) {
    for (const follower of constraints.linked(article)) {
      if (all.has(follower) || !members.has(follower)) continue
      const said = { how: 'editor' as const, similarity: null, settings: 'editor', at: by.now.toISOString() }
      const reason = `must be with article ${article}, which went back when edit ${undone} was undone by ${by.actor}`
      all.set(follower, { article: follower, to, reason, ...said })
    }
  }
  return [...all.values()]
}

async function refuseForbidden(
  db: Database,
  constraints: Constraints,
  stories: LockedStories,
  moves: readonly Move[],
): Promise<void> {
  const places = new Map(moves.map(({ article, to }) => [article, to]))
  const rows = [...stories.byId.values()].flatMap(({ members }) => members)
  for (const { article, to } of moves) {
    const others = rows
      .map((row) => row.articleId)
      .filter((id, index) => (places.get(id) ?? rows[index]?.storyId) === to)
    const cannot = constraints.forbids(article, others)
    if (cannot) await refuseContradiction(db, { next: { ...cannot, kind: 'must-link' }, against: [cannot] })
  }
}
