import { pythonString } from './python-string.ts'

export const fields = ['feed.title', 'item.title', 'item.link'] as const
export type Field = (typeof fields)[number]

/** What a case's comment says of one of the fields; more than one value where any of them will do. */
export interface Expectation {
  readonly field: Field
  readonly values: readonly string[]
}

const subject = String.raw`(feed|entries\[0\])(?:\[u?['"](title|link)['"]\]|\.(title|link)\b)`
const another = String.raw`(?:\s*==\s*entries\[\d+\]\[u?['"]\w+['"]\])*`
const comparison = new RegExp(String.raw`^${subject}${another}\s*==\s*(.+)$`, 's')

/**
 * `Expect: not bozo and feed['title'] == 'a' or feed['title'] == "b"` → feed.title, a or b. Null for cases about anything
 * else, and for those that say more than one field's value.
 */
export function expectationOf(document: string): Expectation | null {
  const written = /^\s*Expect:\s*(.+)$/m.exec(document.slice(0, 10_000))?.[1]
  if (written === undefined) return null
  const alternatives = written.replace(/^not bozo and\s+/, '').split(/\s+or\s+(?=feed\[)/)
  const found = alternatives.map((alternative) => comparison.exec(alternative.trim()))
  const names = new Set(found.map((match) => fieldOf(match)))
  const values = found.map((match) => pythonString(match?.[4] ?? ''))
  const [field] = names
  if (names.size !== 1 || field === undefined || field === null) return null
  return values.every((value) => value !== null) ? { field, values } : null
}

function fieldOf(match: RegExpExecArray | null): Field | null {
  const [, owner, quoted, dotted] = match ?? []
  if (owner === undefined) return null
  const name = `${owner === 'feed' ? 'feed' : 'item'}.${quoted ?? dotted}`
  return fields.find((field) => field === name) ?? null
}
