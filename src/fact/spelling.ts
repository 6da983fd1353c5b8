/**
 * A lower-case word as it is spelled in America, where that can be told from its letters: "centre" and "center" are one word. For
 * matching alone: what is no British spelling may change too ("promise"), in all texts alike.
 */
export function inAmericanSpelling(word: string): string {
  return british.test(word) ? respelled(word) : word
}

/** Most words have none of these letters together. */
const british = /our|re|[iy]s|ence|gramme|ll/

function respelled(word: string): string {
  return word
    .replace(/(?<=\p{L}{3})our(?=s?$|ed$|ing$|er|al|able|ite|hood)/u, 'or')
    .replace(/(?<=[aeiouy](?:[bgt]|nt|ct|st))re(?=s?$|d$)/, 'er')
    .replace(/([iy])s(?=e[sd]?$|ing$|ation)/, '$1z')
    .replace(/ence(?=s?$)/, 'ense')
    .replace(/gramme(?=s?$)/, 'gram')
    .replace(doubled, '$1')
}

const doubled =
  /((?:cancel|channel|counsel|dial|equal|fuel|label|level|marshal|model|quarrel|rival|signal|total|travel|tunnel))l(?=ed$|ing$|er)/
