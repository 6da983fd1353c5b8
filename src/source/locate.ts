import { isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml'

export type FieldPath = readonly (string | number)[]

// Deeper than any field of a catalogue: the place of a mistake in stray brackets need not be told any closer.
const deepest = 8

/** `['sources', 3, 'feeds', 0, 'url']` as people write it: `sources[3].feeds[0].url`. */
export function fieldName(path: FieldPath): string {
  const name = path.map(stepName).join('')
  return name.startsWith('.') ? name.slice(1) : name || '(file)'
}

function stepName(step: string | number): string {
  return typeof step === 'string' && /^[\w-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
}

/** The node at a path, or undefined where the file has none. */
export function nodeAt(root: Node | null, path: FieldPath): Node | undefined {
  let node: unknown = root
  for (const step of path) node = child(node, step)
  return isNode(node) ? node : undefined
}

/** Where the value at a path begins; at its key if there is no value, at the nearest thing around it if no key. */
export function offsetAt(root: Node | null, path: FieldPath): number {
  const value = nodeAt(root, path)
  if (value && !isEmpty(value)) return startOf(value)
  return keyOffsetAt(root, path)
}

/** Where the key of a path begins, or the nearest thing around it. */
export function keyOffsetAt(root: Node | null, path: FieldPath): number {
  const last = path.at(-1)
  if (last === undefined) return startOf(root)
  const parent = path.slice(0, -1)
  const key = pairWithKey(nodeAt(root, parent), last)?.key
  return isNode(key) ? startOf(key) : offsetAt(root, parent)
}

/** The path of the innermost thing that an offset lies in. */
export function pathAtOffset(root: Node | null, offset: number): FieldPath {
  const path: (string | number)[] = []
  let step = stepAtOffset(root, offset)
  while (step && path.length < deepest) {
    path.push(step.name)
    step = stepAtOffset(step.into, offset)
  }
  return path
}

function stepAtOffset(node: unknown, offset: number): { name: string | number; into: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key, value }) => startOf(key) <= offset && offset <= endOf(value ?? key))
    return pair && { name: keyText(pair), into: pair.value }
  }
  if (!isSeq(node)) return undefined
  const index = node.items.findIndex((item) => startOf(item) <= offset && offset <= endOf(item))
  return index < 0 ? undefined : { name: index, into: node.items[index] }
}

/** Where a node begins; 0 for what stands nowhere, such as an empty file. */
export function startOf(node: unknown): number {
  return (isNode(node) && node.range?.[0]) || 0
}

function endOf(node: unknown): number {
  return (isNode(node) && node.range?.[1]) || 0
}

function child(node: unknown, step: string | number): unknown {
  if (isSeq(node)) return typeof step === 'number' ? node.items[step] : undefined
  return pairWithKey(node, step)?.value
}

// Of a key that stands twice, the last is the one whose value is read.
function pairWithKey(node: unknown, key: string | number): Pair | undefined {
  return isMap(node) ? node.items.findLast((pair) => keyText(pair) === String(key)) : undefined
}

function keyText({ key }: Pair): string {
  return isScalar(key) ? String(key.value ?? '') : ''
}

function isEmpty(node: Node): boolean {
  return node.range?.[0] === node.range?.[1]
}
