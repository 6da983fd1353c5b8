/** A number as a sentence states it: `value` is comparable across spellings ("1.4 million", "1,400,000"). */
export interface Figure {
  readonly value: string
  readonly sort: 'count' | 'money' | 'percent' | 'year' | 'time' | 'day'
  /** As written. */
  readonly text: string
}

const small =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const wordValue = new Map<string, number>([
  ...small.map((word, at): [string, number] => [word, at + 2]),
  ...tens.map((word, at): [string, number] => [word, (at + 2) * 10]),
])
const scales = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['millionen', 1e6],
  ['mio', 1e6],
  ['milliarden', 1e9],
  ['milliarde', 1e9],
  ['mrd', 1e9],
])
const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\\.?'
const word = `(?:${tens.join('|')})(?:[- ](?:one|${small.slice(0, 8).join('|')}))?|${small.join('|')}`
const number = new RegExp(
  [
    `(?<day>\\b${months}\\s(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\b(?![,.]?\\d)|\\b(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?${months}\\b)`,
    '(?<time>\\b\\d{1,2}[:.]\\d{2}(?=\\s?(?:a\\.?m|p\\.?m|GMT|UTC|ET|EST|EDT|BST)))',
    `(?:(?<money>[$£€¥]|\\b(?:US|C|A)\\$)\\s?)?(?<digits>(?<![\\p{L}\\d])(?<!\\p{L}-)(?<!\\d[.,])(?:[1-9]\\d{0,2}(?:\\.\\d{3})+(?![\\d.]*\\d)(?:,\\d{1,2}(?![\\d,]))?|\\d+(?:,\\d{1,2}(?![\\d,]))?(?:,\\d{3})*(?:\\.\\d+)?))(?:(?:st|nd|rd|th)\\b)?(?<unit>[- ]?(?:hundred|thousand|million|billion|trillion|bn|mn|tn|m|Millionen|Milliarden?|Mio|Mrd)\\b)?(?<percent>\\s?%|[- ]per\\s?cent|\\sProzent)?`,
    `(?<word>\\b(?:${word})\\b)(?<wordUnit>[- ](?:hundred|thousand|million|billion|trillion)\\b)?(?<wordPercent>[- ]per\\s?cent)?`,
  ].join('|'),
  'giu',
)
/** The pattern above knows all alphabets and is slow: a text without a digit or a number word is not given to it. */
const mayHaveNumber = new RegExp(`\\d|\\b(?:${[...small, ...tens].join('|')})\\b`, 'i')

/** Numbers of a text, digits and number words alike; "one" is left out, being a pronoun more often than a count. */
export function figuresIn(text: string): readonly Figure[] {
  const found: Figure[] = []
  if (!mayHaveNumber.test(text)) return found
  for (const match of text.matchAll(number)) found.push(...figureOf(match[0].trim(), match.groups ?? {}))
  return found
}

function figureOf(text: string, groups: Record<string, string | undefined>): Figure[] {
  const { day, d1, d2, time, digits, word: spelled } = groups
  if (day !== undefined) return [{ value: d1 ?? d2 ?? '', sort: 'day', text }]
  if (time !== undefined) return [{ value: time.replace('.', ':'), sort: 'time', text }]
  const isBare = /[$£¥%]|cent$|Prozent$/.test(text) === false && groups['unit'] === undefined
  const plain = digits === undefined ? spelledValue(spelled ?? '') : numberOf(digits, isBare)
  const unit = (groups['unit'] ?? groups['wordUnit'] ?? '').replace(/^[- ]/, '').toLowerCase()
  const value = String(Number((plain * (scales.get(unit) ?? 1)).toPrecision(12)))
  return [{ value, sort: sortOf(groups, digits, unit), text }]
}

const pointed = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/

/**
 * "1,400" is fourteen hundred; "9,5" is German or French for nine and a half, and "1.400" for fourteen hundred, unless it is a price, a share
 * or so many millions: English gives only those to three places.
 */
function numberOf(digits: string, isBare: boolean): number {
  const isPointed = pointed.test(digits) && (isBare || digits.split('.').length > 2)
  if (isPointed) return Number(digits.replaceAll('.', '').replace(',', '.'))
  return Number(/,\d{1,2}$/.test(digits) ? digits.replace(',', '.') : digits.replaceAll(',', ''))
}

function sortOf(groups: Record<string, string | undefined>, digits: string | undefined, unit: string): Figure['sort'] {
  if (groups['money'] !== undefined) return 'money'
  if (groups['percent'] !== undefined || groups['wordPercent'] !== undefined) return 'percent'
  return unit === '' && /^(?:1[5-9]|20)\d\d$/.test(digits ?? '') ? 'year' : 'count'
}

function spelledValue(words: string): number {
  const [first = '', second] = words.toLowerCase().split(/[- ]/)
  const ones = second === 'one' ? 1 : (wordValue.get(second ?? '') ?? 0)
  return (wordValue.get(first) ?? 0) + ones
}
