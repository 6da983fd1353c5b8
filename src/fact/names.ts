import { ordinaryWords } from './ordinary-words.ts'

const roles =
  'Mr Mrs Ms Mx Dr Prof Professor Sen Sens Senator Senators Rep Reps Representative Gov Governor Gen General Lt Col Colonel Capt Captain Sgt Sergeant President ' +
  'Prime Minister Ministers Secretary Secretaries Sheriff Judge Judges Justice Justices Chief Sir Dame Lord Lady Energy Foreign Home Shadow Attorney Mayor Chancellor Cabinet Former ' +
  'Auditor Seismologist Geologist Councilwoman Councilman Councillor Transport Treasury Finance Health Education Interior Defense Defence Analyst Economist Commissioner Director ' +
  'Pastor Bishop Congressman Congresswoman Officer Detective Coach Lawyer Deputy Vice Premier Ambassador Speaker Pope Rev Reverend Hon Baroness Mediator Envoy'
/** Words that stand before a name and are no part of it. */
export const roleWords: ReadonlySet<string> = new Set(roles.split(' '))
const calendar = new Set(
  (
    'January February March April May June July August September October November December Jan Feb Mar Apr Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday ' +
    'Mon Tue Tues Wed Thu Thurs Fri Sat Sun GMT UTC EST EDT BST CET EAT AM PM'
  ).split(' '),
)

/** "al-Balushi", "el-Sisi": an article that belongs to the name. */
const article = '(?:(?<!\\p{L})(?:al|el|ar|az|ul)-)?'
const capitalised = `${article}\\p{Lu}[\\p{L}\\p{M}\\d’'&.-]*`
const run = new RegExp(
  `${capitalised}(?:[ \\u00a0](?:(?:of|the|de|la|del|van|von|bin|al|and|for) ){0,2}${capitalised})*`,
  'gu',
)

/** A name as a sentence writes it, with the words that tell it apart (no titles, no "of"). */
export interface Name {
  readonly text: string
  readonly words: readonly string[]
}

/** Capitalised words as they stand together: whether they are a name may depend on what else the story tells. */
export interface Capitals {
  readonly text: string
  readonly words: readonly string[]
  /** They open a sentence or a quotation. */
  readonly opens: boolean
}

/** Runs of capitalised words, weekdays and months left out. */
export function capitalsIn(text: string): readonly Capitals[] {
  const found: Capitals[] = []
  for (const match of text.matchAll(run)) {
    for (const part of splitAtAnd(match[0])) {
      const words = nameWords(part)
      const opens = match[0].startsWith(part) && opensSentence(text, match.index)
      if (words.length > 0) found.push({ text: part, words, opens })
    }
  }
  return found
}

/** A single capitalised word that opens a sentence is no name unless `known` has it: every sentence begins with a capital. */
export function namesAmong(capitals: readonly Capitals[], known: ReadonlySet<string> = new Set()): readonly Name[] {
  return capitals.flatMap(({ text, words, opens }): Name[] => {
    const kept = opens ? afterOrdinaryStart(words, known) : words
    return kept.length > 0 ? [{ text: tidy(text, kept), words: kept }] : []
  })
}

/** The names of a text, see `capitalsIn` and `namesAmong`. */
export function namesIn(text: string, known?: ReadonlySet<string>): readonly Name[] {
  return namesAmong(capitalsIn(text), known)
}

/** The words of all names of a text: what two sentences are compared by. */
export function nameWordsIn(text: string, known?: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(namesIn(text, known).flatMap((name) => name.words))
}

/** "Frank and Malloy" are two people; "Trinidad and Tobago" is lost as one, which costs less. */
function splitAtAnd(words: string): string[] {
  return words.split(/ (?:and|for) (?:the )?/)
}

const isNameWord = new RegExp(`^${article}\\p{Lu}`, 'u')

function nameWords(text: string): string[] {
  const words = text.split(/[ {2}]/).map((word) => bare(word))
  const named = words.filter((word) => isNameWord.test(word) && !calendar.has(word))
  const start = named.findIndex((word) => !roleWords.has(word.replace('.', '')))
  return start < 0 ? [] : named.slice(start)
}

function bare(word: string): string {
  if (!/[.’'&-]/.test(word)) return word
  return word.replace(/[’']s?$/, '').replace(/[.’'&-]+$/, (end) => (/^\p{Lu}\.\p{Lu}/u.test(word) ? end : ''))
}

function opensSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:;…]["”’')]?\s+|["“‘'(—–]\s*)$/.test(text.slice(Math.max(0, at - 6), at))
}

function afterOrdinaryStart(words: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const [first, ...rest] = words
  if (first === undefined) return []
  if (ordinaryWords.has(first.toLowerCase())) return rest
  return rest.length > 0 || known.has(first) || /\p{Ll}-\p{Lu}|^\p{Lu}{2,}$/u.test(first) ? words : []
}

function tidy(text: string, words: readonly string[]): string {
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  const from = Math.max(0, text.indexOf(first))
  return text.slice(from, text.lastIndexOf(last) + last.length).replace(/\s+/g, ' ')
}
