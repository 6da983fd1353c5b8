import { z } from '@hono/zod-openapi'
import { bundleDocumentSchema } from '../bundle/document.ts'
import type { PublishedBundle } from './reading.ts'

/** A bundle as services get it: the document, and around it what the store knows of its publication. */
export const publishedBundleSchema = z
  .strictObject({
    id: z.string().describe('What /v1/bundles/{id} and /stories/{id} take; resolves for ever, also after a merge'),
    page: z.string().describe('Address of its page for readers on this host, /stories/{id}'),
    version: z.number().int().min(1).describe('Counts up with every change'),
    publishedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    ...bundleDocumentSchema.shape,
    story: z.string().describe('Names the group of articles; no address takes it: that is `id`'),
  })
  .openapi('Bundle')

export function publishedBundle(bundle: PublishedBundle): z.infer<typeof publishedBundleSchema> {
  const { id, version, publishedAt, updatedAt, document } = bundle
  const page = `/stories/${encodeURIComponent(id)}`
  return { id, page, version, publishedAt: publishedAt.toISOString(), updatedAt: updatedAt.toISOString(), ...document }
}

/** A strong validator: id and version name one text for ever. */
export function bundleTag(bundle: Pick<PublishedBundle, 'id' | 'version'>): string {
  return `"${encodeURIComponent(bundle.id)}-${bundle.version}"`
}
