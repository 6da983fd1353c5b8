import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { RatedLeaning } from '../source/leaning.ts'
import type { SourceId } from '../source/source.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import type { SuggestionId, SuggestionState } from './ids.ts'
import { type Deed, insertSuggested } from './ratings.ts'
import { source, suggestion } from './schema.ts'

/** What was read out of a source's own articles: never a rating by itself. */
export interface NewSuggestion {
  readonly sourceId: SourceId
  readonly value: RatedLeaning
  /** Above 0, at most 1. */
  readonly confidence: number
  /** How it was made, with its version. */
  readonly method: string
  /** Words, cited outlets and compared stories, as they are shown. */
  readonly evidence: unknown
}

export interface Suggestion extends NewSuggestion {
  readonly id: SuggestionId
  readonly sourceName: string
  readonly madeAt: Date
  readonly state: SuggestionState
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
}

/** Under which name an accepted suggestion stands among the raters. */
export const SUGGESTED = 'suggested'

/** A new suggestion takes the place of an open one. What an editor rejected is not brought again with the same value. */
export async function saveSuggestion(
  db: Database,
  made: NewSuggestion,
  { actor, now }: Deed,
): Promise<{ kind: 'saved'; id: SuggestionId } | { kind: 'rejected-before' }> {
  return db.transaction(async (tx) => {
    if (await wasRejected(tx, made)) return { kind: 'rejected-before' }
    await tx
      .update(suggestion)
      .set({ state: 'replaced', decidedAt: now, decidedBy: actor })
      .where(and(eq(suggestion.sourceId, made.sourceId), eq(suggestion.state, 'open')))
    const [row] = await tx
      .insert(suggestion)
      .values({ ...made, madeAt: now })
      .returning({ id: suggestion.id })
    if (row === undefined) throw new Error(`the suggestion for ${made.sourceId} was not stored`)
    await logChanges(tx, [change('suggested', { ...made, id: row.id }, { actor, now })])
    return { kind: 'saved', id: row.id }
  })
}

async function wasRejected(db: Database, { sourceId, value }: NewSuggestion): Promise<boolean> {
  const rows = await db
    .select({ value: suggestion.value })
    .from(suggestion)
    .where(and(eq(suggestion.sourceId, sourceId), eq(suggestion.state, 'rejected')))
    .orderBy(desc(suggestion.id))
    .limit(1)
  return rows[0]?.value === value
}

const shown = {
  id: suggestion.id,
  sourceId: suggestion.sourceId,
  sourceName: source.name,
  value: suggestion.value,
  confidence: suggestion.confidence,
  method: suggestion.method,
  evidence: suggestion.evidence,
  madeAt: suggestion.madeAt,
  state: suggestion.state,
  decidedAt: suggestion.decidedAt,
  decidedBy: suggestion.decidedBy,
}

/** The most certain first; all states where none is asked for. */
export async function listSuggestions(
  db: Database,
  choice: { readonly state?: SuggestionState | undefined; readonly source?: string | undefined } = {},
): Promise<Suggestion[]> {
  return db
    .select(shown)
    .from(suggestion)
    .innerJoin(source, eq(source.id, suggestion.sourceId))
    .where(
      and(
        choice.state === undefined ? undefined : eq(suggestion.state, choice.state),
        choice.source === undefined ? undefined : sql`${suggestion.sourceId} = ${choice.source}`,
      ),
    )
    .orderBy(desc(suggestion.confidence), asc(suggestion.id))
}

export type Decided =
  | { readonly kind: 'accepted' | 'rejected'; readonly suggestion: Suggestion }
  | { readonly kind: 'no-such' }
  | { readonly kind: 'decided-before'; readonly suggestion: Suggestion }
  /** Another suggestion of this source became a rating on the same day. */
  | { readonly kind: 'rated-today'; readonly suggestion: Suggestion }

/** An editor's word: the suggestion becomes a rating of `suggested`, made by whoever accepts it. */
export async function acceptSuggestion(db: Database, id: string, deed: Deed): Promise<Decided> {
  return db.transaction(async (tx) => {
    const found = await openSuggestion(tx, id)
    if (found.kind !== 'open') return found
    const { sourceId, value, confidence, method } = found.suggestion
    const ratingId = await insertSuggested(
      tx,
      {
        ...{ sourceId, rater: SUGGESTED, value, confidence, pages: 'all', licence: 'own work' },
        method: `${method}, accepted by ${deed.actor}`,
        validFrom: deed.now.toISOString().slice(0, 10),
      },
      deed,
    )
    if (ratingId === null) return { kind: 'rated-today', suggestion: found.suggestion }
    return decide(tx, found.suggestion, 'accepted', ratingId, deed)
  })
}

/** It is kept, and the same value is not suggested of this source again. */
export async function rejectSuggestion(db: Database, id: string, deed: Deed): Promise<Decided> {
  return db.transaction(async (tx) => {
    const found = await openSuggestion(tx, id)
    return found.kind === 'open' ? decide(tx, found.suggestion, 'rejected', null, deed) : found
  })
}

/** Locked until the transaction ends, so that of two editors one decides. */
async function openSuggestion(
  db: Database,
  id: string,
): Promise<{ kind: 'open'; suggestion: Suggestion } | Extract<Decided, { kind: 'no-such' | 'decided-before' }>> {
  if (!/^\d{1,18}$/.test(id)) return { kind: 'no-such' }
  const [row] = await db
    .select(shown)
    .from(suggestion)
    .innerJoin(source, eq(source.id, suggestion.sourceId))
    .where(sql`${suggestion.id} = ${id}`)
    .for('update', { of: suggestion })
  if (row === undefined) return { kind: 'no-such' }
  return { kind: row.state === 'open' ? 'open' : 'decided-before', suggestion: row }
}

async function decide(
  db: Database,
  decided: Suggestion,
  state: 'accepted' | 'rejected',
  ratingId: string | null,
  { actor, now }: Deed,
): Promise<Decided> {
  await db
    .update(suggestion)
    .set({ state, decidedAt: now, decidedBy: actor, ratingId })
    .where(eq(suggestion.id, decided.id))
  await logChanges(db, [change(`suggestion-${state}`, decided, { actor, now })])
  return { kind: state, suggestion: { ...decided, state, decidedAt: now, decidedBy: actor } }
}

const change = (kind: string, { id, sourceId, value, confidence }: NewSuggestion & { id: string }, deed: Deed) => ({
  ...{ at: deed.now, actor: deed.actor, kind, subject: 'source' as const, subjectId: sourceId },
  details: { suggestion: id, value, confidence },
})
