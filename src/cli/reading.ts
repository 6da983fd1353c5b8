import type { Reading } from '../api/reading.ts'
import type { Database } from '../store/database.ts'
import { publishedDocuments, publishedVersions } from '../store/published-versions.ts'
import { publishedBundle, publishedBundles, publishedDays } from '../store/reading.ts'
import { readStatus } from '../store/status.ts'

/** What the doors ask, answered by the store. */
export function createReading(db: Database): Reading {
  return {
    bundles: (query) => publishedBundles(db, query),
    bundle: (id) => publishedBundle(db, id),
    versions: (id) => publishedVersions(db, id),
    documents: (id, versions) => publishedDocuments(db, id, versions),
    days: () => publishedDays(db),
    health: async () => {
      try {
        const status = await readStatus(db)
        return {
          database: 'ok',
          feeds: { declared: status.feeds, failing: status.feedsFailing },
          articles: status.articlesByState['extracted'] ?? 0,
          stories: status.stories,
          bundles: status.bundles,
          lastFetchAt: status.lastFetchAt,
        }
      } catch {
        return {
          database: 'unreachable',
          feeds: { declared: 0, failing: 0 },
          articles: 0,
          stories: 0,
          bundles: 0,
          lastFetchAt: null,
        }
      }
    },
  }
}
