import { isFurniture } from './furniture.ts'
import { goesOnInGerman, pointsBackInGerman } from './german-standing.ts'
import type { Name } from './names.ts'
import type { Sentence } from './sentences.ts'

/** Why a sentence cannot be put before readers by itself. */
export type Flaw =
  | 'too-short'
  | 'too-long'
  | 'no-sentence'
  | 'page-furniture'
  | 'bare-quotation'
  | 'dangling'
  | 'definite'
  | 'connects'
  | 'question'
  | 'speaks-in-person'

const connective =
  /^["“‘']?(?:But|And|Or|So|Yet|Nor|Then|Thus|Hence|Still|Also|Instead|However|Meanwhile|Moreover|Furthermore|Besides|Nevertheless|Nonetheless|Otherwise|Therefore|Indeed|Likewise|Similarly|Rather|Again|Finally|Further|Separately|Additionally|Conversely|Even so|For example|For instance|In addition|In contrast|By contrast|In turn|In response|In fact|Of course|As a result|As such|That said|At the same time|On the other hand|Not so|Because of (?:this|that)|Had)\b/
const pointing =
  /^["“‘']?(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their|Him|Them|Such|Here|There|Who|Which|Whose|What|Neither|Either|Another|Others|The ones?(?: that| who| which)|The (?:same|other|latter|former|two|three|pair|rest|second|third|first)|Asked|The letter|The statement|The remarks?|The comments?)\b/u
/** "Both rejected it": both of whom? "Some 2.3 million households" and "Two people of Elma" are told. */
const counting =
  /^["“‘']?(?:Both|Each|One|None|Some|Most|Many|Several|Few|All|Two|Three|Four|Five|Six)\b(?! (?:\d|[£$€]|hundred|thousand|million|people|percent|per cent|\p{Ll}+ (?:people|of the|\p{Ll}+s) ))/u
/** "Speaking in Nairobi on Tuesday, the secretary said": which one? "Among them was": among whom? */
const pointingAfterOpening =
  /^(?:\p{Lu}\p{Ll}+ing|In|At|On|During|After|Before|Since|By|According to) [^,“”]{0,60}, (?:the (?:\p{L}+ ){1,3}(?:said|says|told|was|were|is|has|had|will)|he|she|they|it|we)\b|^(?:Among|Of|In|By|After|Before|With|Without|Despite|At|For|To) (?:them|this|that|these|those|it|which|whom|then)\b/u
const pronounSubject = /\b(?:he|she|they|him|her|his|their|them)\b/i
const verb =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|said|says|came|comes|took|takes|made|makes|hit|put|\p{Ll}{3,}ed)\b/u
/** "…, he said": who? And "called that a loss", "said that would pay": what? */
const loosePointer =
  /\b(?:said|says) (?:as much|(?:that|this) (?:would|will|is|was|has|had|could|should|may|might))\b|\bmore (?:is|are|was|were|will|would|may|might)\b|\b(?:called|calls|after|before|despite|with|by|of|for|about) (?:this|that|these|those|it)(?=[,.;]| (?:a|an|the)\b)/
/** "Taxes have risen in Elma, he said": who? Whom the sentence is about from its start may say more at its end. */
const pronounSays = /\b(?:he|she|they) (?:said|says|noted|added|told|wrote|argued|warned|explained)\b/
const firstPerson = /\b(?:I|we|We|our|Our|us|you|You|your|Your|my|My)\b/

/** "Consider what it cost." speaks to the reader. */
const imperative = /^(?:Consider|Imagine|Note|Look|Remember|Think|Start|Take|Let|Forget|Ask|Notice|Suppose|Spare|See)\s/

/** What keeps a sentence from being understood alone. An empty list: it may stand by itself. */
export function flawsOf(sentence: Sentence, names: readonly Name[]): readonly Flaw[] {
  const { text } = sentence
  const outside = withoutQuotations(text)
  const flaws: Flaw[] = []
  if (text.length < 45) flaws.push('too-short')
  if (text.length > 330) flaws.push('too-long')
  if (!/[.!?。…]["”’')\]]*$/.test(text) || !/^["“‘'(]?[\p{Lu}\p{Lo}\p{N}$£€]/u.test(text)) flaws.push('no-sentence')
  if (isFurniture(text)) flaws.push('page-furniture')
  if (sentence.insideQuotation || outside.replace(/[^\p{L}]/gu, '').length < 6) flaws.push('bare-quotation')
  if (
    pointing.test(text) ||
    counting.test(text) ||
    pronounBeforeName(outside, names) ||
    itWithoutName(outside, names) ||
    pointingAfterOpening.test(text) ||
    loosePointer.test(outside) ||
    (pronounSays.test(outside) && !beginsWithName(text, names)) ||
    pointsBackInGerman(text, outside, names)
  )
    flaws.push('dangling')
  if (definiteWithoutName(text, names)) flaws.push('definite')
  if (connective.test(text) || goesOnInGerman(text)) flaws.push('connects')
  if (/\?["”’')]*$/.test(text)) flaws.push('question')
  if (imperative.test(text) || /!$/.test(text) || firstPerson.test(outside.replace(/\bU\.S\.?|\bUS\b/g, '')))
    flaws.push('speaks-in-person')
  return flaws
}

/** The words that are the outlet's own: quotations taken out. */
export function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*(?:”|$)|"[^"]*(?:"|$)/g, '“”')
}

/** "President Ruth Vance said …": only capitals stand before the name. */
function beginsWithName(text: string, names: readonly Name[]): boolean {
  return names.some(({ words: [first = ''] }) =>
    /^(?:\p{Lu}\S* )*$/u.test(text.slice(0, Math.max(0, text.indexOf(first)))),
  )
}

/** A pronoun stands before anything it could point to: a name, or for "they" and "their" a plural. */
function pronounBeforeName(outside: string, names: readonly Name[]): boolean {
  const pronoun = pronounSubject.exec(outside)
  if (pronoun === null) return false
  const before = outside.slice(0, pronoun.index)
  if (names.some((name) => before.includes(name.words.at(-1) ?? name.text))) return false
  return /^th/i.test(pronoun[0]) ? !/\b\p{L}{3,}s\b/u.test(before) : !/^(?:A|An) /.test(outside)
}

/** "Change the accents and it could have happened here." */
function itWithoutName(outside: string, names: readonly Name[]): boolean {
  return names.length === 0 && /\b(?:it|here)\b/i.test(outside) && outside.length < 120
}

const endOfSubject =
  /^(?:of|in|on|at|for|from|to|with|by|which|that|who|whose|about|under|over|between|against|after|before|behind|near|inside|outside|across|along|around|through|beyond|into|onto|off|during|since|towards?|among|without|the|an?|its|his|her|their|and|or)$/

/** The noun that an opening "The …" is about: "ship" of "The last guard ship was withdrawn"; null where there is none. */
export function definiteHead(text: string): string | null {
  const subject = /^The ((?:[\p{Ll}\d][\p{L}\d’'-]* ?)+)/u.exec(text)?.[1]?.trim().split(' ') ?? []
  const end = subject.findIndex((word) => endOfSubject.test(word) || verb.test(word))
  return (end < 0 ? subject : subject.slice(0, end)).at(-1) ?? null
}

/** Words of a subject that a name can belong to: "The new governor of the bank of Brenna". */
const longestSubject = 8

/** "The deal was signed in Vienna.": which deal? A name before the verb tells, one after it does not. */
function definiteWithoutName(text: string, names: readonly Name[]): boolean {
  if (!/^The [\p{Ll}\d]/u.test(text)) return false
  const named = Math.min(...names.map((name) => text.indexOf(name.words[0] ?? name.text)).filter((at) => at >= 0))
  if (!Number.isFinite(named)) return true
  const before = text.slice(0, named)
  return verb.test(before) || before.split(' ').length > longestSubject
}
