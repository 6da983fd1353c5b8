import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Wording } from '../bundle/wordings.ts'
import type { Database } from './database.ts'
import { type BundleId, bundleId } from './ids.ts'
import { bundleWording } from './schema.ts'

export interface StandingWording extends Wording {
  readonly id: string
  readonly actor: string
  readonly note: string | null
  readonly at: Date
  /** This bundle, or that of a merged story from which it came along. */
  readonly saidIn: BundleId
}

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

/** The same, of the bundle that is named. */
export const wordingsOf = (db: Database, name: string) =>
  /^[1-9]\d{0,17}$/.test(name) ? standingWordings(db, bundleId(name)) : Promise.resolve([])
