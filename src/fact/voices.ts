import type { ArticleId } from '../article/article.ts'
import { namesIn } from './names.ts'
import type { Reading, Statement } from './readings.ts'
import { withoutQuotations } from './standing.ts'

/** Somebody whose words stand between quotation marks in an article of the story. */
export interface Voice {
  /** The longest form of the name in the story: "Giles Tremayne" for "Tremayne". */
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
const organisation =
  /^(?:Ministry|Department|University|College|School|Party|Committee|House|Court|Council|Agency|Institute|Office|Alliance|Association|Union|Times|News|Post|Journal|Bank|Group|Center|Centre|States|Security|Commission|Federation|Foundation|League|Service|Authority|Company|Corp|Inc|Kingdom|Parliament|Senate|Congress|Police|Army|Press|Fund|Street|County|City|Act|Bill|Administration|Board|Network|Society|Organization|Organisation|Coalition|Campaign|Project)$/
/** Words that are long enough to be a statement of somebody and not a single quoted term. */
const quotedWords = /“[^”]{25,}|"[^"]{25,}/

/** Who is quoted in a story, by whom; most quoted first. */
export function voicesOf(readings: readonly Reading[]): readonly Voice[] {
  const fullNames = fullNamesOf(readings)
  const outlets = new Set(readings.map((reading) => reading.article.source.name.replace(/^The /, '')))
  const voices = new Map<string, Statement[]>()
  for (const statement of readings.flatMap((reading) => reading.statements)) {
    const speaker = speakerOf(statement, fullNames)
    if (speaker !== null && !outlets.has(speaker)) voices.set(speaker, [...(voices.get(speaker) ?? []), statement])
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
export function speakerOf({ sentence }: Statement, fullNames: ReadonlyMap<string, string>): string | null {
  if (!quotedWords.test(sentence.text)) return null
  const outside = withoutQuotations(sentence.text)
  const found = (before.exec(outside) ?? after.exec(outside) ?? source.exec(outside))?.[1]
  const last =
    found === undefined
      ? undefined
      : namesIn(`– ${found}`, new Set(found.split(' ')))
          .at(-1)
          ?.words.at(-1)
  return last === undefined ? null : (fullNames.get(last) ?? null)
}

/** Last name → the fullest personal form that the story gives it; single words that never get a first name are left out. */
export function fullNamesOf(readings: readonly Reading[]): ReadonlyMap<string, string> {
  const full = new Map<string, string>()
  for (const { mentions } of readings.flatMap((reading) => reading.statements)) {
    for (const { words } of mentions.names) {
      const last = words.at(-1)
      if (last === undefined || words.length < 2 || words.length > 3 || words.some((word) => organisation.test(word))) {
        continue
      }
      const name = words.join(' ')
      const known = full.get(last)
      if (known === undefined || name.length > known.length) full.set(last, name)
    }
  }
  return full
}
