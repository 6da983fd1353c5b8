import { and, asc, eq, sql } from 'drizzle-orm'
import type { BundleDocument } from '../bundle/document.ts'
import type { Database } from './database.ts'
import { bundleId } from './ids.ts'
import { type FoundBundle, publishedBundle } from './reading.ts'
import { bundle, bundleVersion } from './schema.ts'

export interface VersionOfBundle {
  readonly version: number
  readonly at: Date
  /** `extractive-1`, `model NAME` or `editor`. */
  readonly writer: string
}

/** The versions that readers saw, oldest first, or what stands at the id instead. */
export type FoundVersions =
  | { readonly kind: 'found'; readonly versions: readonly VersionOfBundle[] }
  | Exclude<FoundBundle, { readonly kind: 'found' }>

// What was replaced before the bundle was published nobody has read, and it stays a draft.
const wasRead = sql`${bundleVersion.version} >= (
  select max(version) from bundle_version first where first.bundle_id = ${bundle.id} and first.at <= ${bundle.publishedAt})`

export async function publishedVersions(db: Database, id: string): Promise<FoundVersions> {
  const found = await publishedBundle(db, id)
  if (found.kind !== 'found') return found
  const versions = await db
    .select({ version: bundleVersion.version, at: bundleVersion.at, writer: bundleVersion.writer })
    .from(bundleVersion)
    .innerJoin(bundle, eq(bundle.id, bundleVersion.bundleId))
    .where(and(eq(bundle.id, found.bundle.id), wasRead))
    .orderBy(asc(bundleVersion.version))
  return { kind: 'found', versions }
}

/** These versions of a published bundle, of those that readers saw, oldest first. */
export async function publishedDocuments(
  db: Database,
  id: string,
  versions: readonly number[],
): Promise<{ version: number; document: BundleDocument }[]> {
  if (!/^[1-9]\d{0,17}$/.test(id)) return []
  return db
    .select({ version: bundleVersion.version, document: bundleVersion.document })
    .from(bundleVersion)
    .innerJoin(bundle, eq(bundle.id, bundleVersion.bundleId))
    .where(
      and(
        ...[eq(bundle.id, bundleId(id)), eq(bundle.state, 'published'), wasRead],
        sql`${bundleVersion.version} = any (${sql.param([...versions])}::int[])`,
      ),
    )
    .orderBy(asc(bundleVersion.version))
}

export interface VersionToShow extends VersionOfBundle {
  readonly document: BundleDocument
}

/** For editors: a bundle's versions, drafts among them, oldest first; none where there is no such bundle. */
export async function versionsOfBundle(db: Database, id: string): Promise<VersionOfBundle[]> {
  if (!/^[1-9]\d{0,17}$/.test(id)) return []
  return db
    .select({ version: bundleVersion.version, at: bundleVersion.at, writer: bundleVersion.writer })
    .from(bundleVersion)
    .where(eq(bundleVersion.bundleId, bundleId(id)))
    .orderBy(asc(bundleVersion.version))
}

/** For editors: one version of a bundle, of drafts too. */
export async function versionOfBundle(db: Database, id: string, version: number): Promise<VersionToShow | null> {
  if (!/^[1-9]\d{0,17}$/.test(id)) return null
  const [row] = await db
    .select({
      ...{ version: bundleVersion.version, at: bundleVersion.at },
      ...{ writer: bundleVersion.writer, document: bundleVersion.document },
    })
    .from(bundleVersion)
    .where(and(eq(bundleVersion.bundleId, bundleId(id)), eq(bundleVersion.version, version)))
  return row ?? null
}
