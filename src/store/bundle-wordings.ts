import { eq } from 'drizzle-orm'
import { readable } from '../bundle/claims.ts'
import type { Claim } from '../bundle/document.ts'
import { claimAt, placeNamed, type WordingPlace, withWordsAt } from '../bundle/wordings.ts'
import { releaseWaiting, waitingWordings } from './carried-wordings.ts'
import type { Database } from './database.ts'
import { lockedVersion, logEdit, type NotToEdit, saveEdited } from './edited-version.ts'
import { bundle, bundleWording } from './schema.ts'
import { type StandingWording, standingWordings } from './standing-wordings.ts'
import type { By } from './story-edits.ts'

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

/**
 * Takes an editor's words back: the bundle is composed anew by the next run, and says there what the articles give. Words of a merged
 * story that wait, named by their id, wait no more.
 */
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
    const said = wording ?? (await waitingWordings(tx, current.id)).find(({ id }) => id === placeName)
    if (!said) return { kind: 'refused', reason: 'no-such-wording' }
    if (said === wording) {
      await release(tx, said.id, by)
      await tx.update(bundle).set({ composedRevision: 0 }).where(eq(bundle.id, current.id))
    } else await releaseWaiting(tx, current.id, said, by)
    const { part, label, position } = said
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
