import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { BundleDocument } from '../bundle/document.ts'
import { type DecidedBackground, type ModelBackground, sentenceKey, withDecided } from '../bundle/held-background.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import { lockedVersion, logEdit, type NotToEdit, saveEdited } from './edited-version.ts'
import { type BackgroundState, type BundleId, bundleId } from './ids.ts'
import { bundle, bundleBackground, bundleVersion, story } from './schema.ts'
import { standingWordings } from './standing-wordings.ts'
import type { By } from './story-edits.ts'

/**
 * What a model wrote of its own knowledge takes the place of what it wrote before and nobody decided; what an editor accepted or
 * rejected stays so. Wants the transaction that writes the bundle and has its row.
 */
export async function keepBackground(
  db: Database,
  id: BundleId,
  composed: {
    readonly background?: ModelBackground | undefined
    readonly document: BundleDocument
    readonly now: Date
  },
): Promise<void> {
  const { background, now } = composed
  const byKey = new Map(undecidedIn(composed).map((text) => [sentenceKey(text), text]))
  await replaceOthers(db, id, [...byKey.keys()], background)
  if (byKey.size === 0 || background === undefined) return
  const { model, state } = background
  const next = sql<number>`(select coalesce(max(number), 0) from bundle_background where bundle_id = ${id})`
  const known = await db
    .insert(bundleBackground)
    .values(
      Array.from(byKey, ([key, text], at) => ({
        ...{ bundleId: id, key, text, model, state, heldAt: now },
        number: sql<number>`${next} + ${at + 1}::int`,
      })),
    )
    .onConflictDoUpdate({
      target: [bundleBackground.bundleId, bundleBackground.key],
      set: { state, model, heldAt: now, carriedFrom: null },
      setWhere: sql`${isUndecided} and (${bundleBackground.state} <> ${state} or ${bundleBackground.carriedFrom} is not null)`,
    })
    .returning({ number: bundleBackground.number })
  if (known.length === 0) return
  const details = { sentences: known.map(({ number }) => number).sort((a, b) => a - b) }
  await logChanges(db, [
    { at: now, actor: 'pipeline:bundle', kind: `background-${state}`, subject: 'bundle', subjectId: id, details },
  ])
}

const isUndecided = sql`${bundleBackground.state} in ('held', 'published', 'replaced')`

/** Of what is published, what the bundle has. */
function undecidedIn({
  background,
  document: { context },
}: {
  readonly background?: ModelBackground | undefined
  readonly document: BundleDocument
}): readonly string[] {
  if (background?.state !== 'published') return background?.sentences ?? []
  const standing = new Set(context.filter(({ basis }) => basis === 'background').map(({ text }) => text))
  return background.sentences.filter((text) => standing.has(text))
}

/** Where no model answered, what is held goes on waiting; what was published is in the bundle no more. */
async function replaceOthers(
  db: Database,
  id: BundleId,
  keys: readonly string[],
  background: ModelBackground | undefined,
): Promise<void> {
  const going: BackgroundState[] = background === undefined ? ['published'] : ['held', 'published']
  await db
    .update(bundleBackground)
    .set({ state: 'replaced', carriedFrom: null })
    .where(
      and(
        ...[eq(bundleBackground.bundleId, id), inArray(bundleBackground.state, going)],
        sql`${bundleBackground.key} <> all (${sql.param(keys)}::text[])`,
      ),
    )
}

/** What editors made of a bundle's background. */
export async function decidedBackground(db: Database, id: BundleId): Promise<DecidedBackground> {
  const rows = await db
    .select({ text: bundleBackground.text, state: bundleBackground.state })
    .from(bundleBackground)
    .where(and(eq(bundleBackground.bundleId, id), sql`${bundleBackground.state} in ('accepted', 'rejected')`))
    .orderBy(asc(bundleBackground.number))
  const of = (state: BackgroundState) => rows.filter((row) => row.state === state).map(({ text }) => text)
  return { accepted: of('accepted'), rejected: of('rejected') }
}

export interface BackgroundSentence {
  readonly bundle: BundleId
  /** By which editors name it: of this sentence for ever. */
  readonly number: number
  readonly headline: string
  readonly text: string
  readonly model: string
  readonly state: BackgroundState
  readonly heldAt: Date
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly note: string | null
}

/** For editors: sentences of background by state, of one bundle or of all that readers may come to see. */
export async function backgroundSentences(
  db: Database,
  { state, bundle: name }: { readonly state: BackgroundState; readonly bundle?: string | undefined },
): Promise<BackgroundSentence[]> {
  if (name !== undefined && !/^[1-9]\d{0,17}$/.test(name)) return []
  const { number, text, model, heldAt, decidedAt, decidedBy, note } = bundleBackground
  return db
    .select({
      ...{ bundle: bundle.id, number, text, model, state: bundleBackground.state, heldAt, decidedAt, decidedBy, note },
      headline: sql<string>`${bundleVersion.document} -> 'headline' ->> 'text'`,
    })
    .from(bundleBackground)
    .innerJoin(bundle, eq(bundle.id, bundleBackground.bundleId))
    .innerJoin(bundleVersion, and(eq(bundleVersion.bundleId, bundle.id), eq(bundleVersion.version, bundle.version)))
    .innerJoin(story, eq(story.id, bundle.storyId))
    .where(
      and(
        ...[eq(bundleBackground.state, state), ne(bundle.state, 'withdrawn'), ne(story.state, 'merged')],
        name === undefined ? undefined : eq(bundle.id, bundleId(name)),
      ),
    )
    .orderBy(asc(bundle.id), asc(number))
}

export type BackgroundOutcome =
  | { readonly kind: 'done'; readonly version: number }
  | { readonly kind: 'refused'; readonly reason: BackgroundRefusal }

export type BackgroundRefusal = NotToEdit | 'no-such-background' | 'accepted' | 'rejected' | 'replaced' | 'worded'

/** Of Postgres' integer. */
const largestNumber = 2 ** 31 - 1

interface Named {
  readonly bundle: string
  readonly number: number
}

/**
 * An editor takes a sentence that is held, published or was rejected, into the context as a new version; it stays in all later ones until
 * it is rejected.
 */
export function acceptBackground(db: Database, named: Named, by: By): Promise<BackgroundOutcome> {
  return decide(db, named, 'accepted', by)
}

/** The sentence does not come back by itself; one that was accepted or published goes, as a new version. */
export function rejectBackground(db: Database, named: Named, by: By): Promise<BackgroundOutcome> {
  return decide(db, named, 'rejected', by)
}

async function decide(
  db: Database,
  { bundle: name, number }: Named,
  state: 'accepted' | 'rejected',
  by: By,
): Promise<BackgroundOutcome> {
  return db.transaction(async (tx) => {
    const current = await lockedVersion(tx, name)
    if (typeof current === 'string') return { kind: 'refused', reason: current }
    if (number > largestNumber) return { kind: 'refused', reason: 'no-such-background' }
    const its = and(eq(bundleBackground.bundleId, current.id), eq(bundleBackground.number, number))
    const [sentence] = await tx.select().from(bundleBackground).where(its)
    if (sentence === undefined) return { kind: 'refused', reason: 'no-such-background' }
    if (sentence.state === state || sentence.state === 'replaced') return { kind: 'refused', reason: sentence.state }
    const isSeen = sentence.state === 'accepted' || sentence.state === 'published'
    const worded = await wordedOver(tx, current.id)
    if (isSeen && worded.has(sentence.key)) return { kind: 'refused', reason: 'worded' }
    await tx
      .update(bundleBackground)
      .set({ state, decidedAt: by.now, decidedBy: by.actor, note: by.note, carriedFrom: null, ownState: null })
      .where(its)
    const { accepted, rejected } = await decidedBackground(tx, current.id)
    const standing = accepted.filter((text) => !worded.has(sentenceKey(text)))
    const document = withDecided(current.document, { accepted: standing, rejected })
    const changes = state === 'accepted' || isSeen
    const version = changes ? await saveEdited(tx, current, document, by) : current.version
    const details = { sentence: number, ...(changes ? { version } : {}) }
    await logEdit(tx, { bundle: current.id, kind: `background-${state}`, details }, by)
    return { kind: 'done', version }
  })
}

/** Keys of background in whose place an editor's own words stand. */
async function wordedOver(db: Database, id: BundleId): Promise<ReadonlySet<string>> {
  const replaced = (await standingWordings(db, id)).map((one) => one.replaced)
  return new Set(replaced.filter(({ basis }) => basis === 'background').map(({ text }) => sentenceKey(text)))
}
