import { loadedWords } from '../fact/loaded-words.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { wordsOf } from '../fact/stems.ts'
import type { Voice } from '../fact/voices.ts'
import type { Standpoint } from '../perspective/perspectives.ts'
import { termOf, type WordUse } from '../perspective/word-use.ts'
import { articlesOf, computed, evidenceOf, quoted, readable } from './claims.ts'
import type { Claim, Evidence } from './document.ts'
import { inWords, listed, shareOf, shareOfOthers } from './english.ts'

/** What a group leads with, which names and words are its own, whom only it quotes. */
export function framingOf(standpoint: Standpoint, headline: string): Claim[] {
  const { openingNames, ownWords, ownVoices } = standpoint
  return [
    ...leadClaims(standpoint, headline),
    ...openingNames.slice(0, 1).map((use) => openingClaim(use, standpoint)),
    ...wordsClaim(ownWords.slice(0, 3), standpoint),
    ...ownVoicesClaim(ownVoices.slice(0, 2), standpoint),
  ]
}

/** A group whose opening stands elsewhere in the bundle says so; one that opens with a fragment gives its headline. */
function leadClaims({ lead, usedOpening, members }: Standpoint, headline: string): Claim[] {
  if (lead !== null) return [leadClaim(lead, members)]
  const source = (id: string) => members.find((member) => member.article.id === id)?.article.source.name ?? ''
  if (usedOpening !== null) {
    const name = source(usedOpening.article)
    return [
      computed(
        `The opening sentence of ${name} is quoted above.`,
        'opening-sentence',
        [name],
        [evidenceOf(usedOpening)],
      ),
    ]
  }
  const titled = members.find(({ article }) => article.title.trim() !== '' && !/["“”]/.test(article.title))?.article
  if (titled === undefined) return []
  const quote = titled.title.trim()
  const text = quote.includes(headline)
    ? `The headline of ${titled.source.name} is quoted above.`
    : `${titled.source.name} puts it under the headline “${readable(quote)}”.`
  return [computed(text, 'headline', [titled.source.name], [{ article: titled.id, quote }])]
}

/** Words that hold quotation marks themselves stand alone: a quotation inside a quotation would have to be rewritten. */
function leadClaim(lead: Statement, members: readonly Reading[]): Claim {
  const source = members.find((member) => member.article.id === lead.article)?.article.source.name
  if (source === undefined || /["“”]/.test(lead.sentence.text)) return quoted(lead)
  const text = `${source} opens with: “${readable(lead.sentence.text)}”`
  return computed(text, 'opening-sentence', [source], [evidenceOf(lead)])
}

function openingClaim(use: WordUse, { members, others }: Standpoint): Claim {
  const inside = shareOf(use.members.length, members.length)
  const outside = shareOfOthers(use.others.length, others.length)
  const text = `${use.word} stands in the headline or opening sentence of ${inside} and ${outside}.`
  return computed(text, 'opening-names', [use.word], articlesOf([...members, ...others]))
}

/** One sentence for up to three words; a single one that does not judge may be chance. The counts hold for each word. */
function wordsClaim(uses: readonly WordUse[], { members, others }: Standpoint): Claim[] {
  const first = uses[0]
  if (first === undefined || (uses.length === 1 && !loadedWords.has(first.word))) return []
  const words = listed(uses.map((use) => `“${use.word}”`))
  const inside = Math.min(...uses.map((use) => use.members.length))
  const outside = Math.max(...uses.map((use) => use.others.length))
  const here = members.length === 1 ? 'This article uses' : usersOf(inside, members.length)
  const text = `${here} ${words}, ${uses.length === 1 ? 'a word' : 'words'} that ${usedElsewhere(outside, others.length)}.`
  const evidence = [...wordEvidence(uses, members), ...wordEvidence(uses, others)]
  return [
    computed(
      text,
      'own-words',
      uses.map((use) => use.word),
      evidence,
    ),
  ]
}

function usersOf(inside: number, all: number): string {
  if (inside === all) return all === 2 ? 'Both articles use' : `All ${inWords(all)} articles use`
  return `At least ${inWords(inside)} of these ${inWords(all)} articles use`
}

function usedElsewhere(outside: number, all: number): string {
  if (all === 1) return outside === 0 ? 'the other one does not use' : 'the other one uses too'
  if (outside === 0) return `none of the ${inWords(all)} others uses`
  return `at most ${inWords(outside)} of the ${inWords(all)} others ${outside === 1 ? 'uses' : 'use'}`
}

/** For each article that uses one of the words, the first sentence or title in which it does. */
function wordEvidence(uses: readonly WordUse[], readings: readonly Reading[]): Evidence[] {
  return readings.flatMap((reading): Evidence[] => {
    const used = uses.filter((use) => [...use.members, ...use.others].includes(reading.article.id))
    if (used.length === 0) return [{ article: reading.article.id }]
    const spans = new Set(used.map((use) => spanWith(use.word, reading)))
    return [...spans].map((quote) =>
      quote === null ? { article: reading.article.id } : { article: reading.article.id, quote },
    )
  })
}

function spanWith(word: string, { article, statements }: Reading): string | null {
  const term = termOf(word)
  const has = (text: string) => wordsOf(text).some((other) => termOf(other) === term)
  if (has(article.title)) return article.title
  return statements.find((statement) => has(statement.sentence.text))?.sentence.text ?? null
}

function ownVoicesClaim(voices: readonly Voice[], { members }: Standpoint): Claim[] {
  if (voices.length === 0) return []
  const names = voices.map((voice) => voice.name)
  const text =
    members.length === 1
      ? `Only this article quotes ${listed(names)}.`
      : `No article outside this group quotes ${names.join(' or ')}.`
  const evidence = voices.flatMap((voice) => voice.statements.slice(0, 2).map(evidenceOf))
  return [
    computed(
      text,
      'own-voices',
      voices.map((voice) => voice.name),
      evidence,
    ),
  ]
}
