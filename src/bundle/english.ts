const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** 3 → "three", 40 → "40". */
export function inWords(count: number): string {
  return words[count] ?? String(count)
}

/** (2, "article") → "two articles". */
export function counted(count: number, noun: string): string {
  return `${inWords(count)} ${count === 1 ? noun : `${noun}s`}`
}

/** ["a", "b", "c"] → "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** 1 of 1 → "this article", 2 of 2 → "both articles", 3 of 3 → "all three articles", 2 of 3 → "two of these three articles". */
export function shareOf(count: number, all: number): string {
  if (all === 1) return count === 1 ? 'this article' : 'no article here'
  if (count === all) return all === 2 ? 'both articles here' : `all ${inWords(all)} articles here`
  return `${inWords(count)} of the ${inWords(all)} articles here`
}

/** 1 → "once", 3 → "three times". */
export function timesInWords(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${inWords(count)} times`
}
