import { between, type Random, randomFrom } from './random.ts'

// Accents that windows-1252 can carry, so that one text serves every charset of the farm.
const onsets = ['b', 'br', 'd', 'f', 'g', 'gr', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'tr', 'v', 'z']
const nuclei = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou', 'é', 'ö']
const codas = ['', '', '', 'l', 'n', 'r', 's', 'nd', 'rk']

const vocabulary = inventWords(800)

function inventWords(count: number): readonly string[] {
  const random = randomFrom('vocabulary')
  const of = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const syllable = () => `${of(onsets)}${of(nuclei)}${of(codas)}`
  const words = new Set<string>()
  while (words.size < count) words.add(Array.from({ length: between(random, 1, 3) }, syllable).join(''))
  return [...words]
}

const word = (random: Random) => vocabulary[Math.floor(random() * vocabulary.length)] ?? ''

/** A headline of five to nine invented words; some hold what markup must escape. */
export function inventTitle(random: Random): string {
  const words = capitalised(inventPhrase(random, between(random, 5, 9)))
  return random() < 0.15 ? `${words} & ${word(random)} <${between(random, 2, 99)}` : words
}

/** Sentences of 40 to 120 invented words in all. */
export function inventText(random: Random): string {
  const sentences: string[] = []
  for (let left = between(random, 40, 120); left > 0; ) {
    const length = left < 16 ? left : between(random, 6, 14)
    sentences.push(`${capitalised(inventPhrase(random, length))}.`)
    left -= length
  }
  return sentences.join(' ')
}

function inventPhrase(random: Random, length: number): string {
  let phrase = word(random)
  for (let written = 1; written < length; written += 1) phrase += ` ${word(random)}`
  return phrase
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
