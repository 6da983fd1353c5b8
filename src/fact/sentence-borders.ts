/** Never the end of a sentence: a name or a number follows. */
const titles =
  /^(?:mr|mrs|ms|mx|dr|prof|sen|sens|rep|reps|gov|govs|gen|lt|col|sgt|capt|cmdr|adm|rev|hon|st|ft|mt|fr|pres|supt|insp|atty|v|vs|no|nos|art|fig|e\.g|i\.e|cf|approx)$/i

/** May end a sentence, and says so only by what follows. */
const shortened = /^(?:inc|corp|co|ltd|llc|bros|jr|sr|etc|est|dept|univ|assn|ave|blvd|rd|al|ph\.d|a\.m|p\.m)$/i

/** So may these, which are names: in small letters most of them are words, and "ore." ends its sentence. */
const shortenedNames =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thurs|fri|sat|sun|ala|ariz|ark|calif|colo|conn|del|fla|ga|ill|ind|kan|ky|la|md|mass|mich|minn|miss|mo|mont|neb|nev|okla|ore|pa|tenn|tex|va|vt|wash|wis|wyo)$/i

const starters =
  /^\s+["“‘'(]?(?:The|A|An|He|She|It|They|We|I|You|His|Her|Its|Their|Our|This|That|These|Those|There|But|And|Or|So|Yet|In|On|At|As|By|For|From|To|If|When|While|After|Before|Since|With|Some|Many|Most|More|All|No|Not|One|Two|Three|What|Who|How|Why|Where|Also|Even|Now|Then|Still|Other|Another|Both|Each|However|Officials|Police|Mr|Mrs|Ms|Dr)\b/

/**
 * A copy of equal length in which only the marks that may end a sentence are still marks: dots of initials,
 * abbreviations, decimals and addresses become letters, and so do the signs that the tokenizer treats in a way of its own.
 */
export function maskFalseBorders(paragraph: string): string {
  return paragraph
    .replace(/\./g, (dot, at: number) => (endsSentence(paragraph, at) ? dot : 'x'))
    .replace(/[。！？؟।｡]/g, '.')
    .replace(/[${}\d/@]/g, 'x')
}

const isShortened = (word: string) => shortened.test(word) || (/^\p{Lu}/u.test(word) && shortenedNames.test(word))

function endsSentence(text: string, at: number): boolean {
  const after = text.slice(at + 1, at + 24)
  if (/^[\p{L}\p{N}]/u.test(after)) return isGlued(text, at)
  const word = /[\p{L}\p{N}.'’&]*$/u.exec(text.slice(Math.max(0, at - 16), at))?.[0] ?? ''
  if (titles.test(word) || isGermanOrdinal(text, at, after)) return false
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word) || isShortened(word)) {
    return after.trim() === '' || /^["”’')\]]*\s*$/.test(after) || starters.test(after)
  }
  return true
}

/** "Bis zum 10. April", "im 2. Stock": what is counted has a capital because it is a noun. */
const counted =
  /^\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhunderts?|Weltkriegs?|(?:Bundes)?[Ll]iga|Stock|Klasse|Runde|Platz|Etage|Geburtstag|Jahrestag|Lebensjahr|Minute|Spieltag)\b/
const ordinal = /\b(?:am|vom|zum|zur|bis|ab|seit|de[rmns]|die|das|beim|im|und)\s\d{1,2}$/i

const isGermanOrdinal = (text: string, at: number, after: string) =>
  counted.test(after) && ordinal.test(text.slice(Math.max(0, at - 12), at))

/** "the deal.The next": the space was lost with the markup. */
function isGlued(text: string, at: number): boolean {
  return (
    /(?:\p{Ll}{3}|\d{4})$/u.test(text.slice(Math.max(0, at - 4), at)) &&
    /^\p{Lu}\p{Ll}*\s/u.test(text.slice(at + 1, at + 20))
  )
}

const saying = '(?:said|says|say|asked|asks|told|tells|added|adds|wrote|writes|replied|tweeted|shouted|according)'
const attribution = new RegExp(`^\\s*(?:\\S+\\s){0,7}?\\S*\\s?${saying}\\b`)

/** Whether two neighbouring pieces are one sentence that the tokenizer cut. */
export function belongTogether(before: string, after: string): boolean {
  if (/^["'”’)\]}]+\s*$/.test(after) || /^["'”’)\]}]+\s/.test(after)) return true
  if (/^\s*[\p{Ll},;:%)]/u.test(after)) return true
  if (/^\s*[–—-]\s/.test(after) && !/\n/.test(after)) return true
  return /[?!…][”"’']\s*$/.test(before) && attribution.test(after)
}

/** How many quotation marks are open at the end; straight ones are counted by parity. */
export function openQuotes(text: string): number {
  let curly = 0
  let straight = 0
  for (const mark of text) {
    if (mark === '“') curly += 1
    else if (mark === '”') curly = Math.max(0, curly - 1)
    else if (mark === '"') straight = 1 - straight
  }
  return curly + straight
}
