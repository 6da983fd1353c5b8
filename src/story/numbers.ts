import type { Token } from './tokens.ts'

const months =
  /^(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i
const order = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Numbers that tell events apart: `11.5`, `1200`, and days as `02-04`. Numbers below 13 stand in every text and say nothing. */
export function numberTerms(tokens: readonly Token[]): string[] {
  const terms: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]?.word
    if (word === undefined || !word.isNumber) continue
    const term = dayOfMonth(word.text, tokens[at - 1], tokens[at + 1]) ?? word.number
    if (term !== null) terms.push(term)
  }
  return terms
}

function dayOfMonth(text: string, before: Token | undefined, after: Token | undefined): string | null {
  const month = before?.word.month ?? after?.word.month ?? null
  if (month === null) return null
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)?.[1]
  if (day === undefined || Number(day) < 1 || Number(day) > 31) return null
  return `${month}-${day.padStart(2, '0')}`
}

/** `01` to `12`; null for a word that is no month. */
export function monthOf(word: string): string | null {
  if (!months.test(word)) return null
  return String(order.indexOf(word.slice(0, 3).toLowerCase()) + 1).padStart(2, '0')
}

/** Null for a number that says nothing. */
export function plainNumber(text: string): string | null {
  const plain = text.replace(/,(?=\d{3}\b)/g, '').replace(/[^\d.,].*$/, '')
  if (plain.length > 15) return null
  return /[.,]/.test(plain) || Number(plain) > 12 ? plain : null
}
