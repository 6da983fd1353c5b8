import { isCaption } from './furniture.ts'
import type { Sentence } from './sentences.ts'

const longestCaption = 3
/** "City Ticker", "SBC", "Ana Ruiz/Northline": names without a closing mark. */
const credit = /^(?:\p{Lu}[\p{L}.&'’-]*)(?:[ /]+(?:\p{Lu}[\p{L}.&'’-]*|of|for|the|via)){0,5}$/u

/** Numbers of the paragraphs that are captions: a sentence or two of which one is told as a caption, or that end in the name of whoever took the picture. */
export function captionsAmong(sentences: readonly Sentence[]): ReadonlySet<number> {
  const paragraphs = new Map<number, Sentence[]>()
  for (const one of sentences) paragraphs.set(one.paragraph, [...(paragraphs.get(one.paragraph) ?? []), one])
  return new Set([...paragraphs].filter(([, inside]) => areCaption(inside)).map(([number]) => number))
}

function areCaption(inside: readonly Sentence[]): boolean {
  const last = inside.at(-1)
  if (last === undefined || inside.length < 2 || inside.length > longestCaption) return false
  if (inside.some(({ text }) => isCaption(text))) return true
  return !/\.$/.test(last.text) && credit.test(last.text)
}

const postedBy = /^[—–-]{1,2} .{2,60}\(@\w+\)/

/** Numbers of the paragraphs that are posts of somebody: who posted them, with an @, stands in the next line. */
export function postsAmong(sentences: readonly Sentence[]): ReadonlySet<number> {
  const signed = sentences.filter(({ text }) => postedBy.test(text)).map(({ paragraph }) => paragraph)
  return new Set(signed.flatMap((paragraph) => [paragraph - 1, paragraph]))
}
