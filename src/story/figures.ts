import type { Token } from './tokens.ts'

/** What a text counts and dates, written alike for every language: `11.5`, `4200`; days as `02-04`. */
export interface Figures {
  readonly numbers: ReadonlySet<string>
  readonly days: ReadonlySet<string>
}

// By the first letters, in English, German, French, Spanish, Italian, Portuguese and Dutch, without diacritics.
const months: readonly RegExp[] = [
  /^(?:jan|ene|gen)/,
  /^(?:feb|fev)/,
  /^(?:mar|maer|mrt|maart)/,
  /^(?:apr|avr|abr)/,
  /^(?:mai|may|mag|mei)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^(?:nov)/,
  /^(?:dec|dez|dic)/,
]
const monthWord =
  /^(?:jan(?:uary|uar|vier|uari|eiro)?|enero|ene|gennaio|feb(?:ruary|ruar|rero|braio|ruari)?|fev(?:rier|ereiro)?|mar(?:ch|s|zo|co)?|marz|maart|mrt|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|mai|may|mayo|maggio|maio|mei|june?|juni|juin|junio|giugno|junho|july?|juli|juil(?:let)?|julio|luglio|julho|aug(?:ust|ustus)?|aout|agosto|ago|sept?(?:ember|embre|iembre)?|settembre|setembro|oct(?:ober|obre|ubre)?|okt(?:ober)?|ottobre|outubro|nov(?:ember|embre|iembre|embro)?|dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:iembre|embre)?)$/
const between = /^(?:er|de|of|st|nd|rd|th)$/
const year = /^(?:19|20)\d\d$/

/** Numbers of one or two digits and years stand in every text and say nothing. `lang` says how decimals are written. */
export function figuresIn(tokens: readonly Token[], lang: string): Figures {
  const [numbers, days] = [new Set<string>(), new Set<string>()]
  for (const [
    at,
    {
      word: { text },
    },
  ] of tokens.entries()) {
    if (!/^\d/.test(text)) continue
    const day = writtenDay(text) ?? dayBeside(tokens, at)
    const number = day === null ? numberOf(text, lang) : null
    if (day !== null) days.add(day)
    if (number !== null) numbers.add(number)
  }
  return { numbers, days }
}

/** 04.02.2026, as in most of Europe. */
function writtenDay(text: string): string | null {
  const [, day, month] = /^(\d{1,2})\.(\d{1,2})\.(?:19|20)\d\d$/.exec(text) ?? []
  return day !== undefined && month !== undefined && Number(month) <= 12 ? dayText(Number(month), Number(day)) : null
}

/** "4 February", "February 4", "4. Februar", "1er février", "4 de febrero". */
function dayBeside(tokens: readonly Token[], at: number): string | null {
  const text = tokens[at]?.word.text ?? ''
  if (!/^\d{1,2}$/.test(text)) return null
  const next = tokens[at + 1]?.word.text ?? ''
  const after = between.test(next) ? (tokens[at + 2]?.word.text ?? '') : next
  const month = monthOf(after) ?? capitalMonth(tokens[at - 1]?.word.text ?? '')
  return month === null ? null : dayText(month, Number(text))
}

/** Before the day the month stands in English, with a capital: in "en mars 4 navires" it is none. */
const capitalMonth = (word: string) => (/^\p{Lu}/u.test(word) ? monthOf(word) : null)

function monthOf(word: string): number | null {
  if (word.length > 12) return null
  const plain = word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return monthWord.test(plain) ? months.findIndex((month) => month.test(plain)) + 1 : null
}

function dayText(month: number, day: number): string | null {
  if (month < 1 || day < 1 || day > 31) return null
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function numberOf(text: string, lang: string): string | null {
  if (text.length > 15) return null
  const [thousands, decimal] = lang === 'en' ? [/,(?=\d{3}\b)/g, '.'] : [/\.(?=\d{3}\b)/g, ',']
  const plain = text.replace(thousands, '').replace(decimal, '.')
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return null
  return plain.includes('.') || (plain.length > 2 && !year.test(plain)) ? String(Number(plain)) : null
}
