import type { ArticleId } from '../article/article.ts'
import { namesIn, roleWords } from './names.ts'
import { mayBePerson, withoutOffice } from './people.ts'
import type { Reading, Statement } from './readings.ts'
import { passagesIn } from './speech.ts'
import { withoutQuotations } from './standing.ts'

/** Somebody whose words stand between quotation marks in an article of the story. */
export interface Voice {
  /** The full form of the name in the story: "Giles Tremayne" for "Tremayne". */
  readonly name: string
  readonly statements: readonly Statement[]
  readonly articles: readonly ArticleId[]
  /** Independent pieces of reporting among these articles. */
  readonly owners: number
}

const saying =
  '(?:said|says|told|tells|added|adds|warned|warns|argued|argues|wrote|writes|replied|replies|asked|asks|tweeted|insisted|insists|declared|explained|noted|stated|recalled|continued|responded)'
const person =
  "(?:\\p{Lu}[\\p{L}\\p{M}’'.-]+)(?: (?:(?:de|la|del|van|von|bin|al|der) )?\\p{Lu}[\\p{L}\\p{M}’'.-]+){0,4}"
const before = new RegExp(
  `(${person})(?: of (?:the )?[^,“”.]{2,60}?)?(?:, [^,“”]{2,90},)? (?:\\p{L}+ly |then |also |later )?${saying}\\b`,
  'u',
)
const after = new RegExp(
  `\\b(?:said|says|added|adds|wrote|warned|argued|explained|replied|noted) (?:[\\p{Ll}’'-]+ ){0,4}(?:[\\p{Ll}’' -]{2,40}, )?(${person})`,
  'u',
)
const source = new RegExp(`\\baccording to (${person})`, 'u')
/** Last name → the form in which a story most often gives it in full. */
export type FullNames = ReadonlyMap<string, string>

/** Who is quoted in a story, by whom; most quoted first. */
export function voicesOf(readings: readonly Reading[], fullNames: FullNames = fullNamesOf(readings)): readonly Voice[] {
  const outlets = new Set(readings.map((reading) => reading.article.source.name.replace(/^The /, '')))
  const voices = new Map<string, Statement[]>()
  for (const statement of readings.flatMap((reading) => reading.statements)) {
    const speaker = speakerOf(statement, fullNames)
    if (speaker === null || outlets.has(speaker)) continue
    const known = voices.get(speaker)
    if (known === undefined) voices.set(speaker, [statement])
    else known.push(statement)
  }
  const groups = new Map(readings.map((reading) => [reading.article.id, reading.group]))
  return [...voices]
    .map(([name, statements]) => {
      const articles = [...new Set(statements.map((one) => one.article))]
      return { name, statements, articles, owners: new Set(articles.map((id) => groups.get(id))).size }
    })
    .sort((a, b) => b.articles.length - a.articles.length || (a.name < b.name ? -1 : 1))
}

/** The person to whom a sentence gives its quoted words by name; null for "he said", since a guess may be wrong. */
export function speakerOf(statement: Statement, fullNames: FullNames): string | null {
  return fullNames.get(lastNameOf(attributionOf(statement)) ?? '') ?? null
}

/** Is it direct speech whose speaker the sentence itself names, in full, with an office, or by a surname that the story tells in full? */
export function isDirectSpeech(statement: Statement, fullNames: FullNames): boolean {
  const found = attributionOf(statement)
  const last = lastNameOf(found)
  if (found === null || last === null) return false
  return fullNames.has(last) || roleWords.has((found.split(' ')[0] ?? '').replace('.', ''))
}

/** "President Rosa Delgado-Wynn" of `"We have both," said President Rosa Delgado-Wynn.` */
function attributionOf({ sentence }: Statement): string | null {
  if (passagesIn(sentence.text).length === 0) return null
  const outside = withoutQuotations(sentence.text)
  return (before.exec(outside) ?? after.exec(outside) ?? source.exec(outside))?.[1] ?? null
}

function lastNameOf(found: string | null): string | null {
  if (found === null) return null
  return (
    namesIn(`– ${found}`, new Set(found.split(' ')))
      .at(-1)
      ?.words.at(-1) ?? null
  )
}

/** The full names of a story's people; whoever never gets a first name is left out. */
export function fullNamesOf(readings: readonly Reading[]): FullNames {
  const people = [...timesWritten(readings)]
    .map(([text, times]) => ({ words: withoutOffice(text.split(' ')), times }))
    .filter(({ words }) => mayBePerson(words.filter((word) => /^\p{Lu}/u.test(word))))
  const surnames = new Set(people.map(({ words }) => words.at(-1)))
  const forms = new Map<string, Map<string, number>>()
  // "Kallas Vance" are two people side by side, where each of them is somebody's last name.
  for (const { words, times } of people.filter(({ words: [first] }) => !surnames.has(first))) {
    const own = forms.get(words.at(-1) ?? '') ?? new Map<string, number>()
    own.set(words.join(' '), (own.get(words.join(' ')) ?? 0) + times)
    forms.set(words.at(-1) ?? '', own)
  }
  return new Map([...forms].map(([last, own]) => [last, mostFrequent(own)]))
}

/** How often each name of a story is written so. */
function timesWritten(readings: readonly Reading[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { mentions } of readings.flatMap(({ statements }) => statements)) {
    for (const { text } of mentions.names) times.set(text, (times.get(text) ?? 0) + 1)
  }
  return times
}

/** Of two as frequent ones the longer, which tells more. */
function mostFrequent(forms: ReadonlyMap<string, number>): string {
  return [...forms].sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1))[0]?.[0] ?? ''
}
