import type { BundleFound, Health, PublishedBundle, Reading } from '../../src/api/reading.ts'

const dayOf = (bundle: PublishedBundle) => bundle.publishedAt.toISOString().slice(0, 10)

interface Shelf {
  readonly bundles?: readonly PublishedBundle[]
  readonly gone?: Readonly<Record<string, BundleFound>>
  readonly health?: Partial<Health>
}

/** What the doors read, from memory; `bundles` newest first. A cursor is the place of the next bundle. */
export function readingOf({ bundles = [], gone = {}, health = {} }: Shelf): Reading {
  return {
    async bundles({ day, section, limit, before = '0' }) {
      if (!/^\d+$/.test(before)) return { kind: 'bad-cursor' }
      const wanted = bundles
        .filter((bundle) => day === undefined || dayOf(bundle) === day)
        .filter((bundle) => section === undefined || bundle.document.section === section)
      const end = Number(before) + limit
      return { bundles: wanted.slice(Number(before), end), next: end < wanted.length ? String(end) : null }
    },
    async bundle(id) {
      const bundle = bundles.find((candidate) => candidate.id === id)
      return bundle ? { kind: 'found', bundle } : (gone[id] ?? { kind: 'unknown' })
    },
    days: async () => [...new Set(bundles.map(dayOf))],
    health: async () => ({
      database: 'ok',
      feeds: { declared: 16, failing: 2 },
      articles: 61,
      stories: 12,
      bundles: bundles.length,
      lastFetchAt: new Date('2026-03-12T05:59:00Z'),
      ...health,
    }),
  }
}
