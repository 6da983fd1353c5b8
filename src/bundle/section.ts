import type { Article } from '../article/article.ts'
import { sectionByWords } from './section-words.ts'

/** The shelves of an edition, in the order in which they stand on the page. */
export const sections = [
  'Global & US Headlines',
  'Politics',
  'Business & Economics',
  'Science & Technology',
  'Health',
  'Culture',
  'Sport',
  'Local',
] as const
export type Section = (typeof sections)[number]

const shelves: readonly (readonly [RegExp, Section])[] = [
  [/\b(?:sports?|football|cricket|tennis|rugby|olympics|chess|golf|racing)\b/i, 'Sport'],
  [/\b(?:health|medicine|nhs|wellness)\b/i, 'Health'],
  [/\b(?:science|tech|technology|space|environment|climate|research)\b/i, 'Science & Technology'],
  [
    /\b(?:business|econom(?:y|ics)|markets?|money|finance|companies|contracts|trade|infrastructure|energy|property)\b/i,
    'Business & Economics',
  ],
  [/\b(?:culture|arts?|books?|film|music|stage|tv|lifestyle|entertainment|style|food|travel)\b/i, 'Culture'],
  [/\b(?:politics|parliament|congress|election|elections|westminster)\b/i, 'Politics'],
  [/\b(?:local|metro|city|community|neighbou?rhoods?|traffic|county|region(?:al)?)\b/i, 'Local'],
]

/** A shelf that says only where in the world, such as "World" or "US", has no vote: every matter stands on it. */
const enough = 1 / 3

/**
 * The section that most outlets give the story, each outlet by its shelf and by the words of its title and beginning.
 * Fewer votes than a third of the outlets leave it among the headlines; opinion shelves say nothing of the matter.
 */
export function sectionOf(articles: readonly Article[]): Section {
  const sources = new Set(articles.map(({ source }) => source.id))
  const votes = new Map<Section, number>()
  for (const id of sources) {
    const own = articles.filter(({ source }) => source.id === id)
    const given = [shelfOf(own), sectionByWords(own)].flatMap((section) => section ?? [])
    for (const section of given) votes.set(section, (votes.get(section) ?? 0) + 1)
  }
  const ranked = sections.map((section) => ({ section, votes: votes.get(section) ?? 0 }))
  const best = ranked.reduce((first, one) => (one.votes > first.votes ? one : first))
  return best.votes >= sources.size * enough ? best.section : 'Global & US Headlines'
}

function shelfOf(articles: readonly Article[]): Section | undefined {
  const [named] = articles.flatMap(({ sections: names }) => names.flatMap((name) => shelfNamed(name) ?? []))
  return named
}

/** The section that an outlet's shelf of this name belongs to; undefined where it says nothing of the matter. */
export function shelfNamed(name: string): Section | undefined {
  return shelves.find(([pattern]) => pattern.test(name))?.[1]
}
