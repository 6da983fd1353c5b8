import type { Reading, Statement } from '../fact/readings.ts'
import type { Flaw } from '../fact/standing.ts'

export const chargeSorts = ['blamed', 'credited'] as const
export type ChargeSort = (typeof chargeSorts)[number]

/** Somebody whom articles of a group blame or credit, or let somebody blame or credit, by name. */
export interface Charge {
  readonly sort: ChargeSort
  /** In full where the story has it so. */
  readonly name: string
  /** Of each member that does so the first sentence. */
  readonly statements: readonly Statement[]
}

const title =
  '(?:the |The |President |Prime Minister |Minister |Mayor |Governor |Gov\\. |Senator |Sen\\. |Rep\\. |Mr\\.? |Ms\\.? |Mrs\\.? )?'
const target = `${title}(\\p{Lu}[\\p{L}\\p{N}-]*(?: \\p{Lu}[\\p{L}\\p{N}-]*){0,3})`
/** In "Russian meddling" and "Clinton’s opponent" the name only tells of whose kind the thing behind it is. */
const endsThere = '(?=[.,;:)]|$| (?:and|or|as|at|because|for|from|in|on|over|to|when|while|with|who|that|of)\\b)'
const verbs: Readonly<Record<ChargeSort, readonly string[]>> = {
  blamed: [
    `\\b(?:blam|accus|fault|condemn|denounc|criticiz|criticis|rebuk)(?:e|es|ed|ing|s) ${target}${endsThere}`,
    `\\b(?:blame|fault|responsibility) (?:squarely |lies |falls |rests )*(?:on|with) ${target}${endsThere}`,
  ],
  credited: [
    `\\b(?:credit|prais|applaud|commend|hail|salut)(?:e|es|ed|ing|s) ${target}${endsThere}`,
    `\\bthank(?:s|ed|ing)? ${target}${endsThere}`,
  ],
}
const patterns = new Map(chargeSorts.map((sort) => [sort, verbs[sort].map((source) => new RegExp(source, 'gu'))]))
/** What each of them has, for a first look: most sentences have none, and patterns that know all alphabets are slow. */
const hasVerb =
  /blam|accus|fault|condemn|denounc|critici[zs]|rebuk|responsibility|credit|prais|applaud|commend|hail|salut|thank/
const unfit: ReadonlySet<Flaw> = new Set<Flaw>(['page-furniture', 'no-sentence'])
const denied =
  /\b(?:not|no|nobody|none|never|neither|nor|cannot|refus\p{L}+|declin\p{L}+|without|instead of|rather than|if)\b|n['’]t\b/iu

/** Whom the members blame or credit by verbs that say so outright, and a smaller share of the others; most often first. */
export function chargesIn(
  members: readonly (readonly Charged[])[],
  others: readonly (readonly Charged[])[],
  fullNames: ReadonlyMap<string, string>,
): readonly Charge[] {
  const inside = members.flat()
  const outside = others.flat()
  const keys = [...new Set(inside.map(keyOf))]
  return keys
    .flatMap((key) => {
      const own = inside.filter((one) => keyOf(one) === key)
      const elsewhere = outside.filter((one) => keyOf(one) === key).length
      const [first] = own
      return first !== undefined && own.length * others.length > elsewhere * members.length
        ? [
            {
              ...first,
              name: fullNames.get(lastOf(first.name)) ?? first.name,
              statements: own.map(({ statement }) => statement),
              elsewhere,
            },
          ]
        : []
    })
    .sort((a, b) => b.statements.length - a.statements.length || a.elsewhere - b.elsewhere)
}

/** One sentence that blames or credits somebody. */
export interface Charged {
  readonly sort: ChargeSort
  readonly name: string
  readonly statement: Statement
}

const lastOf = (name: string) => name.split(' ').at(-1) ?? name
const keyOf = ({ sort, name }: Charged) => `${sort} ${lastOf(name)}`

/** For each who is blamed or credited in an article the first sentence that does. */
export function chargedIn({ statements }: Reading): readonly Charged[] {
  const found = statements
    .filter(mayCharge)
    .flatMap((statement) =>
      chargeSorts.flatMap((sort) => namesAfter(sort, statement).map((name): Charged => ({ sort, name, statement }))),
    )
  return [...new Map(found.toReversed().map((one) => [keyOf(one), one])).values()].reverse()
}

function mayCharge({ sentence: { text }, flaws }: Statement): boolean {
  return hasVerb.test(text) && !flaws.some((flaw) => unfit.has(flaw)) && !denied.test(text)
}

/** Names that the story has as names: a capital alone is none. */
function namesAfter(sort: ChargeSort, { sentence, mentions }: Statement): readonly string[] {
  const given = (patterns.get(sort) ?? []).flatMap((pattern) =>
    [...sentence.text.matchAll(pattern)].map(([, name = '']) => name),
  )
  return given.filter((name) => mentions.names.some(({ words }) => words.at(-1) === lastOf(name)))
}
