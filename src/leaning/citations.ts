/** A name by which an outlet is cited, and its source's id. */
export interface CitedName {
  readonly name: string
  readonly sourceId: string
}

const afterName =
  /^(?:'s|’s)?,?\s+(?:reports?|reported|noted|wrote|writes|first reported|host|anchor|columnist|correspondent|interview)\b/
const beforeName =
  /(?:\b(?:told|[Aa]ccording to|by|via|in an interview with|with|published (?:in|by)|reported (?:in|by|on)|on)(?: the| The)?)\s+$/
const ordinary = /^(?:the|a|an|of|and|news|online|\(.*\))$/i
const wordCharacter = /[\p{L}\p{N}]/u

/** Finds outlets that a text cites by name, as the name is written; names of one word only where the text says that it cites. */
export class Citations {
  readonly #byFirst = new Map<string, CitedName[]>()

  constructor(names: readonly CitedName[]) {
    for (const named of names) {
      const first = firstWord(named.name)
      if (first === null) continue
      const known = this.#byFirst.get(first) ?? []
      known.push(named)
      this.#byFirst.set(
        first,
        known.sort((a, b) => b.name.length - a.name.length),
      )
    }
  }

  /** Text → ids of the sources that it cites, each once. */
  in(text: string): ReadonlySet<string> {
    const cited = new Set<string>()
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const named = this.#byFirst.get(word)?.find(({ name }) => isCitedAt(text, index, name))
      if (named !== undefined) cited.add(named.sourceId)
    }
    return cited
  }
}

const firstWord = (name: string) => /[\p{L}\p{N}]+/u.exec(name)?.[0] ?? null

function isCitedAt(text: string, index: number, name: string): boolean {
  if (!text.startsWith(name, index)) return false
  const end = index + name.length
  if (wordCharacter.test(text.charAt(end)) || wordCharacter.test(text.charAt(index - 1))) return false
  const telling = name.split(/\s+/).filter((word) => !ordinary.test(word))
  if (telling.length > 1 || /^\p{Lu}{2,}$/u.test(name) || /\bNews$/.test(name)) return true
  return beforeName.test(text.slice(Math.max(0, index - 30), index)) || afterName.test(text.slice(end, end + 30))
}
