const stopWords = new Set(
  `a an the and or but nor so yet of in on at to for from by with without as is are was were be been being it its their
  they them his her he she him who whom whose what which why how when where that this these those after before over under
  up down out off not no than then into onto about against between among during through i you we us our your my will would
  could should can may might must has have had do does did just more most much many some any all one each`.split(/\s+/),
)

/** The words of a title that carry its meaning, lower-case. */
export function contentWords(title: string): Set<string> {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+(?:[-.,][\p{L}\p{N}]+)*/gu) ?? []
  return new Set(words.filter((word) => !stopWords.has(word) && word !== 's'))
}

/** Words in common by words in all, 0 to 1. */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length
  return common / (one.size + other.size - common || 1)
}

/** The sentences that an article says in its own voice: what stands in quotation marks is cut out. */
export function ownSentences(text: string): string[] {
  const unquoted = text.replace(/["“][^"“”]*["”]/g, ' ')
  const sentences = unquoted.split(/(?<=[.?!])\s+|\n+/).map((sentence) => sentence.replace(/\s+/g, ' ').trim())
  return sentences.filter((sentence) => sentence.split(' ').length >= 5)
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

/** Every pair of two different members. */
export function pairs<T>(members: readonly T[]): [T, T][] {
  return members.flatMap((one, index) => members.slice(index + 1).map((other): [T, T] => [one, other]))
}
