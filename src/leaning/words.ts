/** The words of a text, lower-case, apostrophes straightened, in order. */
export const wordsIn = (text: string): string[] =>
  text
    .replaceAll('’', "'")
    .toLowerCase()
    .match(/\p{L}+(?:'\p{L}+)?/gu) ?? []
