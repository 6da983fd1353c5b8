import { stopWords } from './stop-words.ts'
import type { Token } from './tokens.ts'

const calendar =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|mr|mrs|ms|dr|sir|gov|sen|rep|jr|sr|st|gen|prof)$/i
const longestRun = 5

/** In UTF-16 units. */
export const longestName = 40

/**
 * Names as runs of capitalised words, each run whole ("Port Calder") and word by word ("Port", "Calder"), since a text
 * says "Ana Delgado" once and "Delgado" after that. A capital that only begins a sentence makes no name.
 */
export function namesIn(tokens: readonly Token[]): string[] {
  const trusted = trustedCapitals(tokens)
  const names: string[] = []
  let run: string[] = []
  const close = () => {
    if (run.length === 0) return
    if (run.length > 1) names.push(run.join(' '))
    names.push(...run)
    run = []
  }
  for (const { word, startsSentence, touches } of tokens) {
    if (!touches || startsSentence || run.length === longestRun) close()
    if (word.isCapital && trusted.has(word.spoken)) run.push(word.spoken)
    else close()
  }
  close()
  return names
}

/** Capitalised words of which at least one stands inside a sentence, and that nowhere stand in lower case. */
function trustedCapitals(tokens: readonly Token[]): ReadonlySet<string> {
  const trusted = new Set<string>()
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.word.mayBeName && (!token.startsSentence || opensRun(tokens[at + 1]))) trusted.add(token.word.spoken)
  }
  const lowered = loweredAmong(trusted, tokens)
  for (const name of trusted) if (lowered.has(name.toLowerCase())) trusted.delete(name)
  return trusted
}

/** Which of the names stand in lower case as well. */
function loweredAmong(names: ReadonlySet<string>, tokens: readonly Token[]): ReadonlySet<string> {
  const wanted = new Set([...names].map((name) => name.toLowerCase()))
  const lowered = new Set<string>()
  for (const { word } of tokens) if (!word.isCapital && wanted.has(word.text)) lowered.add(word.text)
  return lowered
}

/** "Port Calder's docks …": a capital at a sentence's start is believed when another one follows at once. */
function opensRun(next: Token | undefined): boolean {
  return next?.touches === true && !next.startsSentence && next.word.mayBeName
}

/** Of a capitalised word. */
export function mayBeName(word: string): boolean {
  return word.length > 1 && !stopWords.has(word.toLowerCase()) && !calendar.test(word)
}

/** Datelines shout: CALDER is written Calder. Short words may be initials (NATO) and stay as they are. */
export function spoken(word: string): string {
  const plain = word.replaceAll('.', '').slice(0, longestName)
  return plain.length > 4 && plain === plain.toUpperCase()
    ? `${plain.slice(0, 1)}${plain.slice(1).toLowerCase()}`
    : plain
}
