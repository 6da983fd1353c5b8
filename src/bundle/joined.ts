/** Words that have a capital only where they begin a sentence. */
const smallWords = new Set(
  `A About After All Although Amid An And Are As At Because Before Both But By During Each Earlier Even Every Few For Former From
  He Her Here His How However If In Into Is It Its Just Last Later Less Many More Most Nearly No None Not Now Of On One Once Only
  Or Other Others Our Over People Police Several She Since So Some Still Such That The Their Then There These They This Those
  Three Through Thus To Two Under Until Up What When Where Which While Who With Within Without`.split(/\s+/),
)
/** "in the U.S.": the point belongs to the word. */
const abbreviated = /\p{L}\.\p{L}\.$/u

/**
 * Two sentences as one, whose words are theirs: "The council raised its toll; drivers will pay 12 florins." `isPlain` says of a word
 * that has a capital because it begins the second sentence whether it would have none elsewhere.
 */
export function joined(first: string, second: string, isPlain: (word: string) => boolean): string {
  const head = abbreviated.test(first) ? first : first.replace(/\.(["”’']*)$/, '$1')
  const word = /^\p{Lu}\p{Ll}*(?=[\s,’']|-\p{Ll})/u.exec(second)?.[0] ?? ''
  const isLowered = smallWords.has(word) || (word !== '' && isPlain(word))
  return ended(`${head}; ${isLowered ? `${word.toLowerCase()}${second.slice(word.length)}` : second}`)
}

/** A sentence that was told up to a clause border, with its point. */
export const ended = (text: string) => (/[.!?…]["”’')\]]*$/.test(text) ? text : `${text}.`)
