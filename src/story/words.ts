import { longestName, mayBeName, spoken } from './names.ts'
import { monthOf, plainNumber } from './numbers.ts'
import { type TermHash, termHash } from './term-hash.ts'
import { termsOfWord } from './terms.ts'

/** What a word says by itself, wherever it stands. Texts repeat their words: it is found out once and remembered. */
export interface Word {
  readonly text: string
  /** None for stop words and numbers, one for most, pairs of characters for a run of a script without spaces. */
  readonly terms: readonly string[]
  /** Of its terms. */
  readonly hashes: readonly TermHash[]
  readonly isCapital: boolean
  readonly mayBeName: boolean
  /** As a name is written. */
  readonly spoken: string
  readonly isNumber: boolean
  /** The number that it is, where that tells events apart. */
  readonly number: string | null
  /** `01` to `12` for a capitalised month. */
  readonly month: string | null
}

const remembers = 50_000
const capital = /^\p{Lu}/u
const number = /^\d/

/** Words by their text: remembers so many of the last asked for, and up to as many older ones. */
export class Words {
  readonly #stems: boolean
  #recent = new Map<string, Word>()
  #older = new Map<string, Word>()

  /** `stems`: English words end as stems. */
  constructor(stems: boolean) {
    this.#stems = stems
  }

  get(text: string): Word {
    return this.#recent.get(text) ?? this.#remember(this.#older.get(text) ?? wordOf(ownCopy(text), this.#stems))
  }

  // Hostile words may be as long as a text.
  #remember(word: Word): Word {
    if (word.text.length > longestName) return word
    if (this.#recent.size >= remembers) {
      this.#older = this.#recent
      this.#recent = new Map()
    }
    this.#recent.set(word.text, word)
    return word
  }
}

function wordOf(text: string, stems: boolean): Word {
  const isCapital = capital.test(text)
  const isNumber = number.test(text)
  const terms = termsOfWord(text, stems)
  return {
    text,
    terms,
    hashes: terms.map((term) => termHash('word', term)),
    isCapital,
    mayBeName: isCapital && mayBeName(text),
    spoken: isCapital ? spoken(text) : text,
    isNumber,
    number: isNumber ? plainNumber(text) : null,
    month: isCapital ? monthOf(text) : null,
  }
}

/** A slice keeps the whole text that it was cut from in memory; this one keeps itself. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1)
}
