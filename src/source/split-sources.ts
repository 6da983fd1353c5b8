/** A stretch of a text, from one offset up to another. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface SplitSources {
  /** The text with the sources blanked out, so that everything else keeps its place. */
  readonly frame: string
  readonly blocks: readonly Span[]
}

// A line begins at the start or after \n: for YAML, unlike for ^ in a RegExp, U+2028 ends no line.
const opening = /(?<![^\n])\ufeff?sources:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)-(?=[ \r\n])/

/**
 * Cuts a catalogue into its sources at the "- " of the list's own indentation, or gives undefined where the list is not
 * laid out in lines. Whatever a source holds is indented deeper, or it is no YAML.
 */
export function splitSources(text: string): SplitSources | undefined {
  const opened = opening.exec(text)
  if (!opened) return undefined
  const indent = opened[1]?.length ?? 0
  const start = opened.index + opened[0].length - 1 - indent
  const starts: number[] = []
  let at = start
  while (at < text.length && !closesList(text, at, indent)) {
    if (beginsItem(text, at, indent)) starts.push(at)
    at = lineAfter(text, at)
  }
  const blocks = starts.map((from, index) => ({ start: from, end: starts[index + 1] ?? at }))
  return { frame: `${text.slice(0, start)}${' '.repeat(at - start - 1)}\n${text.slice(at)}`, blocks }
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

function beginsItem(text: string, at: number, indent: number): boolean {
  for (let column = 0; column < indent; column += 1) if (text[at + column] !== ' ') return false
  return text[at + indent] === '-' && [' ', '\n', '\r', undefined].includes(text[at + indent + 1])
}

/** A line that begins in the first column ends the list, unless it is blank, a comment or itself an item. */
function closesList(text: string, at: number, indent: number): boolean {
  return !' \t#\r\n'.includes(text.charAt(at)) && !(indent === 0 && beginsItem(text, at, indent))
}
