import type { Token } from './tokens.ts'

const months =
  /^(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i
const order = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Numbers that tell events apart: `11.5`, `1200`, and days as `02-04`. Numbers below 13 stand in every text and say nothing. */
export function* numberTerms(tokens: readonly Token[]): Generator<string> {
  for (const [at, token] of tokens.entries()) {
    if (!/^\d/.test(token.text)) continue
    const day = dayOfMonth(token.text, tokens[at - 1]?.text, tokens[at + 1]?.text)
    if (day !== null) yield day
    else yield* plainNumber(token.text)
  }
}

function dayOfMonth(text: string, before: string | undefined, after: string | undefined): string | null {
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)?.[1]
  if (day === undefined || Number(day) < 1 || Number(day) > 31) return null
  const month = [before, after].find((word) => word !== undefined && /^\p{Lu}/u.test(word) && months.test(word))
  if (month === undefined) return null
  return `${String(order.indexOf(month.slice(0, 3).toLowerCase()) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}

function* plainNumber(text: string): Generator<string> {
  const plain = text.replace(/,(?=\d{3}\b)/g, '').replace(/[^\d.,].*$/, '')
  if (plain.length > 15) return
  if (/[.,]/.test(plain) || Number(plain) > 12) yield plain
}
