import type { FeedSection } from '../source/source.ts'

const words: Readonly<Record<string, FeedSection>> = {
  ...{ world: 'world', international: 'world', politics: 'politics', business: 'business', economy: 'business' },
  ...{ money: 'business', finance: 'business', technology: 'technology', tech: 'technology', science: 'science' },
  ...{
    health: 'health',
    culture: 'culture',
    arts: 'culture',
    entertainment: 'culture',
    sport: 'sport',
    sports: 'sport',
  },
  ...{ opinion: 'opinion', opinions: 'opinion', editorial: 'opinion', editorials: 'opinion', local: 'local' },
}

/** What a feed is about by the words of its address; null where they name no section or several. */
export function sectionOf(url: string): FeedSection | null {
  const named = new Set(
    (URL.canParse(url) ? new URL(url).pathname : '')
      .toLowerCase()
      .split(/[^a-z]+/)
      .flatMap((word) => (Object.hasOwn(words, word) ? [words[word]] : [])),
  )
  const [section = null] = named
  return named.size === 1 ? section : null
}
