import { namesIn, roleWords } from '../fact/names.ts'
import type { Statement } from '../fact/readings.ts'
import { type Flaw, flawsOf } from '../fact/standing.ts'

/** "Two Senate committees met": nobody asks which. "Two of them met" does not match. */
const counted =
  /^(?:Some|Most|Many|Several|Few|All|Two|Three|Four|Five|Six)(?= (?:(?!of )[\p{L}\p{N}’'.-]+ ){0,5}?(?:\p{Ll}{2,}s|men|women|children|people)\b)/u
/** "In his first speech since May, President Vance": who "he" is, is said at once. */
const saidAtOnce =
  /^(?:\p{Lu}\p{Ll}+) [^,;:“”"]{0,120}\b(?:he|she|they|him|her|his|their|its)\b[^,;:“”"]{0,120}, (?=\p{Lu})/u
/** "Even those who like it", "Amazingly, …", "Let's begin": it argues with the reader. */
const argues =
  /^Even (?!(?:after|as|before|if|though|when|while)\b)|^(?:Amazingly|Apparently|Clearly|Fortunately|Incredibly|Ironically|Naturally|Obviously|Sadly|Surely|Thankfully|Tragically|Unfortunately|Unsurprisingly|Make no mistake|Of course)\b|\b[Ll]et[’']s\b/

/**
 * What keeps a sentence from standing in a lede. Of what points to something before it, less strict than elsewhere: a number of
 * somebody may open a report, a pronoun may come before the name that it stands for, and a title tells that a name follows.
 */
export function firstFlaws(statement: Statement): readonly Flaw[] {
  const { flaws, sentence } = statement
  const pointing = flaws.includes('dangling') && !pointsAhead(statement)
  const own = flaws.filter((flaw) => flaw !== 'dangling' || pointing)
  return argues.test(sentence.text) ? [...own, 'speaks-in-person'] : own
}

function pointsAhead({ sentence, mentions }: Statement): boolean {
  const text = `${sentence.text
    .replace(counted, '12')
    .replace(saidAtOnce, '')
    .replace(/[.!?]["”’')\]]*$/, '')}.`
  const isTitled = roleWords.has(/^\p{L}+/u.exec(text)?.[0] ?? '')
  // In the middle of a sentence a capital makes a name.
  const names = isTitled ? namesIn(`as ${text}`) : mentions.names
  return !flawsOf({ ...sentence, text }, names).includes('dangling')
}
