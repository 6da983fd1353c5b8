import { folded, isSiteName } from './site-names.ts'

const fewestWords = 4
const fewestDistinctive = 3
/** A longer key would not fit into an index; titles that agree so far and then differ are told apart by their texts. */
const maxChars = 200

// Agencies and desks mark a piece that they send again; a mark stands apart by punctuation, else it belongs to the title.
const agencyMark = /^(?:update|wrapup|refile|recast|correct(?:ed|ion))(?:\s\d{1,2})?\s?[-–—:|]\s*/iu
const deskMark =
  /^(?:breaking(?: news)?|developing|just in|urgent|alert|exclusive|watch|updated?|live(?: updates?| blog)?|eilmeldung|en direct|última hora)(?::|\s[-–—|])\s+/iu
const bracketedMark = /^[[(](?:updated?|corrected|breaking|live|exclusive)[\])][:\s]\s*/iu
const laterMark = /\s*(?:[[(](?:updated?|corrected|live)[\])]|[-–—|]\s(?:live|as it happened))$/iu
const separator = /\s+[|–—·•»-]\s+|\s*\|\s*/g
const word = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{2}|[\p{L}\p{M}\p{N}]+/gu

/** Words of columns, days and forms: titles made of them come back with another text under them. */
const generic = new Set(
  `a an the in on of for to from by at and or with is are be it its this that what who how why we you your our i us know need so far
  live update updates latest news newsletter brief briefs briefing briefings bulletin headlines headline top story stories world
  week weekend weekly day daily today todays tonight yesterday morning afternoon evening night year month
  monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december
  weather forecast traffic sport sports results scores fixtures lottery horoscope horoscopes crossword sudoku quiz puzzle
  obituary obituaries death deaths notices letters letter editor editorial opinion column cartoon comment comments
  corrections clarifications photos pictures video videos gallery podcast roundup recap review reviews preview watch listen
  part episode edition things happened history`.split(/\s+/),
)

/**
 * A title as it is compared with others of its outlet: case, accents, punctuation, white space, the outlet's name and the
 * marks of a piece sent again ("UPDATE 1-", "BREAKING:") aside. Null for one that names no single piece: fewer than four
 * words ("Live updates", "Weather"; scripts without spaces: eight characters), or fewer than three that are not the
 * small change of columns ("Your Tuesday morning briefing", "Letters to the editor").
 */
export function normalisedTitle(title: string, outlet: string): string | null {
  const own = withoutOutlet(withoutMarks(title.normalize('NFKC').trim()), outlet)
  const plain = own
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘ʼ]/g, '')
    .normalize('NFC')
    .toLowerCase()
  const words = plain.match(word) ?? []
  const distinctive = words.filter((one) => !generic.has(one) && !/^\p{N}+$/u.test(one))
  if (words.length < fewestWords || new Set(distinctive).size < fewestDistinctive) return null
  return words.join(' ').slice(0, maxChars).trim()
}

function withoutMarks(title: string): string {
  const bare = [agencyMark, deskMark, bracketedMark, laterMark].reduce((left, mark) => left.replace(mark, ''), title)
  return bare === title || bare === '' ? title : withoutMarks(bare)
}

function withoutOutlet(title: string, outlet: string): string {
  const last = [...title.matchAll(separator)].at(-1)
  if (last === undefined || last.index === 0) return title
  const after = title.slice(last.index + last[0].length)
  const name = folded(outlet).replace(/^the/, '')
  return isSiteName(after, new Set([name, `the${name}`])) ? title.slice(0, last.index) : title
}
