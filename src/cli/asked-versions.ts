import type { Database } from '../store/database.ts'
import { type VersionToShow, versionOfBundle, versionsOfBundle } from '../store/published-versions.ts'
import { UserError } from './fail.ts'

/** The number of a bundle's newest version, drafts among them. @throws UserError where there is no such bundle. */
export async function newestVersion(db: Database, bundle: string): Promise<number> {
  const newest = (await versionsOfBundle(db, bundle)).at(-1)?.version
  if (newest === undefined) throw new UserError(`there is no bundle ${bundle}`, 1)
  return newest
}

/** One version of a bundle. @throws UserError where it has none of this number. */
export async function askedVersion(db: Database, bundle: string, version: number): Promise<VersionToShow> {
  const found = await versionOfBundle(db, bundle, version)
  if (found !== null) return found
  throw new UserError(`bundle ${bundle} has no version ${version}: it has ${await newestVersion(db, bundle)}`, 1)
}
