import { isMap, isSeq, type Node } from 'yaml'
import { type FilePart, type Flaw, inFile } from './file-part.ts'
import { nodeAt } from './locate.ts'
import { readYaml } from './read-yaml.ts'
import { type Span, splitSources } from './split-sources.ts'

/** One piece of the catalogue: what it says, or only its flaws where it is no YAML. */
export type ReadPart =
  | { readonly kind: 'read'; readonly part: FilePart; readonly value: unknown; readonly flaws: readonly Flaw[] }
  | { readonly kind: 'unreadable'; readonly flaws: readonly Flaw[] }

/** A catalogue of which one source at a time is held as nodes: those of 20,000 would fill a gigabyte. */
export interface ReadCatalogue {
  /** Everything but the sources. Where they are a list, an empty one stands for them. */
  readonly frame: ReadPart
  readonly count: number
  /** Reads one source, anew at each call. */
  source(index: number): ReadPart
}

export function readCatalogue(text: string): ReadCatalogue {
  return readInBlocks(text) ?? readWhole(text)
}

function readInBlocks(text: string): ReadCatalogue | undefined {
  const split = splitSources(text)
  if (!split) return undefined
  const read = readYaml(split.frame)
  if (read.kind === 'unreadable') return { frame: read, ...none }
  // A value beside the blocks: the line that looked like the list's key was something else.
  if (!isMap(read.root) || isFilled(read.value, 'sources')) return undefined
  return {
    frame: { ...inWhole(read), value: { ...Object(read.value), sources: [] } },
    count: split.blocks.length,
    source: (index) => readBlock(text, split.blocks[index], index),
  }
}

function readBlock(text: string, { start, end }: Span = { start: 0, end: 0 }, index: number): ReadPart {
  const read = readYaml(text.slice(start, end))
  const path = ['sources', index]
  // Read alone, the block is a list of one.
  const flaws = read.flaws.map((flaw) => inFile({ base: start, path }, { ...flaw, path: flaw.path.slice(1) }))
  if (read.kind === 'unreadable') return { kind: 'unreadable', flaws }
  const root = nodeAt(read.root, [0]) ?? read.root
  return { kind: 'read', part: { root, base: start, path }, value: itemOf(read.value, 0), flaws }
}

function readWhole(text: string): ReadCatalogue {
  const read = readYaml(text)
  if (read.kind === 'unreadable') return { frame: read, ...none }
  const list = nodeAt(read.root, ['sources'])
  if (!isSeq(list)) return { frame: inWhole(read), ...none }
  const { sources, ...others } = Object(read.value)
  return {
    frame: { ...inWhole(read), value: { ...others, sources: [] } },
    count: list.items.length,
    source: (index) => {
      const part = { root: nodeAt(list, [index]) ?? null, base: 0, path: ['sources', index] }
      return { kind: 'read', part, value: itemOf(sources, index), flaws: [] }
    },
  }
}

const none = {
  count: 0,
  source: (): ReadPart => ({ kind: 'unreadable', flaws: [] }),
}

function inWhole({ root, value, flaws }: { root: Node | null; value: unknown; flaws: readonly Flaw[] }) {
  return { kind: 'read', part: { root, base: 0, path: [] }, value, flaws } as const
}

function isFilled(value: unknown, key: string): boolean {
  return Object(value)[key] !== null
}

function itemOf(list: unknown, index: number): unknown {
  return Array.isArray(list) ? list[index] : undefined
}
