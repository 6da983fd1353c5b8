import { z } from 'zod'
import { catalogueSchema } from './catalogue-schema.ts'

/** The schema that editors check and complete sources.yaml with, from the schema that the parser uses. */
export function sourcesJsonSchema() {
  // draft-07 because that is what the YAML language server understands in full.
  return { title: 'Parallax sources', ...z.toJSONSchema(catalogueSchema, { io: 'input', target: 'draft-07' }) }
}
