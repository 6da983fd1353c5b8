import type { Article, ArticleId } from '../article/article.ts'
import { type Side, sideOf } from '../source/leaning.ts'
import type { IndependenceGroup, Story } from '../story/story.ts'
import type { Wording } from './bears-out.ts'
import { captionsAmong, postsAmong } from './captions.ts'
import { type Mentions, mentionsIn } from './mentions.ts'
import { type Capitals, capitalsIn, namesAmong } from './names.ts'
import { isOpinion } from './opinion.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { type Flaw, flawsOf } from './standing.ts'
import { wordsOf } from './stems.ts'

/** One sentence as an article of a story states it. */
export interface Statement {
  readonly article: ArticleId
  readonly sentence: Sentence
  readonly mentions: Mentions
  readonly flaws: readonly Flaw[]
}

export function wordingOfStatement({ sentence, mentions }: Statement): Wording {
  return { text: sentence.text, mentions }
}

/** An article of a story, read: its sentences with what they mention, and where it stands. */
export interface Reading {
  readonly article: Article
  /** Number of its independence group: readings with the same number are one piece of reporting. */
  readonly group: number
  readonly side: Side
  readonly isOpinion: boolean
  readonly statements: readonly Statement[]
}

/** What of an article stands in none of its statements: the title, datelines, and whatever was not read. */
export function outsideStatements({ article, statements }: Reading): string {
  const starts = [...statements.map(({ sentence }) => sentence.start), article.text.length]
  const ends = [0, ...statements.map(({ sentence }) => sentence.end)]
  return [article.title, ...ends.map((end, at) => article.text.slice(end, starts[at]))].join('\n')
}

const stemsKnown = new WeakMap<Reading, ReadonlySet<string>>()

/** Stems of all its statements; of each reading found once, since every group of a story asks for those of all others. */
export function stemsOfReading(reading: Reading): ReadonlySet<string> {
  const known = stemsKnown.get(reading)
  if (known !== undefined) return known
  const stems = new Set<string>()
  for (const { mentions } of reading.statements) for (const stem of mentions.stems) stems.add(stem)
  stemsKnown.set(reading, stems)
  return stems
}

/** Sentences from the start of a report in which stands what it is about. */
const opening = 8
const openingsKnown = new WeakMap<Reading, ReadonlySet<string>>()

/** Words of the title and of the first sentences; found once. */
export function openingWordsOf(reading: Reading): ReadonlySet<string> {
  const known = openingsKnown.get(reading)
  if (known !== undefined) return known
  const { article, statements } = reading
  const words = [...wordsOf(article.title), ...statements.slice(0, opening).flatMap(({ mentions }) => mentions.words)]
  const found = new Set(words)
  openingsKnown.set(reading, found)
  return found
}

/** Longer articles say what they have to say before; a hostile one of a million sentences is not read on. */
const sentencesRead = 150

/** The articles of a story, read; in the story's order. */
export function readStory(story: Story, groups: readonly IndependenceGroup[]): readonly Reading[] {
  const groupOf = new Map(groups.flatMap((group, at) => group.members.map((id): [ArticleId, number] => [id, at])))
  const split = story.articles.map((article) => sentencesOf(article.text).slice(0, sentencesRead))
  const capitals = split.map((sentences) => sentences.map(({ text }) => capitalsIn(text)))
  const known = knownNames(capitals.flat())
  return story.articles.map((article, at) => ({
    article,
    group: groupOf.get(article.id) ?? groups.length + at,
    side: sideOf(article.source.leaning),
    isOpinion: isOpinion(article),
    statements: statementsOf(article.id, split[at] ?? [], capitals[at] ?? [], known),
  }))
}

/** Words that are capitalised inside some sentence of the story: where they open one, they are names too. */
function knownNames(capitals: readonly (readonly Capitals[])[]): ReadonlySet<string> {
  return new Set(capitals.flatMap((of) => namesAmong(of).flatMap((name) => name.words)))
}

function statementsOf(
  article: ArticleId,
  sentences: readonly Sentence[],
  capitals: readonly (readonly Capitals[])[],
  known: ReadonlySet<string>,
): Statement[] {
  const captions = captionsAmong(sentences)
  const posts = postsAmong(sentences)
  return sentences.map((sentence, at) => {
    const mentions = mentionsIn(sentence.text, namesAmong(capitals[at] ?? [], known))
    const flaws = flawsOf(sentence, mentions.names)
    const found = new Set(flaws)
    if (captions.has(sentence.paragraph)) found.add('page-furniture')
    if (posts.has(sentence.paragraph)) found.add('bare-quotation')
    return { article, sentence, mentions, flaws: [...found] }
  })
}
