import type { ArticleId } from '../article/article.ts'
import { namesIn } from '../fact/names.ts'
import type { Reading } from '../fact/readings.ts'
import { openingOf } from './own-sentences.ts'
import type { WordUse } from './word-use.ts'

/** Names in the title or opening sentence of half of the members or more, and of a quarter of the others at most. */
export function openingNames(members: readonly Reading[], others: readonly Reading[]): readonly WordUse[] {
  if (members.length < 2 || others.length < 2) return []
  const names = new Map(members.flatMap(namesOfOpening).map((name) => [name.split(' ').at(-1) ?? name, name]))
  const [ours, theirs] = [members.map(beginningOf), others.map(beginningOf)]
  return [...names].flatMap(([last, name]): WordUse[] => {
    const inside = ours.filter(({ text }) => text.includes(last))
    // Most names of a story end here, before every other article is asked for them.
    if (inside.length < 2 || inside.length * 2 < members.length) return []
    const outside = theirs.filter(({ text }) => text.includes(last))
    if (outside.length * 4 > others.length) return []
    return [{ word: name, members: inside.map(idOf), others: outside.map(idOf), times: inside.length, z: 0 }]
  })
}

function namesOfOpening(reading: Reading): readonly string[] {
  const inTitle = isTitleCase(reading.article.title) ? [] : namesIn(reading.article.title)
  const inLead = openingOf(reading)?.mentions.names ?? []
  return [...inTitle, ...inLead]
    .filter(({ words }) => words.length > 1 && words.length < 4)
    .map(({ words }) => words.join(' '))
}

/** In a headline where every word has a capital, capitals say nothing. */
function isTitleCase(title: string): boolean {
  const words = title.match(/\p{L}{4,}/gu) ?? []
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.6
}

interface Beginning {
  readonly article: ArticleId
  /** The title and the opening sentence. */
  readonly text: string
}

function beginningOf(reading: Reading): Beginning {
  const { id, title } = reading.article
  return { article: id, text: `${title}\n${openingOf(reading)?.sentence.text ?? ''}` }
}

const idOf = ({ article }: Beginning) => article
