import type { Statement } from './readings.ts'
import { stemsIn } from './stems.ts'

const apposition = /(\p{Lu}[\p{L}’'-]+), [^,.“”"]{3,90},(?=\s)/gu

/**
 * The stems of what a statement says, without its names and without who they are: two sentences that share "Edith
 * Kallas, the harbour master," and nothing else state two things.
 */
export function matterOf({ sentence, mentions }: Statement): readonly string[] {
  const named = stemsIn(mentions.names.map((name) => name.text).join(' '))
  return [...stemsIn(sentence.text.replace(apposition, '$1'))].filter((stem) => !named.has(stem))
}

/** 0 to 1: how much of what a statement says another one says too. */
export function shareBorneOut(statement: Statement, by: Statement): number {
  const matter = matterOf(statement)
  return matter.filter((stem) => by.mentions.stems.has(stem)).length / Math.max(1, matter.length)
}
