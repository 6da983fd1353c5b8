import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { readable } from '../bundle/claims.ts'
import type { Claim } from '../bundle/document.ts'
import { claimAt, placeNamed, type Wording, type WordingPlace, withWordsAt } from '../bundle/wordings.ts'
import type { Database } from './database.ts'
import { lockedVersion, logEdit, type NotToEdit, saveEdited } from './edited-version.ts'
import { type BundleId, bundleId } from './ids.ts'
import { bundle, bundleWording } from './schema.ts'
import type { By } from './story-edits.ts'

export const wordingColumns = {
  ...{ id: bundleWording.id, part: bundleWording.part, label: bundleWording.label },
  ...{ position: bundleWording.position, text: bundleWording.text, replaced: bundleWording.replaced },
  ...{ actor: bundleWording.actor, note: bundleWording.note, at: bundleWording.at },
  saidIn: sql<BundleId>`(select said.bundle_id::text from bundle_wording as said
    where said.id = coalesce(bundle_wording.carried_from, bundle_wording.id))`,
}

/** What editors say in a bundle and have not released, in the order in which they said it. */
export async function standingWordings(db: Database, id: BundleId): Promise<StandingWording[]> {
  return db
    .select(wordingColumns)
    .from(bundleWording)
    .where(and(eq(bundleWording.bundleId, id), isNull(bundleWording.releasedAt)))
    .orderBy(asc(bundleWording.id))
}

export interface StandingWording extends Wording {
  readonly id: string
  readonly actor: string
  readonly note: string | null
  readonly at: Date
  /** This bundle, or that of a merged story from which it came along. */
  readonly saidIn: BundleId
}

export type WordingOutcome =
  | { readonly kind: 'done'; readonly version: number }
  | { readonly kind: 'refused'; readonly reason: WordingRefusal }

export type WordingRefusal = NotToEdit | 'no-such-sentence' | 'no-such-wording' | 'same-words' | 'no-words'

/**
 * Puts an editor's words in the place of a sentence ("lede", "facts.2", "perspectives.1.framing.1" of the version that stands), as a
 * new version of the bundle in which nothing else changes. They stay in all later versions until they are released.
 */
export async function wordSentence(
  db: Database,
  { bundle: name, place: placeName, text }: { bundle: string; place: string; text: string },
  by: By,
): Promise<WordingOutcome> {
  const words = readable(text)
  if (words === '') return { kind: 'refused', reason: 'no-words' }
  return db.transaction(async (tx) => {
    const current = await lockedVersion(tx, name)
    if (typeof current === 'string') return { kind: 'refused', reason: current }
    const place = placeNamed(current.document, placeName)
    const stands = place && claimAt(current.document, place)
    if (place === null || !stands) return { kind: 'refused', reason: 'no-such-sentence' }
    if (stands.text === words) return { kind: 'refused', reason: 'same-words' }
    const former = wordingAt(await standingWordings(tx, current.id), place, stands)
    if (former !== null) await release(tx, former.id, by)
    const { part, label, position, replaced } = former ?? { ...place, replaced: stands }
    const wording = { part, label, position, replaced, text: words }
    await tx
      .insert(bundleWording)
      .values({ ...wording, bundleId: current.id, actor: by.actor, note: by.note, at: by.now })
    const version = await saveEdited(tx, current, withWordsAt(current.document, place, words), by)
    await logEdit(tx, { bundle: current.id, kind: 'worded', details: { version, ...place } }, by)
    return { kind: 'done', version }
  })
}

/** Takes an editor's words back: the bundle is composed anew by the next run, and says there what the articles give. */
export async function releaseWording(
  db: Database,
  { bundle: name, place: placeName }: { bundle: string; place: string },
  by: By,
): Promise<WordingOutcome> {
  return db.transaction(async (tx) => {
    const current = await lockedVersion(tx, name)
    if (typeof current === 'string') return { kind: 'refused', reason: current }
    const wordings = await standingWordings(tx, current.id)
    const place = placeNamed(current.document, placeName)
    const stands = place && claimAt(current.document, place)
    // By its id, too: words in a perspective that the bundle has no more stand nowhere.
    const wording =
      wordings.find(({ id }) => id === placeName) ?? (place && stands && wordingAt(wordings, place, stands))
    if (!wording) return { kind: 'refused', reason: 'no-such-wording' }
    await release(tx, wording.id, by)
    await tx.update(bundle).set({ composedRevision: 0 }).where(eq(bundle.id, current.id))
    const { part, label, position } = wording
    await logEdit(tx, { bundle: current.id, kind: 'released', details: { part, label, position } }, by)
    return { kind: 'done', version: current.version }
  })
}

/** Which of the editors' words stand in a place: other sentences may have come before them since they were said. */
function wordingAt(wordings: readonly StandingWording[], place: WordingPlace, { text, basis }: Claim) {
  const { part, label } = place
  const said = wordings.find((one) => one.part === part && one.label === label && one.text === text)
  return basis === 'editor' ? (said ?? null) : null
}

async function release(db: Database, id: string, { actor, now }: By): Promise<void> {
  await db.update(bundleWording).set({ releasedAt: now, releasedBy: actor }).where(eq(bundleWording.id, id))
}

export const wordingsOf = (db: Database, name: string) =>
  /^[1-9]\d{0,17}$/.test(name) ? standingWordings(db, bundleId(name)) : Promise.resolve([])
