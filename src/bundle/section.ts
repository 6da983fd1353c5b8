import type { Article } from '../article/article.ts'

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
  [
    /\b(?:world|us|u\.s\.|uk|nation(?:al)?|international|global|africa|asia|europe|americas?|headlines|news|top stories|home)\b/i,
    'Global & US Headlines',
  ],
]

/** The shelf that most outlets put the story on, each outlet counted once; opinion shelves say nothing of the matter. */
export function sectionOf(articles: readonly Article[]): Section {
  const votes = new Map<Section, Set<string>>()
  for (const { sections: named, source } of articles) {
    const [shelf] = named.flatMap((name) => shelves.find(([pattern]) => pattern.test(name))?.[1] ?? [])
    if (shelf !== undefined) votes.set(shelf, (votes.get(shelf) ?? new Set()).add(source.id))
  }
  const ranked = sections.map((section) => ({ section, votes: votes.get(section)?.size ?? 0 }))
  return ranked.reduce((best, one) => (one.votes > best.votes ? one : best)).section
}
