import { sameSense } from '../fact/bears-out.ts'
import type { Statement } from '../fact/readings.ts'
import type { Sentence } from '../fact/sentences.ts'
import { isAttributed } from '../fact/speech.ts'

/** Where an addition begins: "…, which cost 3 florins", "…, raising hopes", "… — the first since 2011". */
const additions =
  /, (?=(?:which|who|whose|where|as(?! well as)|after|while|when|before|since|because|amid|following|including|\p{Ll}{3,}ing (?:the|an?|his|her|its|their|that|to|in|on|for|from|with|more|\d|\p{Lu}))\b)| (?:[—–]|--) /gu
/** Where a sentence that was cut short can end. */
const borders = new RegExp(
  `${additions.source}|,? (?=(?:after|while|when|because|before|amid)\\b(?! and| or|[,.]))|, (?=(?:and|but)\\b)`,
  'gu',
)
const fewestWords = 10
const verb =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|says?|said|took|made|came|went|won|lost|met|held|left|led|got|gave|rose|fell|hit|cut|put|set|\p{Ll}{3,}e[ds]|\p{Ll}{3,}[^s\W]s)\b/u
/** "As the council met" needs what comes after its comma. */
const subordinate =
  /^(?:As|After|When|While|If|Although|Though|Because|Since|Before|Once|Unless|Until|Despite|Amid|With|In|On|At)\b[^,]*$/u

/**
 * The statement as far as each clause border behind which it only adds something: its words up to there stand in the article.
 * Nothing is left off that says whose words it is, denies or supposes.
 */
export function shortenings(statement: Statement): readonly Statement[] {
  const { sentence } = statement
  return headsOf(sentence.text, additions)
    .filter((head) => isAddition(sentence.text.slice(head.length), head, sentence.text))
    .map((head) => toldAs(statement, head))
}

/**
 * What an outlet gives of an article is often its beginning, cut after so many characters: such a sentence up to its last clause
 * border, or whole where nothing was cut. Null where it holds no sentence.
 */
export function mended(statement: Statement): Statement | null {
  const { text } = statement.sentence
  if (!/^["“‘'(]?[\p{Lu}\p{N}$£€]/u.test(text) || text.endsWith(':')) return null
  if (text.length < leastCut && !/\.\.\.$|…$/.test(text)) return isWhole(text) ? toldAs(statement, text) : null
  const head = headsOf(text, borders).at(-1)
  return head === undefined ? null : toldAs(statement, head)
}
/** Shorter than this a line without a point is a summary, and was not cut. */
const leastCut = 140

function headsOf(text: string, ends: RegExp): string[] {
  return [...text.matchAll(ends)].map(({ index }) => text.slice(0, index)).filter(isWhole)
}

function isWhole(head: string): boolean {
  return (
    head.split(/\s+/).length >= fewestWords &&
    verb.test(head) &&
    !subordinate.test(head) &&
    isClosed(head) &&
    !opens.test(head)
  )
}
/** "… agreed to" goes on. */
const opens =
  /\b(?:the|an?|of|to|in|on|at|for|from|by|with|and|or|but|as|that|which|who|not|is|are|was|were|has|had|will|would)$/i

/** No quotation and no bracket is left open. */
function isClosed(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1
  return count('"') % 2 === 0 && count('“') === count('”') && count('(') === count(')')
}

/** It runs to the end of the sentence, in one piece, and takes nothing back. */
function isAddition(tail: string, head: string, whole: string): boolean {
  const isSetOff = tail.startsWith(',')
  const ends = isSetOff ? /[,;:—–]| -- / : /[;:—–]| -- /
  const closes = !isSetOff && /[—–]| -- /.test(head)
  return !closes && !ends.test(tail.slice(2)) && !takesBack.test(tail) && !isAttributed(tail) && sameSense(head, whole)
}
const takesBack = /\b(?:unless|if|but|though|although|except|until|despite|pending|instead)\b/i

function toldAs(statement: Statement, text: string): Statement {
  const sentence: Sentence = { ...statement.sentence, text, end: statement.sentence.start + text.length }
  const flaws = statement.flaws.filter((flaw) => flaw !== 'no-sentence' && !(flaw === 'too-long' && text.length < 330))
  return { ...statement, sentence, flaws }
}
