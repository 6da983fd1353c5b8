import { stopWords } from './stop-words.ts'
import type { Token } from './tokens.ts'

const calendar =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|mr|mrs|ms|dr|sir|gov|sen|rep|jr|sr|st|gen|prof)$/i
const longestRun = 5

/**
 * Names as runs of capitalised words, each run whole ("Port Calder") and word by word ("Port", "Calder"), since a text
 * says "Ana Delgado" once and "Delgado" after that. A capital that only begins a sentence makes no name.
 */
export function namesIn(tokens: readonly Token[]): string[] {
  const trusted = trustedCapitals(tokens)
  const names: string[] = []
  let run: string[] = []
  const close = () => {
    if (run.length > 1) names.push(run.join(' '))
    names.push(...run)
    run = []
  }
  for (const token of tokens) {
    if (!token.touches || token.startsSentence || run.length === longestRun) close()
    if (trusted.has(spoken(token.text))) run.push(spoken(token.text))
    else close()
  }
  close()
  return names
}

/** Capitalised words of which at least one stands inside a sentence, and that nowhere stand in lower case. */
function trustedCapitals(tokens: readonly Token[]): ReadonlySet<string> {
  const trusted = new Set<string>()
  const lower = new Set<string>()
  for (const [at, { text, startsSentence }] of tokens.entries()) {
    if (!isCapital(text)) lower.add(text)
    else if (!startsSentence || opensRun(tokens, at)) if (mayBeName(text)) trusted.add(spoken(text))
  }
  for (const word of trusted) if (lower.has(word.toLowerCase())) trusted.delete(word)
  return trusted
}

/** "Port Calder's docks …": a capital at a sentence's start is believed when another one follows at once. */
function opensRun(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return next?.touches === true && !next.startsSentence && isCapital(next.text) && mayBeName(next.text)
}

const isCapital = (word: string) => /^\p{Lu}/u.test(word)

function mayBeName(word: string): boolean {
  return word.length > 1 && !stopWords.has(word.toLowerCase()) && !calendar.test(word)
}

/** Datelines shout: CALDER is written Calder. Short words may be initials (NATO) and stay as they are. */
function spoken(word: string): string {
  const plain = word.replaceAll('.', '').slice(0, 40)
  return plain.length > 4 && plain === plain.toUpperCase()
    ? `${plain.slice(0, 1)}${plain.slice(1).toLowerCase()}`
    : plain
}
