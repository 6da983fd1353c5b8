/** 1, "article" → "1 article"; 3, "article" → "3 articles"; the plural is given where it is not the noun and an s. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`
}
