import { between, type Random } from '../../farm/random.ts'

/** A word that is put for another, as editors do; what stands for what is not looked at twice. */
const instead = new Map(
  Object.entries({
    ...{ said: 'stated', says: 'states', told: 'informed', also: 'besides', but: 'however', about: 'around' },
    ...{ after: 'following', before: 'ahead of', because: 'since', while: 'whereas', many: 'numerous' },
    ...{ people: 'persons', government: 'administration', officials: 'authorities', police: 'officers' },
    ...{ new: 'fresh', big: 'large', last: 'past', would: 'was to', could: 'might', will: 'is to', must: 'has to' },
    ...{ against: 'opposed to', over: 'above', under: 'beneath', during: 'in the course of', including: 'among them' },
  }),
)
const oneWordIn = 7

/** The paragraph with about this part of its sentences lightly reworded: one word in seven put otherwise, left out or added. */
export function reworded(paragraph: string, part: number, random: Random): string {
  const sentences = paragraph.split(/(?<=[.!?]["”]?)\s+/)
  return sentences.map((sentence) => (random() < part ? sentenceReworded(sentence, random) : sentence)).join(' ')
}

function sentenceReworded(sentence: string, random: Random): string {
  const words = sentence.split(' ')
  const first = between(random, 0, Math.min(oneWordIn, words.length) - 1)
  return words.map((word, at) => (at % oneWordIn === first % oneWordIn ? otherwise(word, random) : word)).join(' ')
}

function otherwise(word: string, random: Random): string {
  const known = instead.get(word.toLowerCase())
  if (known !== undefined) return known
  return random() < 0.5 ? `${word} indeed` : `meanwhile ${word}`
}
