const ligatures: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * A name → what it is compared by across languages of one alphabet: no case, no diacritics, umlauts however written (Müller,
 * Mueller), no genitive s (Macrons). Two names of one language may fold into one; rarely, and alike on both sides.
 */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => ligatures[letter] ?? letter)
    .replace(/([aou])e/g, '$1')
    .split(' ')
    .map((word) => (word.length > 4 ? word.replace(/s$/, '') : word))
    .join(' ')
}

/** The words of a run, and where it is longer than two, each two that stand together: "Minister Ana Brisk" has "Ana Brisk". */
export function partsOfName(name: string): string[] {
  const words = name.split(' ')
  if (words.length === 1) return []
  return [...words, ...(words.length > 2 ? words.slice(1).map((word, at) => `${words[at]} ${word}`) : [])]
}
