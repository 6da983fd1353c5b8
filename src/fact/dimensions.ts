/** How long, high, wide, deep or thick something is said to be. */
export interface Dimension {
  /** "kilometer long": sizes are only compared in one unit and one direction. */
  readonly unit: string
  /** The words after the number that say so, as written: " kilometres long". */
  readonly words: string
}

const units: Readonly<Record<string, string>> = {
  km: 'kilometer',
  kilometre: 'kilometer',
  mi: 'mile',
  metre: 'meter',
  m: 'meter',
  foot: 'feet',
  ft: 'feet',
  inche: 'inch',
  centimetre: 'centimeter',
  cm: 'centimeter',
}
const directions: Readonly<Record<string, string>> = {
  tall: 'high',
  lang: 'long',
  hoch: 'high',
  breit: 'wide',
  tief: 'deep',
  dick: 'thick',
}
const size =
  /^[\s-](kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|m|yards?|feet|foot|ft|inch(?:es)?|centimet(?:er|re)s?|cm|Kilometern?|Metern?|Zentimetern?)[\s-](long|high|tall|wide|deep|thick|across|lang|hoch|breit|tief|dick)\b(?!\s(?:line|queue|march|walk|journey|trip|stretch|section|backup|jam))/i

/** `after` is what stands behind the number: "3.4 kilometres long", "a 30-foot-high wall"; null where it says no size. */
export function dimensionAt(after: string): Dimension | null {
  const found = size.exec(after)
  if (found === null) return null
  const [words, unit = '', direction = ''] = found
  const plain = unit.toLowerCase().replace(/n$/, '').replace(/s$/, '')
  const way = direction.toLowerCase()
  return { unit: `${units[plain] ?? plain} ${directions[way] ?? way}`, words }
}
