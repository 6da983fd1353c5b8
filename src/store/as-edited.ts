import type { BundleDocument } from '../bundle/document.ts'
import { type ModelBackground, withDecided } from '../bundle/held-background.ts'
import type { StoryId } from '../story/story.ts'
import { absorbedBundles } from './absorbed-bundles.ts'
import { decidedBackground, keepBackground } from './bundle-background.ts'
import { carryBackground } from './carried-background.ts'
import { carryWordings } from './carried-wordings.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import type { BundleId } from './ids.ts'

export interface Composed {
  readonly story: { readonly id: StoryId }
  readonly document: BundleDocument
  readonly background?: ModelBackground | undefined
  readonly now: Date
}

/**
 * A bundle as it was composed → with what editors say in it and made of its background, and what they said in bundles of stories that
 * merged into its own; background waits for them beside it. Wants the transaction that writes the bundle and has its row.
 */
export async function asEdited(
  db: Database,
  id: BundleId,
  composed: Composed,
  { isFirst }: { readonly isFirst: boolean },
): Promise<BundleDocument> {
  const { story, now } = composed
  const bundles = await absorbedBundles(db, story.id)
  const idsOf = (some: typeof bundles) => some.map((one) => one.id)
  const sentences = await carryBackground(db, id, idsOf(bundles.filter(({ isHome }) => isHome)))
  await keepBackground(db, id, composed)
  const decided = withDecided(composed.document, await decidedBackground(db, id))
  const { document, wordings } = await carryWordings(db, id, decided, { absorbed: idsOf(bundles), isFirst, now })
  if (sentences.length > 0 || wordings.length > 0)
    await logChanges(db, [
      {
        ...{ at: now, actor: 'pipeline:bundle', kind: 'decisions-carried', subject: 'bundle', subjectId: id },
        details: { wordings, sentences },
      },
    ])
  return document
}
