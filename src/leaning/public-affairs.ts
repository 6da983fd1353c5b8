/** Words of politics, law and government in the English-language press, none of them any side's own. */
const words = new Set(
  [
    'government governments president presidential minister ministers ministry parliament congress congressional senate',
    'senator senators lawmaker lawmakers legislature legislation legislative governor governors mayor administration',
    'election elections electoral ballot vote votes voted voter voters voting candidate candidates campaign',
    'democrat democrats democratic republican republicans conservative conservatives liberal party parties',
    'policy policies political politics politician politicians law laws court courts judge judges justice constitutional',
    'police federal immigration immigrants immigrant refugees border tax taxes budget military troops war sanctions',
    'treaty diplomatic diplomats rights protest protests protesters abortion welfare',
  ].flatMap((line) => line.split(' ')),
)

const leastWords = 4

/**
 * Whether an article's words, lower-case, are of public affairs: an outlet's sports, recipes and reviews tell nothing of its
 * side, and counted in they would make whoever prints many of them look as dispassionate as a wire.
 */
export function isOfPublicAffairs(said: readonly string[]): boolean {
  const found = new Set<string>()
  for (const word of said) {
    if (words.has(word)) found.add(word)
    if (found.size === leastWords) return true
  }
  return false
}
