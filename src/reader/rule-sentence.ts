import type { Rule } from '../bundle/claims.ts'

/** What was counted or compared, said before the articles that it was counted over. */
const sentences = {
  'coverage-count': 'Counted over these articles:',
  'opening-sentence': 'The first sentence of the report in this article:',
  'own-sentence': 'A sentence of this article that is least like the others:',
  'opinion-sentence': 'A sentence of this opinion piece:',
  'opinion-headline': 'Nobody reports the story; the headline of this opinion piece:',
  headline: 'The headline of this article:',
  'opening-names': 'The headlines and first sentences of these articles, compared:',
  'own-words': 'The words of these articles, compared; each is shown where it stands first:',
  'own-voices': 'The speakers of these articles, compared; they are quoted here:',
  voices: 'They are quoted here:',
  'opinion-share': 'Counted over these articles by what their outlets call opinion:',
  demand: 'A sentence of this opinion piece on what must or should be done:',
  blamed: 'The sentences in which they are blamed or criticised, by verbs that say so:',
  credited: 'The sentences in which they are credited or praised, by verbs that say so:',
  'loaded-share': 'Loaded words of these articles, counted outside of quotations:',
  'absent-facts': 'The sentences that state it, and the articles in which it was looked for:',
  'absent-figures': 'The sentences that give the number, and the articles in which it was looked for:',
  'absent-dates': 'The sentences that give the date, and the articles in which it was looked for:',
  'absent-names': 'The sentences that give the name, and the articles in which it was looked for:',
  'absent-terms': 'The sentences that tell of it, and the articles in which the words were looked for:',
  'absent-others': 'The sentences that give them, and the articles in which they were looked for:',
  'shared-point': 'The sentences that state it:',
  'accounts-differ': 'The sentences that give the numbers:',
  'count-grew': 'The sentences that give the numbers, earlier and later ones:',
  'absent-voices': 'Where they are quoted, and the articles in which the name was looked for:',
  'absent-quotations': 'The sentences that quote it, and the articles in which it was looked for:',
  'earlier-chapter': 'It stands in this article of an earlier story, which this one continues:',
  'number-history': 'The sentences that give the numbers, in this story and in an earlier one that it continues:',
  blindspot:
    'Publishers, not titles, counted among those that were read and published in this section meanwhile; one-sided exact test (Fisher), each side against the others. The story is told in:',
  grouping: 'Compared over these articles:',
  'title-missing': 'These articles have no title:',
} as const satisfies Record<Rule, string>

const isRule = (name: string): name is Rule => Object.hasOwn(sentences, name)

/** The rule of a computed claim in words for readers; a rule of another writer is not spelled out. */
export function ruleSentence(rule: string | undefined): string {
  const name = /^[a-z-]+/.exec(rule ?? '')?.[0] ?? ''
  return isRule(name) ? sentences[name] : 'Counted or compared over these articles:'
}
