import { ownWords } from '../article/difference.ts'
import type { Change } from '../bundle/change.ts'
import { printable } from './printable.ts'

interface Shown {
  readonly bundle: string
  readonly from: number
  readonly to: number
  readonly changes: readonly Change[]
}

const sayings = {
  added: 'new',
  removed: 'no longer there',
  reworded: 'changed',
  corrected: 'corrected by the outlet',
  'rests-on': 'the same words, on other articles',
  reordered: 'the same sentences in another order',
} as const satisfies Record<Change['kind'], string>

/** The differences of two versions as lines: `-` for what stood there, `+` for what stands there now. */
export function changesText({ bundle, from, to, changes }: Shown, inColour: boolean): string {
  if (from === to) return `Bundle ${bundle} has one version.`
  const head = `Bundle ${bundle}, version ${from} → ${to}`
  if (changes.length === 0) return `${head}: nothing that readers see.`
  return [head, ...changes.flatMap((change) => ['', ...linesOf(change, inColour)])].join('\n')
}

function linesOf({ part, kind, before, after }: Change, inColour: boolean): string[] {
  const lines = [`${printable(part)}: ${sayings[kind]}`]
  if (kind === 'corrected' && before === after) return [...lines, `    ${printable(after ?? '')}, its text`]
  const marked = (text: string, other: string | null) => {
    if (!inColour || other === null) return printable(text)
    const parts = ownWords(text, other)
    return parts.map((one) => (one.isOwn ? `\u001b[7m${printable(one.text)}\u001b[27m` : printable(one.text))).join('')
  }
  if (before !== null) lines.push(coloured(`  - ${marked(before, after)}`, 31, inColour))
  if (after !== null) lines.push(coloured(`  + ${marked(after, before)}`, 32, inColour))
  return lines
}

const coloured = (line: string, colour: number, inColour: boolean) =>
  inColour ? `\u001b[${colour}m${line}\u001b[0m` : line
