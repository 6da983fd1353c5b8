/** What xml2js makes of elements: a string, or an object with `_` for the text and `$` for the attributes. */
export type Fields = Record<string, unknown>

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Children of one name come as a list. */
export const first = (nodes: unknown): unknown => (Array.isArray(nodes) ? nodes[0] : nodes)

/** A node's text, trimmed; null where it has none. */
export function textOf(node: unknown): string | null {
  const text = isRecord(node) ? node['_'] : node
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null
}

/** An attribute of a node, or of a bare object of attributes. */
export function attributeOf(node: unknown, name: string): string | null {
  const attributes = isRecord(node) && isRecord(node['$']) ? node['$'] : node
  return isRecord(attributes) ? textOf(attributes[name]) : null
}
