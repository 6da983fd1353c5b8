import type { BundleFound, Health, PublishedBundle, Reading } from '../../src/api/reading.ts'
import type { BundleDocument } from '../../src/bundle/document.ts'

const dayOf = (bundle: PublishedBundle) => bundle.publishedAt.toISOString().slice(0, 10)

interface Shelf {
  /** Documents of earlier versions, by bundle: the first is version 1. */
  readonly former?: Readonly<Record<string, readonly BundleDocument[]>>
  readonly bundles?: readonly PublishedBundle[]
  readonly gone?: Readonly<Record<string, BundleFound>>
  readonly health?: Partial<Health>
}

/** What the doors read, from memory; `bundles` newest first. A cursor is the place of the next bundle. */
export function readingOf({ bundles = [], gone = {}, health = {}, former = {} }: Shelf): Reading {
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
    async versions(id) {
      const bundle = bundles.find((candidate) => candidate.id === id)
      if (bundle === undefined)
        return gone[id]?.kind === 'found' ? { kind: 'unknown' } : (gone[id] ?? { kind: 'unknown' })
      const at = bundle.publishedAt
      const versions = [...(former[id] ?? []), bundle.document].map((_, index) => index + 1)
      return { kind: 'found', versions: versions.map((version) => ({ version, at, writer: 'extractive-1' })) }
    },
    async documents(id, versions) {
      const bundle = bundles.find((candidate) => candidate.id === id)
      const documents = bundle === undefined ? [] : [...(former[id] ?? []), bundle.document]
      return documents
        .map((document, index) => ({ version: index + 1, document }))
        .filter(({ version }) => versions.includes(version))
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
